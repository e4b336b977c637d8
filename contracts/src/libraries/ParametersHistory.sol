// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../interfaces/INetworkRegistry.sol";

/// @title A network's parameters over time: a list that only grows, of which the last set may still wait for its epoch
library ParametersHistory {
    /// @param effectiveEpoch In force from the start of this epoch on.
    /// @param begins Timestamp at which that epoch begins; 0 for the first set, which was in force at once.
    struct Version {
        INetworkRegistry.NetworkParameters parameters;
        uint64 effectiveEpoch;
        uint64 begins;
    }

    /// @param earlierTasksEnd Latest possible end of the tasks created under sets before the last but one.
    struct History {
        Version[] versions;
        uint64 earlierTasksEnd;
    }

    uint16 private constant MAX_BPS = 10_000;
    /// @dev Whoever slashes itself through a friend gets back at most this part.
    uint16 private constant MAX_EVIDENCE_SHARE_BPS = 5_000;
    uint64 private constant MAX_WINDOW = 365 days;
    /// @dev Fees of the longest payload stay far from overflow.
    uint256 private constant MAX_AMOUNT = type(uint128).max;

    function areValid(INetworkRegistry.NetworkParameters calldata parameters) internal pure returns (bool) {
        return _areWindowsValid(parameters) && _arePaymentsValid(parameters) && _areSlashesValid(parameters)
            && parameters.quorumBps > 0 && parameters.quorumBps <= MAX_BPS && parameters.performanceBps <= MAX_BPS;
    }

    /// @notice The first set, in force at once.
    function begin(History storage self, INetworkRegistry.NetworkParameters calldata parameters, uint64 epoch)
        internal
    {
        self.versions.push(Version({parameters: parameters, effectiveEpoch: epoch, begins: 0}));
    }

    /// @notice Whether a change waits for its epoch.
    function isPending(History storage self, uint64 epoch) internal view returns (bool) {
        return latest(self).effectiveEpoch > epoch;
    }

    /// @notice Takes a further set, in force from `epoch`, which begins at `begins`. None may be pending.
    function schedule(
        History storage self,
        INetworkRegistry.NetworkParameters calldata parameters,
        uint64 epoch,
        uint64 begins
    ) internal {
        uint256 count = self.versions.length;
        if (count > 1) {
            uint64 end = self.versions[count - 1].begins + _windows(self.versions[count - 2].parameters);
            self.earlierTasksEnd = _later(self.earlierTasksEnd, end);
        }
        self.versions.push(Version({parameters: parameters, effectiveEpoch: epoch, begins: begins}));
    }

    /// @notice The last set, which may still wait for its epoch.
    function latest(History storage self) internal view returns (Version storage) {
        return self.versions[self.versions.length - 1];
    }

    /// @notice The index of the set in force in `epoch`, the current one.
    function versionInForce(History storage self, uint64 epoch) internal view returns (uint32) {
        uint256 last = self.versions.length - 1;
        // forge-lint: disable-next-line(unsafe-typecast) -- one an epoch
        return uint32(self.versions[last].effectiveEpoch > epoch ? last - 1 : last);
    }

    /// @notice Latest possible end (response, challenge and resolution windows) of the tasks created up to now.
    function lastTaskEnd(History storage self, uint64 epoch) internal view returns (uint64 end) {
        uint32 version = versionInForce(self, epoch);
        end = _later(self.earlierTasksEnd, uint64(block.timestamp) + _windows(self.versions[version].parameters));
        if (version == 0) return end;
        end = _later(end, self.versions[version].begins + _windows(self.versions[version - 1].parameters));
    }

    function _areWindowsValid(INetworkRegistry.NetworkParameters calldata parameters) private pure returns (bool) {
        return parameters.responseWindow > 0 && parameters.responseWindow <= MAX_WINDOW
            && parameters.challengeWindow <= MAX_WINDOW && parameters.resolutionWindow <= MAX_WINDOW;
    }

    function _arePaymentsValid(INetworkRegistry.NetworkParameters calldata parameters) private pure returns (bool) {
        bool free = parameters.baseFee == 0 && parameters.feePerByte == 0;
        return parameters.baseFee <= MAX_AMOUNT && parameters.feePerByte <= MAX_AMOUNT && parameters.bond <= MAX_AMOUNT
            && (free || parameters.feeToken != address(0))
            && (parameters.bond == 0 || parameters.bondToken != address(0));
    }

    function _areSlashesValid(INetworkRegistry.NetworkParameters calldata parameters) private pure returns (bool) {
        bool toRecipient = parameters.slashSink == INetworkRegistry.SlashSink.Recipient;
        return parameters.wrongResponseSlashBps <= MAX_BPS && parameters.equivocationSlashBps <= MAX_BPS
            && parameters.challengerShareBps <= MAX_EVIDENCE_SHARE_BPS
            && parameters.reporterShareBps <= MAX_EVIDENCE_SHARE_BPS
            && toRecipient == (parameters.slashRecipient != address(0));
    }

    function _windows(INetworkRegistry.NetworkParameters storage parameters) private view returns (uint64) {
        return parameters.responseWindow + parameters.challengeWindow + parameters.resolutionWindow;
    }

    function _later(uint64 a, uint64 b) private pure returns (uint64) {
        return a > b ? a : b;
    }
}
