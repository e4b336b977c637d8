// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../interfaces/INetworkRegistry.sol";

/// @title A network's parameters, now and from a later epoch on
library ParametersHistory {
    /// @param current In force before `nextEpoch`.
    /// @param next In force from the start of `nextEpoch` on; without meaning while `nextEpoch` is 0.
    /// @param nextBegins Timestamp at which `nextEpoch` begins.
    /// @param earlierTasksEnd Latest possible end of the tasks that were created under sets before `current`.
    struct History {
        INetworkRegistry.NetworkParameters current;
        INetworkRegistry.NetworkParameters next;
        uint64 nextEpoch;
        uint64 nextBegins;
        uint64 earlierTasksEnd;
    }

    uint16 private constant MAX_BPS = 10_000;
    uint64 private constant MAX_WINDOW = 365 days;
    /// @dev Fees of the longest payload stay far from overflow.
    uint256 private constant MAX_FEE = type(uint128).max;

    function areValid(INetworkRegistry.NetworkParameters calldata parameters) internal pure returns (bool) {
        bool free = parameters.baseFee == 0 && parameters.feePerByte == 0;
        return parameters.quorumBps > 0 && parameters.quorumBps <= MAX_BPS && parameters.performanceBps <= MAX_BPS
            && parameters.responseWindow > 0 && parameters.responseWindow <= MAX_WINDOW
            && parameters.challengeWindow <= MAX_WINDOW && parameters.baseFee <= MAX_FEE
            && parameters.feePerByte <= MAX_FEE && (free || parameters.feeToken != address(0));
    }

    /// @notice The first set, in force at once.
    function begin(History storage self, INetworkRegistry.NetworkParameters calldata parameters) internal {
        self.current = parameters;
    }

    /// @notice Whether a change waits for its epoch.
    function isPending(History storage self, uint64 epoch) internal view returns (bool) {
        return self.nextEpoch > epoch;
    }

    /// @notice Takes a further set, in force from `epoch`, which begins at `begins`. None may be pending.
    function schedule(
        History storage self,
        INetworkRegistry.NetworkParameters calldata parameters,
        uint64 epoch,
        uint64 begins
    ) internal {
        if (self.nextEpoch != 0) {
            self.earlierTasksEnd = _later(self.earlierTasksEnd, self.nextBegins + _windows(self.current));
            self.current = self.next;
        }
        self.next = parameters;
        self.nextEpoch = epoch;
        self.nextBegins = begins;
    }

    function inForce(History storage self, uint64 epoch)
        internal
        view
        returns (INetworkRegistry.NetworkParameters storage)
    {
        return _nextHolds(self, epoch) ? self.next : self.current;
    }

    /// @notice Latest possible end (response and challenge windows) of the tasks created up to now.
    function lastTaskEnd(History storage self, uint64 epoch) internal view returns (uint64 end) {
        end = _later(self.earlierTasksEnd, uint64(block.timestamp) + _windows(inForce(self, epoch)));
        if (_nextHolds(self, epoch)) end = _later(end, self.nextBegins + _windows(self.current));
    }

    function _nextHolds(History storage self, uint64 epoch) private view returns (bool) {
        return self.nextEpoch != 0 && self.nextEpoch <= epoch;
    }

    function _windows(INetworkRegistry.NetworkParameters storage parameters) private view returns (uint64) {
        return parameters.responseWindow + parameters.challengeWindow;
    }

    function _later(uint64 a, uint64 b) private pure returns (uint64) {
        return a > b ? a : b;
    }
}
