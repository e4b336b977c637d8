// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IDelegationManager} from "../src/interfaces/IDelegationManager.sol";
import {StakeFixture} from "./support/StakeFixture.sol";

/// @dev A slash of n / d of the pool: what the AllocationManager hands over.
contract DelegationManagerSlashTest is StakeFixture {
    bytes32 private constant ID = keccak256("slash");

    address private operator;
    address private asset;

    function setUp() public override {
        super.setUp();
        operator = _register(1);
        asset = address(stakeToken);
    }

    function test_OnlyTheSlashingManagerSlashesAndPays() public {
        bytes memory expected = abi.encodeWithSelector(IDelegationManager.NotSlashingManager.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(expected);
        delegationManager.slash(ID, operator, asset, 1, 2);
        vm.expectRevert(expected);
        delegationManager.payFromSlashed(asset, stranger, 0);
        vm.stopPrank();
    }

    function test_ActiveAndQueuedSharesLoseAlike() public {
        _delegate(operator, stakeToken, 600);
        _delegateFrom(stranger, operator, stakeToken, 400);
        bytes32 id = _queueFrom(delegator, operator, stakeToken, 200);
        uint256 rateAfter = uint256(501) * ONE / 1001;
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.PoolSlashed(ID, operator, asset, ONE / 2, 400, 100, ONE, rateAfter, 500, 1000);
        vm.assertEq(_take(1, 2), 500, "half");

        vm.assertEq(delegationManager.activeAssetsOf(operator, asset), 400, "active");
        vm.assertEq(_redeemable(delegator, operator, stakeToken), 200, "active shares of the one who leaves");
        vm.assertEq(_redeemable(stranger, operator, stakeToken), 200, "who stays");
        vm.assertEq(delegationManager.sharesOf(stranger, operator, asset), 400, "shares stay");
        vm.assertEq(delegationManager.slashedOf(asset), 500, "kept aside");
        vm.assertEq(stakeToken.balanceOf(address(delegationManager)), 1000, "not gone yet");

        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.WithdrawalCompleted(id, 100, 100, 400, 800);
        vm.assertEq(_completeFor(delegator, id), 100, "paid at the rate of completion");
    }

    /// @dev Whoever queues between two slashes loses by the second only, whoever queued before by both.
    function test_WithdrawalsQueuedBetweenSlashesLoseByTheLaterOnly() public {
        _delegate(operator, stakeToken, 1000);
        _delegateFrom(stranger, operator, stakeToken, 1000);
        bytes32 early = _queueFrom(delegator, operator, stakeToken, 1000);
        _take(1, 2);
        bytes32 late = _queueFrom(stranger, operator, stakeToken, 1000);
        vm.assertEq(delegationManager.withdrawalOf(early).assetsAtQueue, 1000, "before both");
        vm.assertEq(delegationManager.withdrawalOf(late).assetsAtQueue, 500, "after the first");
        _take(1, 2);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.assertEq(_completeFor(delegator, early), 250, "a quarter");
        vm.assertEq(_completeFor(stranger, late), 250, "no better: it held the same shares all along");
        vm.assertEq(_poolAssets(operator, stakeToken), 0, "all gone");
    }

    function test_AWithdrawalThatUnlockedButWaitsIsStillSlashed() public {
        _delegate(operator, stakeToken, 1000);
        bytes32 id = _queueFrom(delegator, operator, stakeToken, 1000);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY + 1 days);
        _take(1, 4);
        vm.assertEq(_completeFor(delegator, id), 750, "slashable until it is completed");
    }

    function test_ACompletedWithdrawalIsOutOfReach() public {
        _delegate(operator, stakeToken, 1000);
        bytes32 id = _queueFrom(delegator, operator, stakeToken, 999);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        _completeFor(delegator, id);
        vm.assertEq(_take(1, 1), 1, "only what is left");
        vm.assertEq(stakeToken.balanceOf(delegator), 999, "kept");
    }

    function test_ADepositAfterASlashPaysTheNewRateAndLosesNothing() public {
        _delegate(operator, stakeToken, 1000e18);
        _take(1, 2);
        uint256 shares = _delegateFrom(stranger, operator, stakeToken, 100e18);
        vm.assertApproxEqAbs(shares, 200e18, 2, "two shares an asset");
        vm.assertApproxEqAbs(_redeemable(stranger, operator, stakeToken), 100e18, 2, "all that it put in");
        vm.assertApproxEqAbs(_redeemable(delegator, operator, stakeToken), 500e18, 2, "and no more than before");
    }

    function test_RoundsAgainstThePool() public {
        _delegate(operator, stakeToken, 10);
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.PoolSlashed(
            ID, operator, asset, 333_333_333_333_333_334, 4, 0, ONE, uint256(7) * ONE / 11, 6, 10
        );
        vm.assertEq(_take(1, 3), 4, "3.33 rounded up");
    }

    function test_ASlashOfAllClosesThePoolWhileSharesAreLeft() public {
        _delegate(operator, stakeToken, 1000);
        bytes32 id = _queueFrom(delegator, operator, stakeToken, 400);
        vm.assertEq(_take(1, 1), 1000, "all");
        bytes memory closed = abi.encodeWithSelector(IDelegationManager.PoolClosed.selector, operator, asset);
        vm.expectRevert(closed);
        delegationManager.delegate(operator, asset, 100);
        vm.assertEq(delegationManager.activeAssetsOf(operator, asset), 0, "no weight");
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.WithdrawalCompleted(id, 0, 400, 0, 600);
        vm.assertEq(_completeFor(delegator, id), 0, "nothing to pay");
        vm.expectRevert(closed);
        delegationManager.delegate(operator, asset, 100);
    }

    /// @dev Even an empty pool: nothing of it could ever be given to a network again.
    function test_APoolWithoutMagnitudeIsClosedForEver() public {
        _allocateAll(operator, stakeToken);
        vm.assertEq(_slash(operator, address(network), stakeToken, ONE), 0, "an empty pool loses nothing");
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.PoolClosed.selector, operator, asset));
        delegationManager.delegate(operator, asset, 100);
        _delegate(operator, otherToken, 100); // another asset's pool is another pool
    }

    function test_ADustPoolIsTakenWholeByAnySlash() public {
        _delegate(operator, stakeToken, 1);
        vm.assertEq(_take(1, 1e18), 1, "rounded up");
        vm.assertEq(_redeemable(delegator, operator, stakeToken), 0, "nothing left");
        vm.assertEq(_take(1, 2), 0, "and nothing more to take");
    }

    /// @dev One asset is left behind 1e24 shares: a deposit mints 5e23 shares for each of its assets.
    function test_ADepositIntoADustPoolIsWorthWhatWasPaid() public {
        _delegate(operator, stakeToken, 1e24);
        _take(1e24 - 1, 1e24);
        vm.assertEq(_poolAssets(operator, stakeToken), 1, "dust");
        _delegateFrom(stranger, operator, stakeToken, 1e18);
        vm.assertApproxEqAbs(_redeemable(stranger, operator, stakeToken), 1e18, 2, "what was paid");
        vm.assertLe(_redeemable(delegator, operator, stakeToken), 2, "and the dust stays dust");
    }

    function test_SharesOfADustPoolNeverOverflow() public {
        _delegate(operator, stakeToken, type(uint128).max);
        _take(uint256(type(uint128).max) - 1, type(uint128).max);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.PoolTooLarge.selector, type(uint128).max));
        delegationManager.delegate(operator, asset, type(uint128).max - 1);
        _delegateFrom(stranger, operator, stakeToken, 1e18);
        vm.assertApproxEqAbs(_redeemable(stranger, operator, stakeToken), 1e18, 2, "less is still taken");
    }

    function test_PaysFromWhatWasSlashedAndNotAUnitMore() public {
        _delegate(operator, stakeToken, 1000);
        _take(1, 4);
        vm.startPrank(address(slashingManager));
        delegationManager.payFromSlashed(asset, stranger, 100);
        vm.assertEq(stakeToken.balanceOf(stranger), 100, "paid");
        vm.assertEq(delegationManager.slashedOf(asset), 150, "left");
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        delegationManager.payFromSlashed(asset, stranger, 151);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        delegationManager.payFromSlashed(address(otherToken), stranger, 1);
        delegationManager.payFromSlashed(asset, stranger, 150);
        vm.stopPrank();
        vm.assertEq(_poolAssets(operator, stakeToken), 750, "the pool is untouched");
        vm.assertEq(stakeToken.balanceOf(address(delegationManager)), 750, "and covered");
    }

    function testFuzz_WhatASlashTakesIsWhatTheSharesLose(uint128 one, uint128 two, uint128 queued, uint64 part) public {
        one = uint128(_bound(one, 1, type(uint128).max / 2));
        two = uint128(_bound(two, 1, type(uint128).max / 2));
        part = uint64(_bound(part, 1, FULL));
        _delegate(operator, stakeToken, one);
        _delegateFrom(stranger, operator, stakeToken, two);
        bytes32 id = _queueFrom(delegator, operator, stakeToken, _bound(queued, 1, one));
        uint256 amount = _take(part, FULL);
        uint256 total = uint256(one) + two;
        vm.assertEq(amount, (total * part + FULL - 1) / FULL, "the part, rounded up");

        uint256 expected = _left(two, total, amount);
        vm.assertApproxEqAbs(_redeemable(stranger, operator, stakeToken), expected, 1, "each loses its part");
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        uint256 paid = _completeFor(delegator, id);
        vm.assertApproxEqAbs(paid, _left(_bound(queued, 1, one), total, amount), 1, "queued shares too");
        vm.assertEq(_poolAssets(operator, stakeToken), total - amount - paid, "conserved");
    }

    /// @dev `put` less its part of `amount`, without the virtual share and asset.
    function _left(uint256 put, uint256 total, uint256 amount) private pure returns (uint256) {
        return put - put * amount / total; // below 2^255: `put` is below 2^127
    }

    function _take(uint256 slashed, uint256 totalMagnitude) private returns (uint256) {
        vm.prank(address(slashingManager));
        return delegationManager.slash(ID, operator, asset, slashed, totalMagnitude);
    }
}
