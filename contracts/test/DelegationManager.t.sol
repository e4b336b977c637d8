// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../src/demo/DemoToken.sol";
import {IDelegationManager} from "../src/interfaces/IDelegationManager.sol";
import {Fixture} from "./support/Fixture.sol";
import {FeeToken} from "./support/FeeToken.sol";
import {ReentrantToken} from "./support/ReentrantToken.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

contract DelegationManagerTest is Fixture {
    address private operator;

    function setUp() public override {
        super.setUp();
        operator = _register(1);
    }

    function test_GovernanceListsAssetsOnce() public {
        DemoToken token = new DemoToken("New", "NEW");
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.AssetListed(address(token), "NEW", 18);
        delegationManager.listAsset(address(token));
        vm.assertTrue(delegationManager.isListed(address(token)), "listed");

        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.AssetAlreadyListed.selector, address(token)));
        delegationManager.listAsset(address(token));

        _expectUnauthorized(stranger);
        vm.prank(stranger);
        delegationManager.listAsset(address(0xBEEF));
    }

    function test_DepositsMintSharesAtTheRate() public {
        stakeToken.mint(delegator, 100);
        vm.startPrank(delegator);
        stakeToken.approve(address(delegationManager), 100);
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.Delegated(delegator, operator, address(stakeToken), 100, 100, 100, 100);
        vm.assertEq(delegationManager.delegate(operator, address(stakeToken), 100), 100, "shares");
        vm.stopPrank();
        _delegateFrom(stranger, operator, stakeToken, 50);

        IDelegationManager.Pool memory pool = delegationManager.poolOf(operator, address(stakeToken));
        vm.assertEq(pool.totalAssets, 150, "assets");
        vm.assertEq(pool.totalShares, 150, "shares");
        vm.assertEq(delegationManager.sharesOf(delegator, operator, address(stakeToken)), 100, "own shares");
        vm.assertEq(delegationManager.activeAssetsOf(operator, address(stakeToken)), 150, "active");
        vm.assertEq(stakeToken.balanceOf(address(delegationManager)), 150, "held");
    }

    function test_RefusesUnlistedAssetsUnknownOperatorsAndNothing() public {
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.AssetNotListed.selector, address(rewardToken)));
        delegationManager.delegate(operator, address(rewardToken), 1);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.OperatorNotRegistered.selector, stranger));
        delegationManager.delegate(stranger, address(stakeToken), 1);
        _expectRevert(IDelegationManager.ZeroShares.selector);
        delegationManager.delegate(operator, address(stakeToken), 0);
    }

    function test_RefusesAPoolBeyondWhatWeightsCanHold() public {
        uint256 maximum = type(uint128).max;
        _delegate(operator, stakeToken, maximum);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.PoolTooLarge.selector, maximum));
        delegationManager.delegate(operator, address(stakeToken), 1);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.PoolTooLarge.selector, maximum));
        delegationManager.delegate(operator, address(stakeToken), type(uint256).max);
    }

    function test_RefusesTokensThatTakeAFee() public {
        FeeToken token = new FeeToken();
        delegationManager.listAsset(address(token));
        token.mint(address(this), 100);
        token.approve(address(delegationManager), 100);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.TransferAmountMismatch.selector, 100, 99));
        delegationManager.delegate(operator, address(token), 100);
    }

    function test_RefusesReentryFromATransfer() public {
        ReentrantToken token = new ReentrantToken();
        delegationManager.listAsset(address(token));
        token.mint(address(this), 100);
        token.approve(address(delegationManager), 100);
        token.callOnTransfer(
            address(delegationManager), abi.encodeCall(delegationManager.delegate, (operator, address(stakeToken), 1))
        );
        _expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        delegationManager.delegate(operator, address(token), 100);
    }

    function test_AWithdrawalEarnsNothingWhileQueuedAndPaysAtUnlock() public {
        _delegate(operator, stakeToken, 100);
        bytes32 expectedId = keccak256(abi.encode(block.chainid, address(delegationManager), 0));
        uint64 unlockAt = uint64(block.timestamp) + WITHDRAWAL_DELAY;
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.WithdrawalQueued(expectedId, delegator, operator, address(stakeToken), 40, unlockAt);
        bytes32 id = _queue(40);
        vm.assertEq(id, expectedId, "id");
        vm.assertEq(delegationManager.activeAssetsOf(operator, address(stakeToken)), 60, "active");
        vm.assertEq(delegationManager.sharesOf(delegator, operator, address(stakeToken)), 60, "own active shares");
        vm.assertEq(delegationManager.poolOf(operator, address(stakeToken)).queuedShares, 40, "queued");

        vm.warp(unlockAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.WithdrawalLocked.selector, unlockAt));
        _complete(id);
        vm.warp(unlockAt);
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.WithdrawalCompleted(id, 40, 0, 60, 60);
        vm.assertEq(_complete(id), 40, "paid");
        vm.assertEq(stakeToken.balanceOf(delegator), 40, "received");
        vm.assertEq(delegationManager.poolOf(operator, address(stakeToken)).queuedShares, 0, "queue empty");
        vm.assertTrue(delegationManager.withdrawalOf(id).completed, "completed");
    }

    function test_AWithdrawalIsPaidOnceAndToItsDelegatorOnly() public {
        _delegate(operator, stakeToken, 100);
        bytes32 id = _queue(40);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.NotDelegator.selector, stranger));
        vm.prank(stranger);
        delegationManager.completeWithdrawal(id);
        _complete(id);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.WithdrawalAlreadyCompleted.selector, id));
        _complete(id);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.WithdrawalNotFound.selector, bytes32(0)));
        _complete(0);
    }

    function test_RefusesToQueueNothingOrMoreThanOneHas() public {
        _delegate(operator, stakeToken, 100);
        _expectRevert(IDelegationManager.ZeroShares.selector);
        _queue(0);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.InsufficientShares.selector, 100, 101));
        _queue(101);
        _queue(100);
        vm.expectRevert(abi.encodeWithSelector(IDelegationManager.InsufficientShares.selector, 0, 1));
        _queue(1);
    }

    function testFuzz_DepositsAndWithdrawalsPayExactlyWhatCameIn(uint128 first, uint128 second, uint128 part) public {
        first = uint128(_bound(first, 1, type(uint128).max / 2));
        second = uint128(_bound(second, 1, type(uint128).max / 2));
        part = uint128(_bound(part, 1, first));
        _delegate(operator, stakeToken, first);
        _delegateFrom(stranger, operator, stakeToken, second);
        bytes32 id = _queue(part);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.assertEq(_complete(id), part, "without slashing a share stays an asset");
        uint256 rest = delegationManager.poolOf(operator, address(stakeToken)).totalAssets;
        vm.assertEq(rest, uint256(first) + second - part, "rest");
    }

    function _queue(uint256 shares) private returns (bytes32) {
        vm.prank(delegator);
        return delegationManager.queueWithdrawal(operator, address(stakeToken), shares);
    }

    function _complete(bytes32 id) private returns (uint256) {
        vm.prank(delegator);
        return delegationManager.completeWithdrawal(id);
    }
}
