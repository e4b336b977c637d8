// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Pausable} from "./Pausable.sol";
import {IAllocationManager} from "./interfaces/IAllocationManager.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";

contract AllocationManager is IAllocationManager, Pausable {
    using EnumerableSet for EnumerableSet.AddressSet;

    uint64 private constant FULL_MAGNITUDE = 1e18;
    uint256 private constant ONE = 1e18;
    /// @dev A slash goes through all assets of one operator in one network.
    uint256 private constant MAX_ASSETS = 16;
    /// @dev An allocation goes through all networks that have a part of the pool; the operator alone makes them more.
    uint256 private constant MAX_NETWORKS = 64;

    INetworkRegistry public immutable networkRegistry;
    IOperatorRegistry public immutable operatorRegistry;
    address public immutable slashingManager;
    uint64 public immutable allocationDelay;
    uint64 public immutable deallocationDelay;

    /// @dev Counted from zero, so that a pool that was never slashed needs no storage.
    mapping(address operator => mapping(address asset => uint64)) private _slashedMagnitude;
    mapping(address operator => mapping(address network => mapping(address asset => Allocation))) private _allocations;
    mapping(address operator => mapping(address network => EnumerableSet.AddressSet)) private _assets;
    mapping(address operator => mapping(address asset => EnumerableSet.AddressSet)) private _networks;

    constructor(
        IPauses pauses_,
        INetworkRegistry networkRegistry_,
        IOperatorRegistry operatorRegistry_,
        address slashingManager_,
        uint64 allocationDelay_,
        uint64 deallocationDelay_
    ) Pausable(pauses_) {
        networkRegistry = networkRegistry_;
        operatorRegistry = operatorRegistry_;
        slashingManager = slashingManager_;
        allocationDelay = allocationDelay_;
        deallocationDelay = deallocationDelay_;
    }

    /// @inheritdoc IAllocationManager
    function allocate(address network, address asset, uint64 magnitude) external {
        if (!operatorRegistry.isRegistered(msg.sender)) revert OperatorNotRegistered(msg.sender);
        Allocation storage allocation = _allocations[msg.sender][network][asset];
        if (block.timestamp < allocation.effectiveAt) revert AllocationChangePending(allocation.effectiveAt);
        uint64 current = allocation.next;
        if (magnitude == current) revert MagnitudeUnchanged(magnitude);

        bool rises = magnitude > current;
        if (rises) {
            pauses.requireOpen(IPauses.PauseGroup.Registration);
            if (networkRegistry.multiplierOf(network, asset) == 0) revert AssetNotAccepted(network, asset);
            _include(msg.sender, network, asset);
            uint64 available = freeMagnitudeOf(msg.sender, asset) + current;
            if (magnitude > available) revert MagnitudeExceeded(available, magnitude);
        }
        uint64 effectiveAt = uint64(block.timestamp) + (rises ? allocationDelay : deallocationDelay);
        _allocations[msg.sender][network][asset] =
            Allocation({current: current, next: magnitude, effectiveAt: effectiveAt});
        emit AllocationScheduled(msg.sender, network, asset, current, magnitude, effectiveAt);
    }

    /// @inheritdoc IAllocationManager
    function slash(bytes32 slashId, address operator, address network, address asset, uint256 fraction)
        external
        returns (uint64 slashed, uint64 totalBefore)
    {
        if (msg.sender != slashingManager) revert NotSlashingManager(msg.sender);
        totalBefore = totalMagnitudeOf(operator, asset);
        Allocation memory allocation = allocationOf(operator, network, asset);
        uint64 before = allocation.current;
        // forge-lint: disable-next-line(unsafe-typecast) -- at most `before`
        slashed = uint64(Math.mulDiv(before, fraction, ONE, Math.Rounding.Ceil));
        if (slashed == 0) return (0, totalBefore);

        allocation.current = before - slashed;
        if (allocation.next > before) {
            // A rise that waits keeps its size.
            allocation.next -= slashed;
        } else {
            // A fall that waits is slashed in proportion; without a change the two are equal and stay so.
            // forge-lint: disable-next-line(unsafe-typecast) -- at most `next`
            allocation.next = uint64(Math.mulDiv(allocation.next, before - slashed, before));
        }
        _allocations[operator][network][asset] = allocation;
        _slashedMagnitude[operator][asset] += slashed;
        emit AllocationSlashed(
            slashId, operator, asset, network, slashed, allocation.current, allocation.next, totalBefore - slashed
        );
    }

    /// @inheritdoc IAllocationManager
    function magnitudeOf(address operator, address network, address asset) external view returns (uint64) {
        return allocationOf(operator, network, asset).current;
    }

    /// @inheritdoc IAllocationManager
    function allocatedAssetsOf(address operator, address network) external view returns (address[] memory) {
        return _assets[operator][network].values();
    }

    /// @inheritdoc IAllocationManager
    function allocatedNetworksOf(address operator, address asset) external view returns (address[] memory) {
        return _networks[operator][asset].values();
    }

    /// @inheritdoc IAllocationManager
    function totalMagnitudeOf(address operator, address asset) public view returns (uint64) {
        return FULL_MAGNITUDE - _slashedMagnitude[operator][asset];
    }

    /// @inheritdoc IAllocationManager
    function freeMagnitudeOf(address operator, address asset) public view returns (uint64) {
        EnumerableSet.AddressSet storage networks = _networks[operator][asset];
        uint64 taken = 0;
        for (uint256 i = 0; i < networks.length(); i++) {
            Allocation memory allocation = allocationOf(operator, networks.at(i), asset);
            taken += allocation.next > allocation.current ? allocation.next : allocation.current;
        }
        return totalMagnitudeOf(operator, asset) - taken;
    }

    /// @inheritdoc IAllocationManager
    function allocationOf(address operator, address network, address asset)
        public
        view
        returns (Allocation memory allocation)
    {
        allocation = _allocations[operator][network][asset];
        if (block.timestamp >= allocation.effectiveAt) allocation.current = allocation.next;
    }

    /// @dev Makes room by forgetting what settled at zero, then adds the pair.
    function _include(address operator, address network, address asset) private {
        EnumerableSet.AddressSet storage assets = _assets[operator][network];
        if (assets.contains(asset)) return;
        EnumerableSet.AddressSet storage networks = _networks[operator][asset];
        if (assets.length() >= MAX_ASSETS || networks.length() >= MAX_NETWORKS) {
            _forgetSettled(operator, network, asset);
        }
        if (assets.length() >= MAX_ASSETS) revert TooManyAllocations(MAX_ASSETS);
        if (networks.length() >= MAX_NETWORKS) revert TooManyAllocations(MAX_NETWORKS);
        assets.add(asset);
        networks.add(network);
    }

    function _forgetSettled(address operator, address network, address asset) private {
        address[] memory assets = _assets[operator][network].values();
        for (uint256 i = 0; i < assets.length; i++) {
            _forgetIfSettled(operator, network, assets[i]);
        }
        address[] memory networks = _networks[operator][asset].values();
        for (uint256 i = 0; i < networks.length; i++) {
            _forgetIfSettled(operator, networks[i], asset);
        }
    }

    function _forgetIfSettled(address operator, address network, address asset) private {
        Allocation memory allocation = allocationOf(operator, network, asset);
        if (allocation.current != 0 || allocation.next != 0) return;
        _assets[operator][network].remove(asset);
        _networks[operator][asset].remove(network);
    }
}
