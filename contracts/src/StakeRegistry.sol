// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {IAllocationManager} from "./interfaces/IAllocationManager.sol";
import {IDelegationManager} from "./interfaces/IDelegationManager.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IStakeRegistry} from "./interfaces/IStakeRegistry.sol";
import {BLS12381} from "./libraries/BLS12381.sol";

contract StakeRegistry is IStakeRegistry {
    using Checkpoints for Checkpoints.Trace208;
    using Checkpoints for Checkpoints.Trace256;
    using EnumerableSet for EnumerableSet.AddressSet;
    using SafeCast for uint256;

    struct OperatorRecord {
        mapping(address asset => uint256) weights;
        /// Assets with a recorded weight: a network may have removed some of them since.
        EnumerableSet.AddressSet assets;
        Checkpoints.Trace208 total;
    }

    struct NetworkRecord {
        mapping(address operator => OperatorRecord) operators;
        Checkpoints.Trace208 total;
        /// How many operators have weight.
        Checkpoints.Trace208 operatorCount;
        /// Sum of the keys of all operators with weight; empty until there was one.
        bytes aggregateKey;
        /// keccak256 of `aggregateKey`.
        Checkpoints.Trace256 aggregateKeyHash;
    }

    /// @dev What one call changes in a network, kept in memory and stored once at its end.
    struct Sync {
        address network;
        address[] assets;
        uint256[] multipliers;
        uint256 networkTotal;
        bytes aggregateKey;
        uint256 operatorCount;
        bool keyChanged;
    }

    uint256 private constant ONE = 1e18;

    INetworkRegistry public immutable networkRegistry;
    IOperatorRegistry public immutable operatorRegistry;
    IDelegationManager public immutable delegationManager;
    IAllocationManager public immutable allocationManager;

    mapping(address network => NetworkRecord) private _networks;

    constructor(
        INetworkRegistry networkRegistry_,
        IOperatorRegistry operatorRegistry_,
        IDelegationManager delegationManager_,
        IAllocationManager allocationManager_
    ) {
        networkRegistry = networkRegistry_;
        operatorRegistry = operatorRegistry_;
        delegationManager = delegationManager_;
        allocationManager = allocationManager_;
    }

    /// @inheritdoc IStakeRegistry
    function syncWeights(address network, address[] calldata operators) external {
        Sync memory sync = _begin(network);
        for (uint256 i = 0; i < operators.length; i++) {
            _syncOperator(sync, operators[i]);
        }
        _finish(sync);
    }

    /// @inheritdoc IStakeRegistry
    function syncOperator(address network, address operator) external {
        Sync memory sync = _begin(network);
        _syncOperator(sync, operator);
        _finish(sync);
    }

    /// @inheritdoc IStakeRegistry
    function liveWeightOf(address network, address operator) external view returns (uint256 weight) {
        if (!networkRegistry.isOptedIn(network, operator)) return 0;
        (address[] memory assets, uint256[] memory multipliers) = networkRegistry.assetsOf(network);
        for (uint256 i = 0; i < assets.length; i++) {
            weight += _liveWeightDown(network, operator, assets[i], multipliers[i]);
        }
    }

    /// @inheritdoc IStakeRegistry
    function assetWeightOf(address network, address operator, address asset) external view returns (uint256) {
        return _networks[network].operators[operator].weights[asset];
    }

    /// @inheritdoc IStakeRegistry
    function weightOf(address network, address operator) external view returns (uint256) {
        return _networks[network].operators[operator].total.latest();
    }

    /// @inheritdoc IStakeRegistry
    function weightAt(address network, address operator, uint64 blockNumber) external view returns (uint256) {
        return _networks[network].operators[operator].total.upperLookupRecent(_pastBlock(blockNumber));
    }

    /// @inheritdoc IStakeRegistry
    function totalWeightOf(address network) external view returns (uint256) {
        return _networks[network].total.latest();
    }

    /// @inheritdoc IStakeRegistry
    function totalWeightAt(address network, uint64 blockNumber) external view returns (uint256) {
        return _networks[network].total.upperLookupRecent(_pastBlock(blockNumber));
    }

    /// @inheritdoc IStakeRegistry
    function operatorCountAt(address network, uint64 blockNumber) external view returns (uint256) {
        return _networks[network].operatorCount.upperLookupRecent(_pastBlock(blockNumber));
    }

    /// @inheritdoc IStakeRegistry
    function aggregateKeyOf(address network) external view returns (bytes memory) {
        return _aggregateKey(network);
    }

    /// @inheritdoc IStakeRegistry
    function aggregateKeyHashAt(address network, uint64 blockNumber) external view returns (bytes32) {
        return bytes32(_networks[network].aggregateKeyHash.upperLookupRecent(_pastBlock(blockNumber)));
    }

    function _begin(address network) private view returns (Sync memory sync) {
        sync.network = network;
        (sync.assets, sync.multipliers) = networkRegistry.assetsOf(network);
        sync.networkTotal = _networks[network].total.latest();
        sync.aggregateKey = _aggregateKey(network);
        sync.operatorCount = _networks[network].operatorCount.latest();
    }

    function _syncOperator(Sync memory sync, address operator) private {
        OperatorRecord storage record = _networks[sync.network].operators[operator];
        bool optedIn = networkRegistry.isOptedIn(sync.network, operator);
        uint256 before = record.total.latest();
        uint256 total = before;
        for (uint256 i = 0; i < sync.assets.length; i++) {
            uint256 weight = optedIn ? _liveWeightDown(sync.network, operator, sync.assets[i], sync.multipliers[i]) : 0;
            total = _setAssetWeight(sync, record, operator, sync.assets[i], weight, total);
        }
        total = _dropRemovedAssets(sync, record, operator, total);
        if (total != before) record.total.push(block.number.toUint48(), total.toUint208());
        if ((before == 0) != (total == 0)) _toggleKey(sync, operator, total != 0);
    }

    /// @dev What is recorded for assets that the network no longer accepts falls to zero.
    function _dropRemovedAssets(Sync memory sync, OperatorRecord storage record, address operator, uint256 total)
        private
        returns (uint256)
    {
        address[] memory recorded = record.assets.values();
        for (uint256 i = 0; i < recorded.length; i++) {
            if (_contains(sync.assets, recorded[i])) continue;
            total = _setAssetWeight(sync, record, operator, recorded[i], 0, total);
        }
        return total;
    }

    /// @return The operator's total after the change.
    function _setAssetWeight(
        Sync memory sync,
        OperatorRecord storage record,
        address operator,
        address asset,
        uint256 weight,
        uint256 operatorTotal
    ) private returns (uint256) {
        uint256 old = record.weights[asset];
        if (weight == old) return operatorTotal;
        record.weights[asset] = weight;
        if (weight == 0) record.assets.remove(asset);
        else if (old == 0) record.assets.add(asset);
        operatorTotal = operatorTotal + weight - old;
        sync.networkTotal = sync.networkTotal + weight - old;
        emit WeightUpdated(sync.network, operator, asset, weight, operatorTotal, sync.networkTotal);
        return operatorTotal;
    }

    function _toggleKey(Sync memory sync, address operator, bool joins) private view {
        bytes memory key = operatorRegistry.blsKeyOf(operator);
        sync.aggregateKey = BLS12381.addG1(sync.aggregateKey, joins ? key : BLS12381.negateG1(key));
        sync.operatorCount = joins ? sync.operatorCount + 1 : sync.operatorCount - 1;
        sync.keyChanged = true;
    }

    function _finish(Sync memory sync) private {
        NetworkRecord storage record = _networks[sync.network];
        if (sync.networkTotal != record.total.latest()) {
            record.total.push(block.number.toUint48(), sync.networkTotal.toUint208());
        }
        if (!sync.keyChanged) return;
        record.aggregateKey = sync.aggregateKey;
        record.operatorCount.push(block.number.toUint48(), sync.operatorCount.toUint208());
        record.aggregateKeyHash.push(block.number, uint256(keccak256(sync.aggregateKey)));
        emit AggregateKeyUpdated(sync.network, sync.aggregateKey);
    }

    /// @dev `floor(activeAssets * magnitude / totalMagnitude * multiplier / 1e18)`, rounded once. No overflow: a pool holds
    /// less than 2^128, magnitudes are at most 1e18, and a multiplier is at most 1e36.
    function _liveWeightDown(address network, address operator, address asset, uint256 multiplier)
        private
        view
        returns (uint256)
    {
        uint256 magnitude = allocationManager.magnitudeOf(operator, network, asset);
        if (magnitude == 0) return 0;
        uint256 active = delegationManager.activeAssetsOf(operator, asset);
        return
            Math.mulDiv(
                active * magnitude, multiplier, uint256(allocationManager.totalMagnitudeOf(operator, asset)) * ONE
            );
    }

    function _aggregateKey(address network) private view returns (bytes memory key) {
        key = _networks[network].aggregateKey;
        if (key.length == 0) key = new bytes(BLS12381.G1_LENGTH);
    }

    function _pastBlock(uint64 blockNumber) private view returns (uint48) {
        if (blockNumber >= block.number) revert BlockNotYetMined(blockNumber);
        return uint256(blockNumber).toUint48();
    }

    function _contains(address[] memory list, address item) private pure returns (bool) {
        for (uint256 i = 0; i < list.length; i++) {
            if (list[i] == item) return true;
        }
        return false;
    }
}
