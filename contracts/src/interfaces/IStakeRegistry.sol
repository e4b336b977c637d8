// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Recorded weights and aggregate keys, checkpointed by block
/// @notice `weight(operator, network) = sum over assets of floor(activeAssets * magnitude / totalMagnitude * multiplier / 1e18)`,
/// recorded when synced.
interface IStakeRegistry {
    /// @param weight The operator's recorded weight from `asset`, 1e-18 units.
    /// @param operatorTotal The operator's recorded weight over all assets after this change.
    /// @param networkTotal The network's recorded weight over all operators after this change.
    event WeightUpdated(
        address indexed network,
        address indexed operator,
        address indexed asset,
        uint256 weight,
        uint256 operatorTotal,
        uint256 networkTotal
    );
    /// @notice The sum of the keys of all operators with weight changed.
    /// @param aggregateKey G1 point, 128 bytes (EIP-2537); all zero (infinity) when nobody has weight.
    event AggregateKeyUpdated(address indexed network, bytes aggregateKey);

    error BlockNotYetMined(uint256 blockNumber);

    /// @notice Records the live weights of `operators` (those not opted in get zero). Anyone may call.
    function syncWeights(address network, address[] calldata operators) external;

    /// @notice `syncWeights` for one operator: what opting in or out and slashes call.
    function syncOperator(address network, address operator) external;

    /// @notice The weight that `syncWeights` would record now.
    function liveWeightOf(address network, address operator) external view returns (uint256);

    /// @notice The recorded weight from one asset.
    function assetWeightOf(address network, address operator, address asset) external view returns (uint256);

    function weightOf(address network, address operator) external view returns (uint256);

    /// @notice The recorded weight at the end of `blockNumber`, which must lie before the current block.
    function weightAt(address network, address operator, uint64 blockNumber) external view returns (uint256);

    function totalWeightOf(address network) external view returns (uint256);

    function totalWeightAt(address network, uint64 blockNumber) external view returns (uint256);

    /// @notice How many operators had weight at the end of `blockNumber`.
    function operatorCountAt(address network, uint64 blockNumber) external view returns (uint256);

    /// @notice The current sum of keys, 128 bytes (EIP-2537).
    function aggregateKeyOf(address network) external view returns (bytes memory);

    /// @notice keccak256 of the 128-byte sum of keys at the end of `blockNumber`; zero if nobody ever had weight by then.
    function aggregateKeyHashAt(address network, uint64 blockNumber) external view returns (bytes32);
}
