// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What a network's contract answers about its tasks
interface ITaskVerifier {
    enum Verdict {
        Undecided,
        Right,
        Wrong
    }

    /// @notice Whether `response` is a right answer to the task's `payload`. `Undecided` leaves a challenge open until a
    /// later call decides it or the network's resolution window has passed. Total: reverts for no input of bounded
    /// length, and what it once decided it never changes.
    function verify(bytes32 taskId, bytes calldata payload, bytes calldata response) external view returns (Verdict);
}
