// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What a network's contract answers about its tasks
interface ITaskVerifier {
    /// @notice Whether `response` is the right answer to `payload`. Total: never reverts for any input of bounded length.
    function verify(bytes calldata payload, bytes calldata response) external view returns (bool);
}
