// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DemoToken} from "../src/demo/DemoToken.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IRewardsCoordinator} from "../src/interfaces/IRewardsCoordinator.sol";
import {ISlashingManager} from "../src/interfaces/ISlashingManager.sol";
import {ReentrantToken} from "./support/ReentrantToken.sol";
import {RefusingToken} from "./support/RefusingToken.sol";
import {SlashFixture} from "./support/SlashFixture.sol";

/// @dev Where slashed stake goes, and that no token keeps an operator from being slashed.
contract SlashingManagerDistributionTest is SlashFixture {
    address private constant RECIPIENT = address(0x5142);

    function test_ABurnedSlashGoesToTheBurnAddress() public {
        _operatorsServe(1);
        Proof memory proof = _proof(_createTask(), 1);
        bytes32 slashId = _equivocationId(proof.taskId, 1);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.SlashDistributed(
            slashId, address(stakeToken), reporter, 0, INetworkRegistry.SlashSink.Burn, BURNED, 50
        );
        _prove(proof);
        vm.assertEq(slashingManager.BURN_ADDRESS(), BURNED, "address");
        vm.assertEq(stakeToken.balanceOf(BURNED), 50, "burned");
        _assertSettled(slashId, stakeToken);
    }

    function test_ASlashForTheRewardPotIsBookedAsTheNetworksRewards() public {
        _setSink(INetworkRegistry.SlashSink.RewardPot, address(0));
        _operatorsServe(1);
        Proof memory proof = _proof(_createTask(), 1);
        _commit(proof);
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RewardsAccrued(
            address(network), address(stakeToken), 2, 45, IRewardsCoordinator.AccrualSource.SlashedStake, proof.taskId
        );
        bytes32 slashId = _prove(proof);
        vm.assertEq(rewardsCoordinator.fundsOf(address(stakeToken)), 45, "booked");
        vm.assertEq(stakeToken.balanceOf(address(rewardsCoordinator)), 45, "held");
        vm.assertEq(stakeToken.balanceOf(reporter), 5, "reporter");
        _assertSettled(slashId, stakeToken);
    }

    function test_ASlashForARecipientIsPaidToIt() public {
        _setSink(INetworkRegistry.SlashSink.Recipient, RECIPIENT);
        _operatorsServe(1);
        Proof memory proof = _proof(_createTask(), 1);
        _commit(proof);
        bytes32 slashId = _equivocationId(proof.taskId, 1);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.SlashDistributed(
            slashId, address(stakeToken), reporter, 5, INetworkRegistry.SlashSink.Recipient, RECIPIENT, 45
        );
        _prove(proof);
        vm.assertEq(stakeToken.balanceOf(RECIPIENT), 45, "paid");
        vm.assertEq(rewardsCoordinator.fundsOf(address(stakeToken)), 0, "no reward");
        _assertSettled(slashId, stakeToken);
    }

    function test_WhatIsPaidIsNotPaidAgain() public {
        _operatorsServe(1);
        bytes32 slashId = _prove(_proof(_createTask(), 1));
        _expectNothing(slashId, stakeToken);
        slashingManager.distribute(slashId, address(stakeToken));
        bytes32 unknown = keccak256("unknown");
        _expectNothing(unknown, stakeToken);
        slashingManager.distribute(unknown, address(stakeToken));
        _expectNothing(slashId, otherToken);
        slashingManager.distribute(slashId, address(otherToken));
    }

    function test_AnAssetWhoseTransfersAreHaltedSavesNobodyAndIsPaidLater() public {
        RefusingToken token = _refusingTokenServes(1);
        Proof memory proof = _proof(_createTask(), 1);
        _commit(proof);
        token.halt(true);
        bytes32 slashId = _equivocationId(proof.taskId, 1);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.SlashDistributionDeferred(slashId, address(token), 50);
        _prove(proof);
        vm.assertEq(_pool(1, token), 50, "slashed");
        vm.assertEq(_weight(1), 50, "weight");
        vm.assertEq(slashingManager.undistributedOf(slashId, address(token)), 50, "kept aside");
        vm.assertEq(delegationManager.slashedOf(address(token)), 50, "and booked");

        vm.expectRevert(abi.encodeWithSelector(RefusingToken.Halted.selector));
        slashingManager.distribute(slashId, address(token));
        token.halt(false);
        vm.prank(stranger);
        slashingManager.distribute(slashId, address(token));
        vm.assertEq(token.balanceOf(reporter), 5, "the reporter's share");
        vm.assertEq(token.balanceOf(BURNED), 45, "the sink's");
        _assertSettled(slashId, token);
    }

    /// @dev What is slashed and not paid yet is nobody's stake: withdrawals pay what is left, and all of it.
    function test_WithdrawalsDoNotTouchWhatWaitsForItsDistribution() public {
        RefusingToken token = _refusingTokenServes(1);
        bytes32 taskId = _createTask();
        token.halt(true);
        bytes32 slashId = _prove(_proof(taskId, 1));
        token.halt(false);
        vm.prank(delegator);
        bytes32 withdrawalId = delegationManager.queueWithdrawal(_operator(1), address(token), 100);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.prank(delegator);
        vm.assertEq(delegationManager.completeWithdrawal(withdrawalId), 50, "what is left");
        vm.assertEq(token.balanceOf(address(delegationManager)), 50, "what waits");
        slashingManager.distribute(slashId, address(token));
        vm.assertEq(token.balanceOf(BURNED), 50, "paid");
    }

    function test_AReporterThatTheTokenRefusesLeavesItsShareToTheSink() public {
        RefusingToken token = _refusingTokenServes(1);
        token.refuse(reporter, true);
        bytes32 slashId = _reportAndProve(_proof(_createTask(), 1));
        vm.assertEq(token.balanceOf(BURNED), 50, "all");
        _assertSettled(slashId, token);
    }

    /// @dev Else a network whose recipient is refused would keep reporters from their shares.
    function test_ASinkThatTheTokenRefusesLeavesItsPartToTheNetworksRewards() public {
        RefusingToken token = _refusingTokenServes(1);
        token.refuse(BURNED, true);
        Proof memory proof = _proof(_createTask(), 1);
        bytes32 slashId = _equivocationId(proof.taskId, 1);
        _commit(proof);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.SlashDistributed(
            slashId, address(token), reporter, 5, INetworkRegistry.SlashSink.RewardPot, address(rewardsCoordinator), 45
        );
        _prove(proof);
        vm.assertEq(_pool(1, token), 50, "slashed");
        vm.assertEq(token.balanceOf(reporter), 5, "reporter");
        vm.assertEq(token.balanceOf(BURNED), 0, "refused");
        vm.assertEq(rewardsCoordinator.fundsOf(address(token)), 45, "the network's rewards");
        _assertSettled(slashId, token);
    }

    function test_EveryAssetOfTheOperatorIsSlashedAndPaid() public {
        _accept(otherToken);
        address operator = _register(1);
        _delegate(operator, stakeToken, 100);
        _delegate(operator, otherToken, 1000);
        _allocateAll(operator, otherToken);
        _optIn(operator);
        _nextBlock();
        bytes32 slashId = _reportAndProve(_proof(_createTask(), 1));
        vm.assertEq(_pool(1, stakeToken), 50, "first pool");
        vm.assertEq(_pool(1, otherToken), 500, "second pool");
        vm.assertEq(_weight(1), 550, "weight of both");
        vm.assertEq(stakeToken.balanceOf(reporter), 5, "share of the first");
        vm.assertEq(otherToken.balanceOf(reporter), 50, "share of the second");
        _assertSettled(slashId, stakeToken);
        _assertSettled(slashId, otherToken);
    }

    function test_AHaltedAssetDoesNotKeepTheOthersFromBeingPaid() public {
        RefusingToken token = _refusingTokenServes(1);
        _delegate(_operator(1), stakeToken, 100);
        _allocateAll(_operator(1), stakeToken);
        bytes32 taskId = _createTask();
        token.halt(true);
        bytes32 slashId = _prove(_proof(taskId, 1));
        vm.assertEq(stakeToken.balanceOf(BURNED), 50, "paid");
        vm.assertEq(slashingManager.undistributedOf(slashId, address(token)), 50, "waits");
        vm.assertEq(_weight(1), 100, "both are slashed");
    }

    /// @dev The owner cannot save a friend by no longer accepting what it has at stake.
    function test_AnAssetThatTheNetworkDroppedIsSlashedAllTheSame() public {
        _operatorsServe(1);
        bytes32 taskId = _createTask();
        vm.prank(owner);
        networkRegistry.setAsset(address(network), address(stakeToken), 0);
        _prove(_proof(taskId, 1));
        vm.assertEq(_pool(1, stakeToken), 50, "slashed");
        vm.assertEq(_weight(1), 0, "the network counts it no more");
    }

    function test_APartOfAPoolIsSlashedForItsNetworkOnly() public {
        address operator = _register(1);
        _delegate(operator, stakeToken, 100);
        _allocate(operator, address(network), stakeToken, FULL / 4);
        _optIn(operator);
        _nextBlock();
        bytes32 slashId = _prove(_proof(_createTask(), 1));
        vm.assertEq(_pool(1, stakeToken), 87, "12.5 rounded up");
        vm.assertEq(stakeToken.balanceOf(BURNED), 13, "burned");
        vm.assertEq(allocationManager.magnitudeOf(operator, address(network), address(stakeToken)), FULL / 8, "left");
        _assertSettled(slashId, stakeToken);
    }

    function test_ATokenThatReentersIsPaidOnce() public {
        ReentrantToken token = new ReentrantToken();
        _operatorsServeWith(token, 2);
        bytes32 taskId = _createTask();
        bytes32 slashId = _equivocationId(taskId, 1);
        token.callOnTransfer(
            address(slashingManager), abi.encodeCall(slashingManager.distribute, (slashId, address(token)))
        );
        _assertDeferred(taskId, 1, token);
        token.callOnTransfer(address(0), "");
        slashingManager.distribute(slashId, address(token));
        vm.assertEq(token.balanceOf(BURNED), 50, "once");
        _expectNothing(slashId, token);
        slashingManager.distribute(slashId, address(token));
    }

    function test_ATokenCannotSlashOrDepositWhileASlashIsPaid() public {
        ReentrantToken token = new ReentrantToken();
        _operatorsServeWith(token, 2);
        bytes32 taskId = _createTask();
        Proof memory other = _proof(taskId, 2);
        token.callOnTransfer(
            address(slashingManager),
            abi.encodeCall(
                slashingManager.proveEquivocation,
                (taskId, other.operator, other.hashA, other.signatureA, other.hashB, other.signatureB)
            )
        );
        _assertDeferred(taskId, 1, token);
        vm.assertEq(_pool(2, token), 100, "no slash within a payment");

        bytes32 second = _createTask();
        token.callOnTransfer(
            address(delegationManager), abi.encodeCall(delegationManager.delegate, (_operator(1), address(token), 0))
        );
        bytes32 slashId = _prove(_proof(second, 1));
        vm.assertEq(_pool(1, token), 25, "slashed");
        vm.assertEq(slashingManager.undistributedOf(slashId, address(token)), 25, "no deposit within a payment");
    }

    /// @dev Anyone may sync at any time, in the midst of a slash too: what is recorded at its end is right.
    function test_ASyncWithinASlashDoesNoHarm() public {
        ReentrantToken token = new ReentrantToken();
        _operatorsServeWith(token, 1);
        bytes32 taskId = _createTask();
        token.callOnTransfer(
            address(stakeRegistry), abi.encodeCall(stakeRegistry.syncOperator, (address(network), _operator(1)))
        );
        bytes32 slashId = _prove(_proof(taskId, 1));
        vm.assertEq(_weight(1), 50, "operator");
        vm.assertEq(stakeRegistry.totalWeightOf(address(network)), 50, "network");
        _assertSettled(slashId, token);
    }

    function testFuzz_WhatLeavesThePoolIsWhatTheReporterAndTheSinkGet(
        uint128 assets,
        uint16 slashBps,
        uint16 shareBps,
        uint64 magnitude
    ) public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.equivocationSlashBps = uint16(_bound(slashBps, 0, 10_000));
        parameters.reporterShareBps = uint16(_bound(shareBps, 0, 5000));
        parameters.minimumWeight = 0;
        _setParameters(parameters);
        uint256 deposit = _bound(assets, 1, type(uint128).max);
        address operator = _register(1);
        _delegate(operator, stakeToken, deposit);
        _allocate(operator, address(network), stakeToken, uint64(_bound(magnitude, 1, FULL)));
        _optIn(operator);
        vm.assume(_weight(1) > 0);
        _nextBlock();
        bytes32 slashId = _reportAndProve(_proof(_createTask(), 1));

        uint256 taken = deposit - _pool(1, stakeToken);
        uint256 share = stakeToken.balanceOf(reporter);
        vm.assertEq(share + stakeToken.balanceOf(BURNED), taken, "nothing lost or made");
        vm.assertEq(share, taken * parameters.reporterShareBps / 10_000, "rounded down");
        vm.assertEq(_weight(1), stakeRegistry.liveWeightOf(address(network), operator), "in sync");
        _assertSettled(slashId, stakeToken);
    }

    function _refusingTokenServes(uint256 count) private returns (RefusingToken token) {
        token = new RefusingToken();
        _operatorsServeWith(token, count);
    }

    function _setSink(INetworkRegistry.SlashSink sink, address recipient) private {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        (parameters.slashSink, parameters.slashRecipient) = (sink, recipient);
        _setParameters(parameters);
    }

    function _expectNothing(bytes32 slashId, IERC20 asset) private {
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.NothingToDistribute.selector, slashId, address(asset)));
    }

    /// @dev Slashed, but the payment, into which the token called, was undone.
    function _assertDeferred(bytes32 taskId, uint256 number, DemoToken token) private {
        bytes32 slashId = _prove(_proof(taskId, number));
        vm.assertEq(_pool(number, token), 50, "slashed");
        vm.assertEq(slashingManager.undistributedOf(slashId, address(token)), 50, "deferred");
    }

    function _assertSettled(bytes32 slashId, DemoToken token) private view {
        vm.assertEq(slashingManager.undistributedOf(slashId, address(token)), 0, "nothing waits");
        vm.assertEq(delegationManager.slashedOf(address(token)), 0, "nothing is kept aside");
        vm.assertEq(token.balanceOf(address(delegationManager)), _pool(1, token), "the rest is the pool's");
    }
}
