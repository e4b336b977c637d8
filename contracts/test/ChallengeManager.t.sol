// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {DemoToken} from "../src/demo/DemoToken.sol";
import {IChallengeManager} from "../src/interfaces/IChallengeManager.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IRewardsCoordinator} from "../src/interfaces/IRewardsCoordinator.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {ExactTransfer} from "../src/libraries/ExactTransfer.sol";
import {ChallengeFixture} from "./support/ChallengeFixture.sol";
import {FeeToken} from "./support/FeeToken.sol";
import {ReentrantToken} from "./support/ReentrantToken.sol";
import {RefusingToken} from "./support/RefusingToken.sol";

/// @dev Who may challenge what, for which bond. Who is slashed: ChallengeManagerSlash.t.sol. Decisions that take time:
/// ChallengeManagerArbiter.t.sol.
contract ChallengeManagerTest is ChallengeFixture {
    function setUp() public override {
        super.setUp();
        _operatorsServe(2);
    }

    function test_AChallengeIsAnnouncedWithItsTerms() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        bytes32 expectedId = _challengeId(0, taskId);
        uint64 resolveBy = uint64(block.timestamp) + RESOLUTION_WINDOW;
        _fundBond(rewardToken, BOND);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeRaised(
            expectedId, taskId, challenger, address(network), address(rewardToken), BOND, resolveBy
        );
        vm.assertEq(_challengeFunded(taskId, _evidence(WRONG)), expectedId, "id");

        IChallengeManager.Challenge memory raised = challengeManager.challengeOf(expectedId);
        vm.assertEq(raised.taskId, taskId, "task");
        vm.assertEq(raised.challenger, challenger, "challenger");
        vm.assertEq(raised.resolveBy, resolveBy, "resolve by");
        vm.assertEq(raised.bondToken, address(rewardToken), "token");
        vm.assertEq(raised.bond, BOND, "bond");
        bytes32 other = _answered(WRONG, 2, _none());
        vm.assertEq(_challenge(other, _evidence(WRONG)), _challengeId(1, other), "the next one");
    }

    function test_AnUpheldChallengeRejectsTheTaskAndReturnsTheBond() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        _fundBond(rewardToken, BOND);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(
            _challengeId(0, taskId), taskId, IChallengeManager.Outcome.Upheld, BOND
        );
        bytes32 challengeId = _challengeFunded(taskId, _evidence(WRONG));
        _assertOutcome(challengeId, IChallengeManager.Outcome.Upheld);
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.assertEq(rewardToken.balanceOf(challenger), BOND, "returned");
        vm.assertEq(rewardToken.balanceOf(address(challengeManager)), 0, "nothing kept");
    }

    function test_AFailedChallengeForfeitsItsBondToTheNetworksRewards() public {
        bytes32 taskId = _answered(_right(), 2, _none());
        _fundBond(rewardToken, BOND);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(_challengeId(0, taskId), taskId, IChallengeManager.Outcome.Failed, 0);
        _expectForfeit(rewardToken, BOND, taskId);
        bytes32 challengeId = _challengeFunded(taskId, _evidence(_right()));
        _assertOutcome(challengeId, IChallengeManager.Outcome.Failed);
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "stands");
        _assertForfeited(rewardToken, BOND);
    }

    function test_ARightResponseMayBeChallengedAgainWithinItsWindowAndThenBecomesFinal() public {
        bytes32 taskId = _answered(_right(), 2, _none());
        uint64 deadline = taskManager.taskOf(taskId).challengeDeadline;
        _challenge(taskId, _evidence(_right()));
        vm.warp(deadline);
        _challenge(taskId, _evidence(_right()));
        vm.assertEq(taskManager.taskOf(taskId).challengeDeadline, deadline, "the window does not move");
        vm.warp(deadline + 1);
        _expectClosed(taskId, _right(), deadline);
        taskManager.finalize(taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Final, "final");
        _assertForfeited(rewardToken, 2 * BOND);
    }

    function test_AWrongResponseMayBeChallengedInItsWindowsLastSecondAndNotLater() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        bytes32 other = _answered(WRONG, 2, _none());
        uint64 deadline = taskManager.taskOf(taskId).challengeDeadline;
        vm.warp(deadline);
        _challenge(taskId, _evidence(WRONG));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.warp(deadline + 1);
        _expectClosed(other, WRONG, deadline);
    }

    function test_OnlyAcceptedResponsesAreChallenged() public {
        _expectNotChallengeable(keccak256("unknown"));
        bytes32 expired = _createTask();
        _expectNotChallengeable(expired);
        vm.warp(taskManager.taskOf(expired).deadline + 1);
        taskManager.expire(expired);
        _expectNotChallengeable(expired);

        bytes32 rejected = _answered(WRONG, 2, _none());
        _challenge(rejected, _evidence(WRONG));
        _expectNotChallengeable(rejected);

        bytes32 finalized = _answered(WRONG, 2, _none());
        vm.warp(taskManager.taskOf(finalized).challengeDeadline + 1);
        taskManager.finalize(finalized);
        _expectNotChallengeable(finalized);
    }

    function test_ARejectedTaskIsNeverAnsweredOrFinalAgain() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG));
        bytes memory key = stakeRegistry.aggregateKeyOf(address(network));
        bytes memory notOpen = abi.encodeWithSelector(ITaskManager.TaskNotOpen.selector, taskId);
        vm.expectRevert(notOpen);
        taskManager.respond(taskId, _right(), new address[](0), key, "");
        vm.warp(block.timestamp + 365 days);
        vm.expectRevert(notOpen);
        taskManager.expire(taskId);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TaskNotResponded.selector, taskId));
        taskManager.finalize(taskId);
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeNotPending.selector, challengeId));
        challengeManager.resolve(challengeId, _evidence(WRONG));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "for ever");
    }

    function test_RefusesAnotherPayloadOrResponseThanTheTasks() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        IChallengeManager.Evidence memory evidence = _evidence(WRONG);
        evidence.payload = abi.encode(uint256(16));
        _expectRevert(IChallengeManager.WrongPayload.selector);
        _challengeFunded(taskId, evidence);
        _expectRevert(IChallengeManager.WrongResponse.selector);
        _challengeFunded(taskId, _evidence(_right()));
    }

    function test_AChallengeNeedsItsBond() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        _fundBond(rewardToken, BOND - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector, address(challengeManager), BOND - 1, BOND
            )
        );
        _challengeFunded(taskId, _evidence(WRONG));
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "unchallenged");
    }

    function test_RefusesBondsThatDoNotArriveWhole() public {
        FeeToken token = new FeeToken();
        _setBond(token, 100);
        bytes32 taskId = _answered(WRONG, 2, _none());
        _fundBond(token, 100);
        vm.expectRevert(abi.encodeWithSelector(ExactTransfer.TransferAmountMismatch.selector, 100, 99));
        _challengeFunded(taskId, _evidence(WRONG));
    }

    function test_RefusesReentryFromTheBondsToken() public {
        ReentrantToken token = new ReentrantToken();
        _setBond(token, 1);
        bytes32 taskId = _answered(WRONG, 2, _none());
        _fundBond(token, 1);
        bytes[3] memory calls = [
            abi.encodeCall(challengeManager.challenge, (taskId, _evidence(WRONG))),
            abi.encodeCall(challengeManager.resolve, (bytes32(0), _evidence(WRONG))),
            abi.encodeCall(challengeManager.slashSigners, (bytes32(0), new address[](0), new address[](0)))
        ];
        for (uint256 i = 0; i < calls.length; i++) {
            token.callOnTransfer(address(challengeManager), calls[i]);
            _expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            _challengeFunded(taskId, _evidence(WRONG));
        }
    }

    function test_ABondOfZeroNeedsNoToken() public {
        _setBond(DemoToken(address(0)), 0);
        bytes32 wrong = _answered(WRONG, 2, _none());
        bytes32 right = _answered(_right(), 2, _none());
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(_challengeId(0, wrong), wrong, IChallengeManager.Outcome.Upheld, 0);
        _challengeFunded(wrong, _evidence(WRONG));
        _challengeFunded(right, _evidence(_right()));
        _assertStatus(wrong, ITaskManager.TaskStatus.Rejected, "rejected");
        _assertStatus(right, ITaskManager.TaskStatus.Responded, "stands");
    }

    /// @dev The bond that the challenger cannot get goes to the network's rewards, as a forfeited one does.
    function test_AChallengerThatItsTokenRefusesToPayDoesNotSaveTheResponse() public {
        RefusingToken token = new RefusingToken();
        _setBond(token, 100);
        bytes32 taskId = _answered(WRONG, 2, _none());
        _fundBond(token, 100);
        token.refuse(challenger, true);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.ChallengeResolved(_challengeId(0, taskId), taskId, IChallengeManager.Outcome.Upheld, 0);
        _expectForfeit(token, 100, taskId);
        _challengeFunded(taskId, _evidence(WRONG, _none(), _one(1)));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        _assertForfeited(token, 100);
        vm.assertEq(_poolOf(1), 90, "slashed");
    }

    function test_AHaltedBondTokenDoesNotSaveAWrongResponse() public {
        (RefusingToken token, bytes32 taskId) = _challengedWithHaltedBond(_wrongAnswer());
        bytes32 challengeId = _challengeId(0, taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.assertEq(_poolOf(1), 90, "slashed");
        vm.assertEq(challengeManager.heldBondOf(challengeId), 100, "held");
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.BondStillHeld.selector, challengeId));
        challengeManager.settleBond(challengeId);
        vm.assertEq(challengeManager.heldBondOf(challengeId), 100, "still held");

        token.freeze(address(challengeManager), false);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.BondSettled(challengeId, 100);
        vm.prank(stranger);
        challengeManager.settleBond(challengeId);
        vm.assertEq(token.balanceOf(challenger), 100, "returned");
        _expectNotHeld(challengeId);
        challengeManager.settleBond(challengeId);
    }

    function test_AHeldBondOfAFailedChallengeGoesToTheNetworksRewards() public {
        (RefusingToken token, bytes32 taskId) = _challengedWithHaltedBond(_right());
        bytes32 challengeId = _challengeId(0, taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "stands");
        token.freeze(address(challengeManager), false);
        _expectForfeit(token, 100, taskId);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.BondSettled(challengeId, 0);
        challengeManager.settleBond(challengeId);
        _assertForfeited(token, 100);
    }

    function test_OnlyAHeldBondIsSettled() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG));
        _expectNotHeld(challengeId);
        challengeManager.settleBond(challengeId);
        _expectNotHeld(keccak256("unknown"));
        challengeManager.settleBond(keccak256("unknown"));
    }

    function test_ParametersOfATaskStayItsTermsWhateverTheNetworkSetsLater() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        (parameters.bondToken, parameters.bond, parameters.resolutionWindow) = (address(otherToken), 1, 9999);
        (parameters.wrongResponseSlashBps, parameters.challengerShareBps) = (10_000, 0);
        _setParameters(parameters);
        vm.warp(epochClock.epochEnd(1) - 1);
        bytes32 taskId = _answered(WRONG, 2, _none());
        _toEpoch(2);
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG, _none(), _one(1)));
        IChallengeManager.Challenge memory raised = challengeManager.challengeOf(challengeId);
        vm.assertEq(raised.bondToken, address(rewardToken), "bond token");
        vm.assertEq(raised.bond, BOND, "bond");
        vm.assertEq(raised.resolveBy, block.timestamp + RESOLUTION_WINDOW, "resolution window");
        vm.assertEq(_poolOf(1), 90, "slash");
        vm.assertEq(stakeToken.balanceOf(challenger), 2, "challenger's share");
    }

    function test_ASuspendedNetworksResponsesCanStillBeChallenged() public {
        bytes32 taskId = _answered(WRONG, 2, _none());
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        _challenge(taskId, _evidence(WRONG, _none(), _one(1)));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.assertEq(_poolOf(1), 90, "slashed");
    }

    function _wrongAnswer() private pure returns (bytes memory) {
        return WRONG;
    }

    function _challengedWithHaltedBond(bytes memory response) private returns (RefusingToken token, bytes32 taskId) {
        token = new RefusingToken();
        _setBond(token, 100);
        taskId = _answered(response, 2, _none());
        _fundBond(token, 100);
        token.freeze(address(challengeManager), true);
        bool wrong = keccak256(response) == keccak256(WRONG);
        vm.expectEmit(address(challengeManager));
        emit IChallengeManager.BondHeld(_challengeId(0, taskId), address(token), 100);
        _challengeFunded(taskId, wrong ? _evidence(WRONG, _none(), _one(1)) : _evidence(response));
    }

    function _expectNotHeld(bytes32 challengeId) private {
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.BondNotHeld.selector, challengeId));
    }

    function _expectNotChallengeable(bytes32 taskId) private {
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.TaskNotChallengeable.selector, taskId));
        _challengeFunded(taskId, _evidence(WRONG));
    }

    function _expectClosed(bytes32 taskId, bytes memory response, uint64 deadline) private {
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeWindowClosed.selector, deadline));
        _challengeFunded(taskId, _evidence(response));
    }

    function _expectForfeit(DemoToken token, uint256 amount, bytes32 taskId) private {
        IRewardsCoordinator.AccrualSource source = IRewardsCoordinator.AccrualSource.ForfeitedBond;
        uint64 epoch = epochClock.currentEpoch();
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RewardsAccrued(address(network), address(token), epoch, amount, source, taskId);
    }

    function _assertForfeited(DemoToken token, uint256 amount) private view {
        vm.assertEq(rewardsCoordinator.fundsOf(address(token)), amount, "booked");
        vm.assertEq(token.balanceOf(address(rewardsCoordinator)), amount, "held");
        vm.assertEq(token.balanceOf(challenger), 0, "not returned");
    }
}
