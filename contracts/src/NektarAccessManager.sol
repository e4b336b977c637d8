// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IPauses} from "./interfaces/IPauses.sol";

/// @title Who may do what, and what is halted
/// @notice OpenZeppelin's AccessManager with this protocol's roles named on chain. Which role may call which function
/// is set at deployment.
contract NektarAccessManager is AccessManager, IPauses {
    /// @notice Lists assets; whitelists and suspends networks; resumes what was paused.
    uint64 public constant GOVERNANCE_ROLE = 1;
    /// @notice Submits the Merkle root of each epoch.
    uint64 public constant ROOT_SUBMITTER_ROLE = 2;
    /// @notice Disables a root before it activates; pauses groups of functions.
    uint64 public constant GUARDIAN_ROLE = 3;

    /// @notice The block of this deployment: no contract of it is older, so that indexing may start here.
    uint256 public immutable deployedAt = block.number;

    mapping(PauseGroup group => bool) private _paused;

    constructor(address admin) AccessManager(admin) {}

    /// @inheritdoc IPauses
    function pause(PauseGroup group) external {
        if (!_holds(GUARDIAN_ROLE)) revert NotGuardian(msg.sender);
        _paused[group] = true;
        emit PauseSet(group, true, msg.sender);
    }

    /// @inheritdoc IPauses
    function resume(PauseGroup group) external {
        if (!_holds(GOVERNANCE_ROLE)) revert NotGovernance(msg.sender);
        _paused[group] = false;
        emit PauseSet(group, false, msg.sender);
    }

    /// @inheritdoc IPauses
    function isPaused(PauseGroup group) external view returns (bool) {
        return _paused[group];
    }

    /// @inheritdoc IPauses
    function requireOpen(PauseGroup group) external view {
        if (_paused[group]) revert GroupPaused(group);
    }

    /// @dev Roles with an execution delay must schedule their calls elsewhere: here only holders without one act.
    function _holds(uint64 role) private view returns (bool) {
        (bool isMember, uint32 executionDelay) = hasRole(role, msg.sender);
        return isMember && executionDelay == 0;
    }
}
