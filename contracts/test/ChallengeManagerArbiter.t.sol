// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IChallengeManager} from "../src/interfaces/IChallengeManager.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IRewardsCoordinator} from "../src/interfaces/IRewardsCoordinator.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {ITaskVerifier} from "../src/interfaces/ITaskVerifier.sol";
import {PriceAttestationNetwork} from "../src/networks/PriceAttestationNetwork.sol";
import {ChallengeFixture} from "./support/ChallengeFixture.sol";
import {RefusingToken} from "./support/RefusingToken.sol";

/// @dev Challenges that the network's verifier leaves undecided until its arbiter has ruled, or too long.
contract ChallengeManagerArbiterTest is ChallengeFixture {
    bytes32 private taskId;
    bytes32 private challengeId;
    uint64 private resolveBy;

    function setUp() public override {
        super.setUp();
        _serveTheArbitersNetwork();
        _operatorsServe(2);
        taskId = _answered(PRICE, 2, _none());
        challengeId = _challenge(taskId, _evidence(PRICE, _none(), _one(1)));
        resolveBy = uint64(block.timestamp) + RESOLUTION_WINDOW;
    }

    function test_AnUndecidedChallengeWaitsWithItsBond() public {
        _assertOutcome(challengeId, IChallengeManager.Outcome.Pending);
        _assertStatus(taskId, ITaskManager.TaskStatus.Challenged, "challenged");
        vm.assertEq(rewardToken.balanceOf(address(challengeManager)), BOND, "kept");
        vm.assertEq(_poolOf(1), 100, "nobody is slashed");
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeUndecided.selector, challengeId, resolveBy));
        challengeManager.resolve(challengeId, _evidence(PRICE));
    }

    function test_ATaskIsNotFinalWhileItIsChallenged() public {
        vm.warp(taskManager.taskOf(taskId).challengeDeadline + 1);
        bytes memory notResponded = abi.encodeWithSelector(ITaskManager.TaskNotResponded.selector, taskId);
        vm.expectRevert(notResponded);
        taskManager.finalize(taskId);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        taskManager.finalize(taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Final, "final");
    }

    function test_ATaskIsChallengedOnceAtATime() public {
        _fundBond(rewardToken, BOND);
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.TaskNotChallengeable.selector, taskId));
        _challengeFunded(taskId, _evidence(PRICE));
    }

    function test_TheArbitersRulingAgainstTheResponseUpholdsTheChallenge() public {
        _rule(ITaskVerifier.Verdict.Wrong);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(challengeId, taskId, IChallengeManager.Outcome.Upheld, BOND);
        vm.prank(stranger);
        challengeManager.resolve(challengeId, _evidence(PRICE, _none(), _one(2)));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.assertEq(_poolOf(1), 100, "named in the challenge only");
        vm.assertEq(_poolOf(2), 90, "named in the resolution");
        vm.assertEq(rewardToken.balanceOf(challenger), BOND, "to the challenger, not to the caller");
        vm.assertEq(stakeToken.balanceOf(challenger), 2, "the challenger's share");
        challengeManager.slashSigners(challengeId, new address[](0), _addresses(_one(1)));
        vm.assertEq(_poolOf(1), 90, "later");
    }

    function test_TheArbitersRulingForTheResponseForfeitsTheBond() public {
        _rule(ITaskVerifier.Verdict.Right);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(challengeId, taskId, IChallengeManager.Outcome.Failed, 0);
        _expectForfeit(address(rewardToken), BOND);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "stands");
        vm.assertEq(rewardsCoordinator.fundsOf(address(rewardToken)), BOND, "booked");
        vm.assertEq(_poolOf(1), 100, "nobody is slashed");
    }

    function test_ARulingCountsInTheWindowsLastSecond() public {
        vm.warp(resolveBy);
        _rule(ITaskVerifier.Verdict.Wrong);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        _assertOutcome(challengeId, IChallengeManager.Outcome.Upheld);
    }

    function test_ARulingThatComesTooLateDoesNotCount() public {
        _rule(ITaskVerifier.Verdict.Wrong);
        vm.warp(resolveBy + 1);
        challengeManager.resolve(challengeId, _evidence(PRICE, _none(), _one(1)));
        _assertOutcome(challengeId, IChallengeManager.Outcome.Dismissed);
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "stands");
        vm.assertEq(_poolOf(1), 100, "nobody is slashed");
    }

    /// @dev Nobody needs the evidence any more to end it.
    function test_WhatNobodyDecidedIsDismissedAndItsBondReturned() public {
        vm.warp(resolveBy + 1);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(challengeId, taskId, IChallengeManager.Outcome.Dismissed, BOND);
        IChallengeManager.Evidence memory nothing;
        vm.prank(stranger);
        challengeManager.resolve(challengeId, nothing);
        vm.assertEq(rewardToken.balanceOf(challenger), BOND, "returned");
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeNotPending.selector, challengeId));
        challengeManager.resolve(challengeId, nothing);
    }

    function test_ADismissedChallengeMayBeRepeatedWithinTheChallengeWindow() public {
        vm.warp(resolveBy + 1);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        bytes32 second = _challenge(taskId, _evidence(PRICE));
        _rule(ITaskVerifier.Verdict.Wrong);
        challengeManager.resolve(second, _evidence(PRICE));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        _assertOutcome(challengeId, IChallengeManager.Outcome.Dismissed);
    }

    function test_ARulingMadeBeforeDecidesAChallengeAtOnce() public {
        bytes32 other = _answered(PRICE, 2, _none());
        vm.prank(arbiter);
        _prices().rule(other, keccak256(PRICE), ITaskVerifier.Verdict.Wrong, "");
        _challenge(other, _evidence(PRICE, _none(), _one(1)));
        _assertStatus(other, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.assertEq(_poolOf(1), 90, "slashed");
    }

    function test_SignersAreNotSlashedWhileOrAfterAChallengeIsUndecided() public {
        address[] memory signers = _addresses(_one(1));
        bytes memory notUpheld = abi.encodeWithSelector(IChallengeManager.ChallengeNotUpheld.selector, challengeId);
        vm.expectRevert(notUpheld);
        challengeManager.slashSigners(challengeId, new address[](0), signers);
        vm.warp(resolveBy + 1);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        vm.expectRevert(notUpheld);
        challengeManager.slashSigners(challengeId, new address[](0), signers);
    }

    function test_RefusesToResolveWithOtherEvidenceThanTheTasks() public {
        IChallengeManager.Evidence memory evidence = _evidence(PRICE);
        evidence.payload = "";
        _expectRevert(IChallengeManager.WrongPayload.selector);
        challengeManager.resolve(challengeId, evidence);
        // A response of another length would be wrong at once.
        _expectRevert(IChallengeManager.WrongResponse.selector);
        challengeManager.resolve(challengeId, _evidence(""));
    }

    function test_UnknownChallengesAreNotResolved() public {
        bytes32 unknown = keccak256("unknown");
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeNotFound.selector, unknown));
        challengeManager.resolve(unknown, _evidence(PRICE));
    }

    function test_ASuspendedNetworksChallengesAreStillDecided() public {
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        _rule(ITaskVerifier.Verdict.Wrong);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
    }

    function test_ADismissedChallengersBondThatItsTokenWillNotPayGoesToTheRewards() public {
        RefusingToken token = new RefusingToken();
        _setBond(token, 100);
        taskId = _answered(PRICE, 2, _none());
        _fundBond(token, 100);
        challengeId = _challengeFunded(taskId, _evidence(PRICE));
        token.refuse(challenger, true);
        vm.warp(block.timestamp + RESOLUTION_WINDOW + 1);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(challengeId, taskId, IChallengeManager.Outcome.Dismissed, 0);
        _expectForfeit(address(token), 100);
        challengeManager.resolve(challengeId, _evidence(PRICE));
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "stands");
    }

    function _rule(ITaskVerifier.Verdict verdict) private {
        vm.prank(arbiter);
        _prices().rule(taskId, keccak256(PRICE), verdict, "what the exchanges say");
    }

    function _prices() private view returns (PriceAttestationNetwork) {
        return PriceAttestationNetwork(address(network));
    }

    function _expectForfeit(address token, uint256 amount) private {
        IRewardsCoordinator.AccrualSource source = IRewardsCoordinator.AccrualSource.ForfeitedBond;
        uint64 epoch = epochClock.currentEpoch();
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RewardsAccrued(address(network), token, epoch, amount, source, taskId);
    }
}
