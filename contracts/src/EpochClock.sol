// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEpochClock} from "./interfaces/IEpochClock.sol";

contract EpochClock is IEpochClock {
    uint64 public immutable genesis;
    uint64 public immutable epochLength;

    /// @param genesis_ Not in the future, so that every block has an epoch.
    constructor(uint64 genesis_, uint64 epochLength_) {
        if (genesis_ > block.timestamp) revert GenesisInFuture(genesis_);
        if (epochLength_ == 0) revert ZeroEpochLength();
        genesis = genesis_;
        epochLength = epochLength_;
    }

    /// @inheritdoc IEpochClock
    function currentEpoch() external view returns (uint64) {
        return (uint64(block.timestamp) - genesis) / epochLength;
    }

    /// @inheritdoc IEpochClock
    function epochEnd(uint64 epoch) external view returns (uint64) {
        return genesis + (epoch + 1) * epochLength;
    }
}
