// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../src/demo/DemoToken.sol";
import {IAllocationManager} from "../src/interfaces/IAllocationManager.sol";
import {StakeFixture} from "./support/StakeFixture.sol";

contract AllocationManagerTest is StakeFixture {
    uint64 private constant RISE_DELAY = 40;

    address private operator;
    address private asset;
    address private first;
    address private second;

    function _allocationDelay() internal pure override returns (uint64) {
        return RISE_DELAY;
    }

    function setUp() public override {
        super.setUp();
        operator = _register(1);
        asset = address(stakeToken);
        first = address(network);
        second = _addNetwork(1);
    }

    function test_ARiseCountsAfterItsDelay() public {
        uint64 effectiveAt = uint64(block.timestamp) + RISE_DELAY;
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationScheduled(operator, first, asset, 0, 6e17, effectiveAt);
        _give(first, 6e17);
        vm.assertEq(_magnitude(first), 0, "not yet");
        vm.warp(effectiveAt - 1);
        vm.assertEq(_magnitude(first), 0, "not a second before");
        _assertAllocation(first, 0, 6e17, effectiveAt);
        vm.warp(effectiveAt);
        vm.assertEq(_magnitude(first), 6e17, "now");
        _assertAllocation(first, 6e17, 6e17, effectiveAt);
    }

    function test_AFallCountsAfterItsDelay() public {
        _settle(first, 6e17);
        uint64 effectiveAt = uint64(block.timestamp) + DEALLOCATION_DELAY;
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationScheduled(operator, first, asset, 6e17, 1e17, effectiveAt);
        _give(first, 1e17);
        vm.warp(effectiveAt - 1);
        vm.assertEq(_magnitude(first), 6e17, "still answers with all of it");
        vm.warp(effectiveAt);
        vm.assertEq(_magnitude(first), 1e17, "now");
    }

    function test_APoolBeginsWholeAndFree() public view {
        vm.assertEq(allocationManager.totalMagnitudeOf(operator, asset), FULL, "whole");
        vm.assertEq(allocationManager.freeMagnitudeOf(operator, asset), FULL, "free");
        vm.assertEq(allocationManager.allocatedAssetsOf(operator, first).length, 0, "no asset");
        vm.assertEq(allocationManager.allocatedNetworksOf(operator, asset).length, 0, "no network");
    }

    function test_APartIsListedOnceScheduled() public {
        _give(first, 1);
        _settle(first, 2);
        address[] memory assets = allocationManager.allocatedAssetsOf(operator, first);
        address[] memory networks = allocationManager.allocatedNetworksOf(operator, asset);
        vm.assertEq(assets.length, 1, "one asset");
        vm.assertEq(assets[0], asset, "asset");
        vm.assertEq(networks.length, 1, "one network");
        vm.assertEq(networks[0], first, "network");
    }

    function test_ARiseThatWaitsIsTakenAtOnce() public {
        _give(first, 6e17);
        vm.assertEq(_free(), 4e17, "free");
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, 4e17, 4e17 + 1));
        _give(second, 4e17 + 1);
        _give(second, 4e17);
        vm.assertEq(_free(), 0, "all given");
    }

    function test_WhatFallsIsFreeOnlyAfterItsDelay() public {
        _settle(first, FULL);
        _give(first, 1e17);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, 0, 1));
        _give(second, 1);
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, 9e17, 9e17 + 1));
        _give(second, 9e17 + 1);
        _give(second, 9e17);
    }

    /// @dev What the network has counts for its own rise.
    function test_ARiseMayTakeWhatIsFreeAndWhatTheNetworkHas() public {
        _settle(second, 3e17);
        _settle(first, 5e17);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, 7e17, 7e17 + 1));
        _give(first, 7e17 + 1);
        _give(first, 7e17);
    }

    function test_RefusesMoreThanEverything() public {
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, FULL, FULL + 1));
        _give(first, FULL + 1);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, FULL, type(uint64).max));
        _give(first, type(uint64).max);
    }

    function test_RefusesWhoIsNotAnOperator() public {
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.OperatorNotRegistered.selector, stranger));
        _allocate(stranger, first, stakeToken, 1);
    }

    function test_RefusesToRaiseForAnAssetThatTheNetworkDoesNotAccept() public {
        bytes memory expected =
            abi.encodeWithSelector(IAllocationManager.AssetNotAccepted.selector, first, address(otherToken));
        vm.expectRevert(expected);
        _allocate(operator, first, otherToken, 1);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.AssetNotAccepted.selector, stranger, asset));
        _give(stranger, 1);
    }

    function test_LowersForAnAssetThatTheNetworkAcceptsNoMore() public {
        _settle(first, 5e17);
        _accept(first, stakeToken, 0);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.AssetNotAccepted.selector, first, asset));
        _give(first, 6e17);
        _give(first, 0);
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        vm.assertEq(_free(), FULL, "free again");
    }

    function test_RefusesAMagnitudeThatIsThereAlready() public {
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeUnchanged.selector, 0));
        _give(first, 0);
        _settle(first, 5);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeUnchanged.selector, 5));
        _give(first, 5);
    }

    function test_OneChangeWaitsAtATime() public {
        uint64 effectiveAt = uint64(block.timestamp) + RISE_DELAY;
        _give(first, 5);
        bytes memory pending = abi.encodeWithSelector(IAllocationManager.AllocationChangePending.selector, effectiveAt);
        vm.expectRevert(pending);
        _give(first, 6);
        vm.warp(effectiveAt - 1);
        vm.expectRevert(pending);
        _give(first, 0);
        _give(second, 1); // another network's part is another change
        vm.warp(effectiveAt);
        _give(first, 6);
    }

    function test_RefusesASeventeenthAssetUntilOneIsSettledAtZero() public {
        DemoToken[] memory tokens = _sixteenMore();
        for (uint256 i = 0; i < 16; i++) {
            _acceptAndGive(tokens[i]);
        }
        _accept(first, tokens[0], 0);
        _accept(first, stakeToken, ONE);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.TooManyAllocations.selector, 16));
        _give(first, 1);

        vm.warp(block.timestamp + RISE_DELAY);
        _allocate(operator, first, tokens[7], 0);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.TooManyAllocations.selector, 16));
        _give(first, 1); // what falls is slashable still
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        _give(first, 1);
        address[] memory assets = allocationManager.allocatedAssetsOf(operator, first);
        vm.assertEq(assets.length, 16, "one went, one came");
        vm.assertEq(allocationManager.allocatedNetworksOf(operator, address(tokens[7])).length, 0, "both lists");
    }

    function test_RefusesASixtyFifthNetworkUntilOneIsSettledAtZero() public {
        for (uint160 i = 2; i < 66; i++) {
            _give(_addNetwork(i), 1);
        }
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.TooManyAllocations.selector, 64));
        _give(first, 1);
        _allocate(_register(2), first, stakeToken, 1); // each operator has its own bound
        vm.warp(block.timestamp + RISE_DELAY);
        _give(address(0xA0000 + 9), 0);
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        _give(first, 1);
        vm.assertEq(allocationManager.allocatedNetworksOf(operator, asset).length, 64, "one went, one came");
        vm.assertEq(allocationManager.allocatedAssetsOf(operator, address(0xA0000 + 9)).length, 0, "both lists");
        vm.assertEq(_free(), FULL - 64, "and all are counted");
    }

    function test_AFullListStillTakesChangesOfWhatItHolds() public {
        for (uint160 i = 2; i < 66; i++) {
            _give(_addNetwork(i), 1);
        }
        vm.warp(block.timestamp + RISE_DELAY);
        _give(address(0xA0000 + 9), 2);
        _give(address(0xA0000 + 10), 0);
    }

    function _sixteenMore() private returns (DemoToken[] memory tokens) {
        _accept(first, stakeToken, 0);
        tokens = new DemoToken[](16);
        for (uint256 i = 0; i < 16; i++) {
            tokens[i] = new DemoToken("T", "T");
            delegationManager.listAsset(address(tokens[i]));
        }
    }

    function _acceptAndGive(DemoToken token) private {
        _accept(first, token, ONE);
        _allocate(operator, first, token, 1);
    }

    function _give(address network_, uint64 magnitude) private {
        _allocate(operator, network_, stakeToken, magnitude);
    }

    function _settle(address network_, uint64 magnitude) private {
        if (block.timestamp < allocationManager.allocationOf(operator, network_, asset).effectiveAt) {
            vm.warp(allocationManager.allocationOf(operator, network_, asset).effectiveAt);
        }
        _give(network_, magnitude);
        vm.warp(allocationManager.allocationOf(operator, network_, asset).effectiveAt);
    }

    function _magnitude(address network_) private view returns (uint64) {
        return allocationManager.magnitudeOf(operator, network_, asset);
    }

    function _free() private view returns (uint64) {
        return allocationManager.freeMagnitudeOf(operator, asset);
    }

    function _assertAllocation(address network_, uint64 current, uint64 next, uint64 effectiveAt) private view {
        IAllocationManager.Allocation memory allocation = allocationManager.allocationOf(operator, network_, asset);
        vm.assertEq(allocation.current, current, "current");
        vm.assertEq(allocation.next, next, "next");
        vm.assertEq(allocation.effectiveAt, effectiveAt, "effective at");
    }
}
