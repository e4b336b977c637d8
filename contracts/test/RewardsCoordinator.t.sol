// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../src/demo/DemoToken.sol";
import {IRewardsCoordinator} from "../src/interfaces/IRewardsCoordinator.sol";
import {Fixture} from "./support/Fixture.sol";
import {FeeToken} from "./support/FeeToken.sol";

contract RewardsCoordinatorTest is Fixture {
    address private constant EARNER = address(0xEA12);
    address private constant OTHER = address(0x07E2);
    bytes32 private constant BUNDLE = keccak256("bundle");

    function test_AScheduleIsPaidInWholeWhenItIsFunded() public {
        bytes32 id = keccak256(abi.encode(block.chainid, rewardsCoordinator, 0));
        _approve(rewardToken, 500);
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RewardsScheduled(id, address(network), address(rewardToken), 100, 1, 5);
        vm.assertEq(_fund(100, 1, 5), id, "id");
        vm.assertEq(rewardsCoordinator.fundsOf(address(rewardToken)), 500, "booked");
        vm.assertEq(rewardToken.balanceOf(address(rewardsCoordinator)), 500, "held");
    }

    function test_RefusesSchedulesForThePresentOrPast() public {
        _toEpoch(3);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.FirstEpochNotInFuture.selector, 3, 3));
        _fund(100, 3, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.FirstEpochNotInFuture.selector, 2, 3));
        _fund(100, 2, 5);
    }

    function test_RefusesEmptyAndEndlessSchedules() public {
        _expectRevert(IRewardsCoordinator.InvalidSchedule.selector);
        _fund(0, 1, 1);
        _expectRevert(IRewardsCoordinator.InvalidSchedule.selector);
        _fund(1, 1, 0);
        _expectRevert(IRewardsCoordinator.InvalidSchedule.selector);
        _fund(1, 2, type(uint64).max - 1);
    }

    function test_RefusesUnknownNetworksAndFeeTokens() public {
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.NetworkNotRegistered.selector, stranger));
        rewardsCoordinator.fundSchedule(stranger, address(rewardToken), 1, 1, 1);

        FeeToken token = new FeeToken();
        token.mint(address(this), 100);
        token.approve(address(rewardsCoordinator), 100);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.TransferAmountMismatch.selector, 100, 99));
        rewardsCoordinator.fundSchedule(address(network), address(token), 100, 1, 1);
    }

    function test_FeesForfeitedBondsAndSlashedStakeAccrue() public {
        IRewardsCoordinator.AccrualSource[3] memory sources = [
            IRewardsCoordinator.AccrualSource.Fee,
            IRewardsCoordinator.AccrualSource.ForfeitedBond,
            IRewardsCoordinator.AccrualSource.SlashedStake
        ];
        address[3] memory accruers = [address(taskManager), address(challengeManager), address(slashingManager)];
        _toEpoch(2);
        for (uint256 i = 0; i < 3; i++) {
            bytes32 taskId = keccak256(abi.encode(i));
            vm.expectEmit(address(rewardsCoordinator));
            emit IRewardsCoordinator.RewardsAccrued(address(network), address(rewardToken), 2, 10, sources[i], taskId);
            vm.prank(accruers[i]);
            rewardsCoordinator.accrue(address(network), address(rewardToken), 10, sources[i], taskId);
            vm.assertEq(rewardsCoordinator.fundsOf(address(rewardToken)), 10 * (i + 1), "booked");
        }
    }

    function test_NobodyElseAccrues() public {
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.NotAccruer.selector, stranger));
        vm.prank(stranger);
        rewardsCoordinator.accrue(
            address(network), address(rewardToken), 1, IRewardsCoordinator.AccrualSource.Fee, bytes32(0)
        );
    }

    function test_ARootIsSubmittedOnceItsEpochHasEnded() public {
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.EpochNotEnded.selector, 0));
        _submit(0, bytes32(uint256(1)), 1);
        _toEpoch(1);
        uint64 activatesAt = uint64(block.timestamp) + ACTIVATION_DELAY;
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RootSubmitted(0, bytes32(uint256(1)), BUNDLE, 1, activatesAt);
        _submit(0, bytes32(uint256(1)), 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootAlreadySubmitted.selector, 0));
        _submit(0, bytes32(uint256(2)), 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.EpochNotEnded.selector, type(uint64).max));
        _submit(type(uint64).max, bytes32(uint256(1)), 1);
    }

    function test_OnlyItsRolesSubmitAndDisable() public {
        _toEpoch(1);
        _expectUnauthorized(guardian);
        vm.prank(guardian);
        rewardsCoordinator.submitRoot(0, bytes32(uint256(1)), BUNDLE, 1);
        _submit(0, bytes32(uint256(1)), 1);
        _expectUnauthorized(rootSubmitter);
        vm.prank(rootSubmitter);
        rewardsCoordinator.disableRoot(0);
    }

    function test_TheGuardianDisablesARootBeforeItActivates() public {
        bytes32 root = _submitLeaf(EARNER, 100);
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RootDisabled(0, root);
        _disable(0);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootIsDisabled.selector, 0));
        _disable(0);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootIsDisabled.selector, 0));
        _claim(0, EARNER, 100);
        _submit(0, root, 100); // the epoch may get another
        vm.assertFalse(rewardsCoordinator.rootOf(0).disabled, "replaced");
    }

    function test_RefusesToDisableAnActiveOrUnknownRoot() public {
        _submitLeaf(EARNER, 100);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootAlreadyActive.selector, 0));
        _disable(0);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootNotFound.selector, 7));
        _disable(7);
    }

    function test_ClaimsPayTheDifferenceToWhatWasClaimed() public {
        _approve(rewardToken, 500);
        _fund(100, 1, 5);
        _activateLeaf(0, EARNER, 100);
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RewardsClaimed(EARNER, address(rewardToken), stranger, 100, 100);
        vm.assertEq(_claim(0, EARNER, 100), 100, "first");
        vm.assertEq(rewardToken.balanceOf(stranger), 100, "received");
        _expectRevert(IRewardsCoordinator.NothingToClaim.selector);
        _claim(0, EARNER, 100);

        _activateLeaf(1, EARNER, 130);
        vm.assertEq(_claim(1, EARNER, 130), 30, "the difference");
        vm.assertEq(rewardsCoordinator.claimedOf(EARNER, address(rewardToken)), 130, "cumulative");
        vm.assertEq(rewardsCoordinator.fundsOf(address(rewardToken)), 370, "left");
        _expectRevert(IRewardsCoordinator.NothingToClaim.selector);
        _claim(0, EARNER, 100); // an older root pays nothing again
    }

    function test_RefusesClaimsBeforeActivation() public {
        _submitLeaf(EARNER, 100);
        vm.warp(rewardsCoordinator.rootOf(0).activatesAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootNotActive.selector, 0));
        _claim(0, EARNER, 100);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.RootNotFound.selector, 5));
        _claim(5, EARNER, 100);
    }

    function test_RefusesProofsOfAnotherEarnerAmountOrToken() public {
        _approve(rewardToken, 500);
        _fund(100, 1, 5);
        _activateLeaf(0, EARNER, 100);
        _expectRevert(IRewardsCoordinator.InvalidProof.selector);
        _claim(0, OTHER, 100);
        _expectRevert(IRewardsCoordinator.InvalidProof.selector);
        _claim(0, EARNER, 101);
        bytes32[] memory proof = _proof(0);
        _expectRevert(IRewardsCoordinator.InvalidProof.selector);
        vm.prank(EARNER);
        rewardsCoordinator.claim(0, EARNER, address(stakeToken), 100, proof, EARNER);
    }

    function test_NothingIsProvenAgainstAnEmptyRoot() public {
        _toEpoch(1);
        _submit(0, bytes32(0), 0);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
        _expectRevert(IRewardsCoordinator.InvalidProof.selector);
        vm.prank(EARNER);
        rewardsCoordinator.claim(0, EARNER, address(rewardToken), 1, new bytes32[](0), EARNER);
    }

    function test_ClaimsNeverPayMoreThanCameIn() public {
        _approve(rewardToken, 50);
        _fund(50, 1, 1);
        rewardToken.mint(address(rewardsCoordinator), 1000); // a gift is nobody's reward
        _activateLeaf(0, EARNER, 100);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsCoordinator.ClaimExceedsFunds.selector, address(rewardToken), 50, 100)
        );
        _claim(0, EARNER, 100);
    }

    function test_OnlyTheEarnerAndItsClaimerClaim() public {
        _approve(rewardToken, 100);
        _fund(100, 1, 1);
        _activateLeaf(0, EARNER, 60);
        bytes32[] memory proof = _proof(0);
        vm.expectRevert(abi.encodeWithSelector(IRewardsCoordinator.NotClaimer.selector, EARNER, OTHER));
        vm.prank(OTHER);
        rewardsCoordinator.claim(0, EARNER, address(rewardToken), 60, proof, OTHER);

        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.ClaimerSet(EARNER, OTHER);
        vm.prank(EARNER);
        rewardsCoordinator.setClaimer(OTHER);
        vm.prank(OTHER);
        rewardsCoordinator.claim(0, EARNER, address(rewardToken), 60, proof, OTHER);
        vm.assertEq(rewardToken.balanceOf(OTHER), 60, "paid");
        vm.prank(EARNER);
        rewardsCoordinator.setClaimer(address(0));
        vm.assertEq(rewardsCoordinator.claimerOf(EARNER), address(0), "taken back");
    }

    function test_AnOperatorsPayoutClaimsUnlessAnotherWasNamed() public {
        address operator = _register(1);
        vm.assertEq(rewardsCoordinator.claimerOf(operator), _payout(1), "payout");
        vm.prank(operator);
        rewardsCoordinator.setClaimer(OTHER);
        vm.assertEq(rewardsCoordinator.claimerOf(operator), OTHER, "named");
        vm.prank(operator);
        rewardsCoordinator.setClaimer(address(0));
        vm.assertEq(rewardsCoordinator.claimerOf(operator), _payout(1), "payout again");
        vm.assertEq(rewardsCoordinator.claimerOf(stranger), address(0), "nobody");
    }

    function test_RefusesToPayNobody() public {
        _activateLeaf(0, EARNER, 1);
        bytes32[] memory proof = _proof(0);
        _expectRevert(IRewardsCoordinator.ZeroAddress.selector);
        vm.prank(EARNER);
        rewardsCoordinator.claim(0, EARNER, address(rewardToken), 1, proof, address(0));
    }

    function _approve(DemoToken token, uint256 amount) private {
        token.mint(address(this), amount);
        token.approve(address(rewardsCoordinator), amount);
    }

    function _fund(uint256 amountPerEpoch, uint64 firstEpoch, uint64 epochs) private returns (bytes32) {
        return
            rewardsCoordinator.fundSchedule(address(network), address(rewardToken), amountPerEpoch, firstEpoch, epochs);
    }

    function _submit(uint64 epoch, bytes32 root, uint256 total) private {
        vm.prank(rootSubmitter);
        rewardsCoordinator.submitRoot(epoch, root, BUNDLE, total);
    }

    function _disable(uint64 epoch) private {
        vm.prank(guardian);
        rewardsCoordinator.disableRoot(epoch);
    }

    function _submitLeaf(address earner, uint256 cumulative) private returns (bytes32 root) {
        _toEpoch(1);
        root = _root(0, earner, cumulative);
        _submit(0, root, cumulative);
    }

    function _activateLeaf(uint64 epoch, address earner, uint256 cumulative) private {
        _toEpoch(epoch + 1);
        _submit(epoch, _root(epoch, earner, cumulative), cumulative);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
    }

    function _claim(uint64 epoch, address earner, uint256 cumulative) private returns (uint256) {
        bytes32[] memory proof = _proof(epoch);
        vm.prank(earner);
        return rewardsCoordinator.claim(epoch, earner, address(rewardToken), cumulative, proof, stranger);
    }

    /// @dev A tree of two leaves: the earner's, and one that stands for all others.
    function _root(uint64 epoch, address earner, uint256 cumulative) private view returns (bytes32) {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(earner, address(rewardToken), cumulative))));
        bytes32 sibling = _sibling(epoch);
        return leaf < sibling ? keccak256(abi.encode(leaf, sibling)) : keccak256(abi.encode(sibling, leaf));
    }

    function _proof(uint64 epoch) private pure returns (bytes32[] memory proof) {
        proof = new bytes32[](1);
        proof[0] = _sibling(epoch);
    }

    function _sibling(uint64 epoch) private pure returns (bytes32) {
        return keccak256(abi.encode("others", epoch));
    }
}
