// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What is halted, by group of functions
/// @notice A guardian pauses at once, governance resumes. Leaving is never paused: queueing a withdrawal, opting out and
/// lowering an allocation stay possible.
interface IPauses {
    /// @dev Registration: operators, networks, opting in, raising allocations. Deposits: delegating. Withdrawals:
    /// completing them. Tasks: creating, answering and finalising. Slashing: challenges, their resolution, equivocation
    /// proofs, and finalising, which would end the time to challenge. Claims: claiming rewards.
    enum PauseGroup {
        Registration,
        Deposits,
        Withdrawals,
        Tasks,
        Slashing,
        Claims
    }

    event PauseSet(PauseGroup indexed group, bool paused, address account);

    error GroupPaused(PauseGroup group);
    error NotGuardian(address account);
    error NotGovernance(address account);

    /// @notice Guardian only.
    function pause(PauseGroup group) external;

    /// @notice Governance only.
    function resume(PauseGroup group) external;

    function isPaused(PauseGroup group) external view returns (bool);

    /// @notice Reverts with `GroupPaused` while `group` is paused.
    function requireOpen(PauseGroup group) external view;
}
