// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAllocationManager} from "../src/interfaces/IAllocationManager.sol";
import {StakeFixture} from "./support/StakeFixture.sol";

contract AllocationManagerSlashTest is StakeFixture {
    bytes32 private constant ID = keccak256("slash");
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
        _give(first, 6e17);
        _give(second, 3e17);
        vm.warp(block.timestamp + RISE_DELAY);
    }

    function test_OnlyTheSlashingManagerSlashes() public {
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.NotSlashingManager.selector, stranger));
        vm.prank(stranger);
        allocationManager.slash(ID, operator, first, asset, 1);
    }

    function test_TakesTheFractionOfTheNetworksPartAndOfTheWhole() public {
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationSlashed(ID, operator, asset, first, 3e17, 3e17, 3e17, 7e17);
        (uint64 slashed, uint64 totalBefore) = _take(first, ONE / 2);
        vm.assertEq(slashed, 3e17, "slashed");
        vm.assertEq(totalBefore, FULL, "before");
        _assertMagnitudes(3e17, 3e17, 7e17);
        vm.assertEq(allocationManager.freeMagnitudeOf(operator, asset), 1e17, "what was free stays free");
        _give(first, 4e17);
        vm.warp(block.timestamp + RISE_DELAY);
        (, totalBefore) = _take(first, ONE / 2);
        vm.assertEq(totalBefore, 7e17, "what is left of the whole");
        _assertMagnitudes(2e17, 3e17, 5e17);
    }

    function test_RoundsAgainstTheOperator() public {
        (uint64 slashed,) = _take(first, 1);
        vm.assertEq(slashed, 1, "0.6 of a unit");
        _assertMagnitudes(6e17 - 1, 3e17, FULL - 1);
    }

    function test_TakesNothingWhereNothingCounts() public {
        address third = _addNetwork(2);
        _give(third, 1e17); // waits
        vm.recordLogs();
        (uint64 slashed, uint64 totalBefore) = _take(third, ONE);
        vm.assertEq(slashed, 0, "what waits is not slashed");
        vm.assertEq(totalBefore, FULL, "whole");
        (slashed,) = _take(address(0xBEEF), ONE);
        vm.assertEq(slashed, 0, "nothing was given");
        (slashed,) = _take(first, 0);
        vm.assertEq(slashed, 0, "no fraction");
        vm.assertEq(vm.getRecordedLogs().length, 0, "and no event says otherwise");
        vm.warp(block.timestamp + RISE_DELAY);
        vm.assertEq(_magnitude(third), 1e17, "the rise arrives");
    }

    function test_ASlashBetweenAFallAndItsEffectTakesOfAllThatIsStillThere() public {
        _give(first, 2e17);
        uint64 effectiveAt = uint64(block.timestamp) + DEALLOCATION_DELAY;
        vm.warp(effectiveAt - 1);
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationSlashed(ID, operator, asset, first, 3e17, 3e17, 1e17, 7e17);
        _take(first, ONE / 2);
        _assertMagnitudes(3e17, 3e17, 7e17);
        vm.warp(effectiveAt);
        _assertMagnitudes(1e17, 3e17, 7e17);
        vm.assertEq(allocationManager.freeMagnitudeOf(operator, asset), 3e17, "what was lowered and left is free");
    }

    function test_ASlashAfterAFallTakesOfTheRestOnly() public {
        _give(first, 2e17);
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationSlashed(ID, operator, asset, first, 1e17, 1e17, 1e17, 9e17);
        _take(first, ONE / 2);
    }

    function test_AFallToZeroThatWaitsSavesNothing() public {
        _give(first, 0);
        vm.warp(block.timestamp + DEALLOCATION_DELAY - 1);
        _take(first, ONE);
        _assertMagnitudes(0, 3e17, 4e17);
        vm.warp(block.timestamp + 1);
        _assertMagnitudes(0, 3e17, 4e17);
        _give(first, 1e17); // and the change is over
    }

    function test_ARiseThatWaitsKeepsItsSizeThroughASlash() public {
        _give(first, 7e17);
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationSlashed(ID, operator, asset, first, 3e17, 3e17, 4e17, 7e17);
        _take(first, ONE / 2);
        vm.assertEq(allocationManager.freeMagnitudeOf(operator, asset), 0, "the rise still takes the rest");
        vm.warp(block.timestamp + RISE_DELAY);
        _assertMagnitudes(4e17, 3e17, 7e17);
    }

    function test_ASlashNeitherEndsNorMovesAChangeThatWaits() public {
        uint64 effectiveAt = uint64(block.timestamp) + DEALLOCATION_DELAY;
        _give(first, 2e17);
        _take(first, ONE / 2);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.AllocationChangePending.selector, effectiveAt));
        _give(first, 1);
    }

    function test_ASlashOfAllLeavesNothingToGive() public {
        _give(second, 0);
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        _give(first, FULL);
        vm.warp(block.timestamp + RISE_DELAY);
        _take(first, ONE);
        _assertMagnitudes(0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, 0, 1));
        _give(second, 1);
        (uint64 slashed, uint64 totalBefore) = _take(first, ONE);
        vm.assertEq(slashed, 0, "nothing more");
        vm.assertEq(totalBefore, 0, "nothing left");
    }

    function test_OtherOperatorsAndAssetsKeepTheirMagnitudes() public {
        _accept(first, otherToken, ONE);
        address other = _register(2);
        _allocate(other, first, stakeToken, 5e17);
        _allocate(operator, first, otherToken, 5e17);
        vm.warp(block.timestamp + RISE_DELAY);
        _take(first, ONE);
        vm.assertEq(allocationManager.magnitudeOf(other, first, asset), 5e17, "the other operator");
        vm.assertEq(allocationManager.totalMagnitudeOf(other, asset), FULL, "its whole");
        vm.assertEq(allocationManager.magnitudeOf(operator, first, address(otherToken)), 5e17, "the other asset");
        vm.assertEq(allocationManager.totalMagnitudeOf(operator, address(otherToken)), FULL, "its whole");
    }

    /// @dev The whole point: what one network takes never comes out of another's security.
    function testFuzz_ASlashLeavesWhatBacksTheOthers(uint256 pool, uint64 a, uint64 b, uint64 fraction) public {
        pool = _bound(pool, 0, 1e30);
        operator = _register(2);
        if (pool > 0) _delegate(operator, stakeToken, pool);
        a = uint64(_bound(a, 1, FULL - 1));
        b = uint64(_bound(b, 1, FULL - a));
        _give(first, a);
        _give(second, b);
        vm.warp(block.timestamp + RISE_DELAY);
        uint256 before = _slashable(operator, second, stakeToken);
        uint256 ofFirst = _slashable(operator, first, stakeToken);
        uint256 amount = _slash(operator, first, stakeToken, _bound(fraction, 0, ONE));
        uint256 afterwards = _slashable(operator, second, stakeToken);
        vm.assertLe(afterwards, before, "a slash gives nobody anything");
        vm.assertLe(before, afterwards + 1, "and takes at most the rounding");
        vm.assertLe(amount, ofFirst + 1, "it takes of the network's own part");
    }

    /// @dev Rises, falls, slashes and time in any order, against a model that knows no `next` and no sets.
    function testFuzz_PartsNeverSumToMoreThanWhatRemains(uint256 seed) public {
        _delegate(operator, stakeToken, 1e24);
        address[3] memory networks = [first, second, _addNetwork(2)];
        for (uint256 i = 0; i < 40; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            _step(networks, seed);
            _assertWithinWhatRemains(networks);
        }
    }

    function _step(address[3] memory networks, uint256 seed) private {
        address chosen = networks[(seed >> 8) % 3];
        if (seed % 3 == 0) {
            vm.warp(block.timestamp + (seed >> 16) % DEALLOCATION_DELAY);
        } else if (seed % 3 == 1) {
            _change(chosen, uint64((seed >> 16) % (FULL + 1)));
        } else {
            _slashOne(networks, chosen, seed >> 16 & 7 == 0 ? ONE : (seed >> 24) % ONE);
        }
    }

    /// @dev Asks for anything, and takes what there is when that is too much.
    function _change(address chosen, uint64 magnitude) private {
        IAllocationManager.Allocation memory before = allocationManager.allocationOf(operator, chosen, asset);
        if (block.timestamp < before.effectiveAt) return;
        uint64 most = allocationManager.freeMagnitudeOf(operator, asset) + before.current;
        if (magnitude > most) {
            vm.expectRevert(
                abi.encodeWithSelector(IAllocationManager.MagnitudeExceeded.selector, uint256(most), magnitude)
            );
            _give(chosen, magnitude);
            magnitude = most;
        }
        if (magnitude != before.current) _give(chosen, magnitude);
    }

    function _slashOne(address[3] memory networks, address chosen, uint256 fraction) private {
        uint256[3] memory before;
        for (uint256 i = 0; i < 3; i++) {
            before[i] = _slashable(operator, networks[i], stakeToken);
        }
        uint256 remaining = allocationManager.totalMagnitudeOf(operator, asset);
        uint256 part = _magnitude(chosen);
        uint256 expected = (part * fraction + ONE - 1) / ONE;
        _slash(operator, chosen, stakeToken, fraction);
        vm.assertEq(_magnitude(chosen), part - expected, "of the network's part");
        vm.assertEq(allocationManager.totalMagnitudeOf(operator, asset), remaining - expected, "of the whole");
        for (uint256 i = 0; i < 3; i++) {
            if (networks[i] == chosen) continue;
            uint256 left = _slashable(operator, networks[i], stakeToken);
            vm.assertApproxEqAbs(left, before[i], 1, "nothing of the others");
        }
    }

    function _assertWithinWhatRemains(address[3] memory networks) private view {
        uint256 sum = 0;
        for (uint256 i = 0; i < 3; i++) {
            IAllocationManager.Allocation memory part = allocationManager.allocationOf(operator, networks[i], asset);
            sum += part.current > part.next ? part.current : part.next;
        }
        uint256 remaining = allocationManager.totalMagnitudeOf(operator, asset);
        vm.assertLe(sum, remaining, "at most what remains");
        vm.assertEq(allocationManager.freeMagnitudeOf(operator, asset), remaining - sum, "the rest is free");
    }

    function _take(address network_, uint256 fraction) private returns (uint64 slashed, uint64 totalBefore) {
        vm.prank(address(slashingManager));
        return allocationManager.slash(ID, operator, network_, asset, fraction);
    }

    function _give(address network_, uint64 magnitude) private {
        _allocate(operator, network_, stakeToken, magnitude);
    }

    function _magnitude(address network_) private view returns (uint64) {
        return allocationManager.magnitudeOf(operator, network_, asset);
    }

    function _assertMagnitudes(uint64 ofFirst, uint64 ofSecond, uint64 total) private view {
        vm.assertEq(_magnitude(first), ofFirst, "first");
        vm.assertEq(_magnitude(second), ofSecond, "second");
        vm.assertEq(allocationManager.totalMagnitudeOf(operator, asset), total, "total");
    }
}
