// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IChallengeManager} from "../src/interfaces/IChallengeManager.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IPauses} from "../src/interfaces/IPauses.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {StakeFixture} from "./support/StakeFixture.sol";
import {TestBls} from "./support/TestBls.sol";

/// @title What each group of functions refuses while it is paused, and what stays possible
contract PauseGroupsTest is StakeFixture {
    address private operator;
    bytes32 private taskId;
    bytes32 private withdrawalId;

    function setUp() public override {
        super.setUp();
        operator = _register(1);
        _delegate(operator, stakeToken, 100);
        _allocate(operator, address(network), stakeToken, 5e17);
        _optInto(operator, address(network));
        withdrawalId = _queueFrom(delegator, operator, stakeToken, 10);
        _nextBlock();
        taskId = _createTask();
    }

    function test_RegistrationRefusesWhoeverComes() public {
        address other = _register(2);
        _delegate(other, stakeToken, 100);
        _allocate(other, address(network), stakeToken, 5e17);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        bytes memory key = TestBls.publicKey(3);
        _pause(IPauses.PauseGroup.Registration);

        _refuses(IPauses.PauseGroup.Registration);
        operatorRegistry.registerOperator(address(this), 0, "", key, "");
        _refuses(IPauses.PauseGroup.Registration);
        networkRegistry.registerNetwork(owner, "", parameters);
        _refuses(IPauses.PauseGroup.Registration);
        _optInto(other, address(network));
        _refuses(IPauses.PauseGroup.Registration);
        _allocate(other, address(network), stakeToken, 6e17);

        accessManager.resume(IPauses.PauseGroup.Registration);
        _optInto(other, address(network));
        _allocate(other, address(network), stakeToken, 6e17);
        _register(3);
    }

    function test_WithoutRegistrationOperatorsLeaveAndWork() public {
        _pause(IPauses.PauseGroup.Registration);
        _respondNow();
        _delegate(operator, stakeToken, 5);
        _allocate(operator, address(network), stakeToken, 1e17);
        _optOut(operator);
        vm.startPrank(operator);
        operatorRegistry.updatePayout(stranger);
        operatorRegistry.scheduleCommission(5);
        vm.stopPrank();
    }

    function test_DepositsRefuseToDelegateAndLetEverybodyLeave() public {
        _pause(IPauses.PauseGroup.Deposits);
        _refuses(IPauses.PauseGroup.Deposits);
        delegationManager.delegate(operator, address(stakeToken), 1);
        _queueFrom(delegator, operator, stakeToken, 10);
        _completeUnlocked();
        accessManager.resume(IPauses.PauseGroup.Deposits);
        _delegate(operator, stakeToken, 1);
    }

    /// @dev What is queued in the meantime unlocks in its time.
    function test_WithdrawalsRefuseToPayAndStillQueue() public {
        _pause(IPauses.PauseGroup.Withdrawals);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        _refuses(IPauses.PauseGroup.Withdrawals);
        _completeFor(delegator, withdrawalId);
        bytes32 later = _queueFrom(delegator, operator, stakeToken, 10);
        _delegate(operator, stakeToken, 5);
        _optOut(operator);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        accessManager.resume(IPauses.PauseGroup.Withdrawals);
        vm.assertEq(_completeFor(delegator, withdrawalId), 10, "paid");
        vm.assertEq(_completeFor(delegator, later), 10, "paid too");
    }

    function test_TasksAreNeitherCreatedNorAnsweredNorFinal() public {
        bytes32 answered = _createTask();
        _respond(answered, RESPONSE, 1, _none());
        _pause(IPauses.PauseGroup.Tasks);
        _refuses(IPauses.PauseGroup.Tasks);
        taskManager.createTask(address(network), PAYLOAD);
        _refuses(IPauses.PauseGroup.Tasks);
        taskManager.respond(taskId, RESPONSE, new address[](0), "", "");
        vm.warp(block.timestamp + CHALLENGE_WINDOW + 1);
        _refuses(IPauses.PauseGroup.Tasks);
        taskManager.finalize(answered);
        accessManager.resume(IPauses.PauseGroup.Tasks);
        taskManager.finalize(answered);
        _respondNow();
        _createTask();
    }

    function test_WithoutTasksOldOnesExpireAndOffencesAreSlashed() public {
        _pause(IPauses.PauseGroup.Tasks);
        _equivocate(taskId, 1);
        vm.assertEq(_poolAssets(operator, stakeToken), 75, "half of half the pool");
        vm.warp(block.timestamp + RESPONSE_WINDOW + 1);
        taskManager.expire(taskId);
        _completeUnlocked();
    }

    function test_SlashingRefusesChallengesProofsAndWhatWouldEndTheTimeForThem() public {
        _respondNow();
        IChallengeManager.Evidence memory evidence = _evidence();
        _pause(IPauses.PauseGroup.Slashing);
        _refuses(IPauses.PauseGroup.Slashing);
        challengeManager.challenge(taskId, evidence);
        _refuses(IPauses.PauseGroup.Slashing);
        challengeManager.resolve(bytes32(0), evidence);
        _refuses(IPauses.PauseGroup.Slashing);
        challengeManager.slashSigners(bytes32(0), new address[](0), new address[](0));
        _refuses(IPauses.PauseGroup.Slashing);
        slashingManager.proveEquivocation(taskId, operator, 0, "", bytes32(uint256(1)), "");
        vm.warp(block.timestamp + CHALLENGE_WINDOW + 1);
        _refuses(IPauses.PauseGroup.Slashing);
        taskManager.finalize(taskId);
        accessManager.resume(IPauses.PauseGroup.Slashing);
        taskManager.finalize(taskId);
        _equivocate(taskId, 1);
    }

    function test_WithoutSlashingTasksGoOnAndReportsAreAnnounced() public {
        _pause(IPauses.PauseGroup.Slashing);
        slashingManager.commitReport(keccak256("report"));
        _respondNow();
        _createTask();
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "answered");
    }

    function test_ClaimsRefuseToPayWhileRewardsComeIn() public {
        rewardToken.mint(address(this), 100);
        rewardToken.approve(address(rewardsCoordinator), 100);
        _pause(IPauses.PauseGroup.Claims);
        rewardsCoordinator.fundSchedule(address(network), address(rewardToken), 100, epochClock.currentEpoch() + 1, 1);
        bytes32 root = keccak256(bytes.concat(keccak256(abi.encode(address(this), address(rewardToken), uint256(7)))));
        _toEpoch(1);
        vm.prank(rootSubmitter);
        rewardsCoordinator.submitRoot(0, root, bytes32(0), 7);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
        _refuses(IPauses.PauseGroup.Claims);
        rewardsCoordinator.claim(0, address(this), address(rewardToken), 7, new bytes32[](0), stranger);
        accessManager.resume(IPauses.PauseGroup.Claims);
        rewardsCoordinator.claim(0, address(this), address(rewardToken), 7, new bytes32[](0), stranger);
        vm.assertEq(rewardToken.balanceOf(stranger), 7, "paid");
    }

    function test_WithEverythingPausedOneStillLeaves() public {
        for (uint8 group = 0; group <= uint8(type(IPauses.PauseGroup).max); group++) {
            _pause(IPauses.PauseGroup(group));
        }
        _queueFrom(delegator, operator, stakeToken, 10);
        _allocate(operator, address(network), stakeToken, 0);
        _optOut(operator);
        vm.assertEq(stakeRegistry.weightOf(address(network), operator), 0, "out");
    }

    function _pause(IPauses.PauseGroup group) private {
        vm.prank(guardian);
        accessManager.pause(group);
    }

    function _refuses(IPauses.PauseGroup group) private {
        vm.expectRevert(abi.encodeWithSelector(IPauses.GroupPaused.selector, group));
    }

    function _respondNow() private {
        _respond(taskId, RESPONSE, 1, _none());
    }

    function _completeUnlocked() private {
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        _completeFor(delegator, withdrawalId);
    }

    function _evidence() private pure returns (IChallengeManager.Evidence memory) {
        return IChallengeManager.Evidence({
            payload: PAYLOAD, response: RESPONSE, nonSigners: new address[](0), signers: new address[](0)
        });
    }
}
