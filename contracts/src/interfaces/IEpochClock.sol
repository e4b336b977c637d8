// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The one clock of reward epochs
/// @notice Epoch `e` is the half-open interval `[genesis + e * epochLength, genesis + (e + 1) * epochLength)` of block timestamps.
interface IEpochClock {
    error GenesisInFuture(uint64 genesis);
    error ZeroEpochLength();

    /// @notice Timestamp (seconds) at which epoch 0 begins. Fixed at deployment.
    function genesis() external view returns (uint64);

    /// @notice Length of every epoch, in seconds. Fixed at deployment.
    function epochLength() external view returns (uint64);

    /// @notice The epoch that holds the current block's timestamp.
    function currentEpoch() external view returns (uint64);

    /// @notice The first timestamp (seconds) that lies after epoch `epoch`.
    function epochEnd(uint64 epoch) external view returns (uint64);
}
