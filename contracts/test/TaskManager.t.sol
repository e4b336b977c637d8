// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {DemoToken} from "../src/demo/DemoToken.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IRewardsCoordinator} from "../src/interfaces/IRewardsCoordinator.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {ExactTransfer} from "../src/libraries/ExactTransfer.sol";
import {FeeToken} from "./support/FeeToken.sol";
import {ReentrantToken} from "./support/ReentrantToken.sol";
import {TaskFixture} from "./support/TaskFixture.sol";
import {Vm} from "./support/Vm.sol";

/// @dev A task's life. Signatures: TaskManagerRespond.t.sol.
contract TaskManagerTest is TaskFixture {
    function test_CreatingATaskFixesItsTerms() public {
        _operatorsServe(1);
        uint64 referenceBlock = uint64(block.number) - 1;
        uint64 deadline = uint64(block.timestamp) + RESPONSE_WINDOW;
        bytes32 expectedId =
            keccak256(abi.encode(block.chainid, taskManager, 0, network, keccak256(PAYLOAD), referenceBlock));
        vm.expectEmit(address(taskManager));
        emit ITaskManager.TaskCreated(
            expectedId, address(network), creator, PAYLOAD, referenceBlock, deadline, 5000, address(rewardToken), 0
        );
        bytes32 taskId = _createTask();

        vm.assertEq(taskId, expectedId, "id");
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        vm.assertEq(task.referenceBlock, referenceBlock, "reference block");
        vm.assertEq(task.deadline, deadline, "deadline");
        vm.assertEq(task.challengeDeadline, 0, "no challenge window yet");
        vm.assertEq(task.payloadHash, keccak256(PAYLOAD), "payload");
        vm.assertEq(taskManager.taskCount(), 1, "count");
        _assertStatus(taskId, ITaskManager.TaskStatus.Open, "open");
        vm.assertTrue(_createTask() != taskId, "the counter tells equal tasks of one block apart");
    }

    function test_LaterParametersDoNotChangeATask() public {
        _operatorsServe(1);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.quorumBps = 9999;
        parameters.challengeWindow = 999;
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        vm.warp(epochClock.epochEnd(1) - 1);
        bytes32 taskId = _createTask();
        _toEpoch(2);
        _respond(taskId, RESPONSE, 1, _none());
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        vm.assertEq(task.quorumBps, 5000, "quorum");
        vm.assertEq(task.challengeDeadline, block.timestamp + CHALLENGE_WINDOW, "challenge window");
    }

    function test_TheFeeGoesToTheNetworksRewards() public {
        _operatorsServe(1);
        _setFee(address(rewardToken), 10, 2);
        uint256 fee = 10 + 2 * 32;
        (address token, uint256 quoted) = taskManager.feeOf(address(network), 32);
        vm.assertEq(token, address(rewardToken), "token");
        vm.assertEq(quoted, fee, "quote");
        rewardToken.mint(creator, fee);
        vm.prank(creator);
        rewardToken.approve(address(taskManager), fee);

        bytes32 id =
            keccak256(abi.encode(block.chainid, taskManager, 0, network, keccak256(PAYLOAD), uint64(block.number - 1)));
        vm.expectEmit(address(rewardsCoordinator));
        emit IRewardsCoordinator.RewardsAccrued(
            address(network), address(rewardToken), 2, fee, IRewardsCoordinator.AccrualSource.Fee, id
        );
        _createTask();
        vm.assertEq(rewardsCoordinator.fundsOf(address(rewardToken)), fee, "booked");
        vm.assertEq(rewardToken.balanceOf(address(rewardsCoordinator)), fee, "held");
    }

    function test_AFreeTaskAccruesNothing() public {
        _operatorsServe(1);
        vm.recordLogs();
        _createTask();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1, "TaskCreated only");
    }

    function test_RefusesFeesThatDoNotArriveWhole() public {
        _operatorsServe(1);
        FeeToken token = new FeeToken();
        _setFee(address(token), 100, 0);
        token.mint(creator, 100);
        vm.prank(creator);
        token.approve(address(taskManager), 100);
        vm.expectRevert(abi.encodeWithSelector(ExactTransfer.TransferAmountMismatch.selector, 100, 99));
        _createTask();
    }

    function test_RefusesReentryFromTheFeesToken() public {
        _operatorsServe(1);
        ReentrantToken token = new ReentrantToken();
        _setFee(address(token), 1, 0);
        token.mint(creator, 1);
        vm.prank(creator);
        token.approve(address(taskManager), 1);
        token.callOnTransfer(address(taskManager), abi.encodeCall(taskManager.createTask, (address(network), PAYLOAD)));
        _expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        _createTask();
    }

    function test_RefusesNetworksThatAreNotWhitelisted() public {
        _operatorsServe(1);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.NetworkNotWhitelisted.selector, address(network)));
        _createTask();
    }

    function test_RefusesTasksThatNobodyCouldAnswer() public {
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.NoWeightAtReference.selector, address(network)));
        _createTask();
        address operator = _register(1);
        _delegate(operator, stakeToken, 100);
        _optIn(operator);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.NoWeightAtReference.selector, address(network)));
        _createTask(); // weight of this very block is not in the block before
    }

    function test_ATaskNeedsAsManyOperatorsWithWeightAsTheNetworkDemands() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.minimumOperators = 3;
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        _toEpoch(2);
        _operatorsServe(2);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TooFewOperators.selector, 2, 3));
        _createTask();
        address third = _register(3);
        _delegate(third, stakeToken, 100);
        _optIn(third);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TooFewOperators.selector, 2, 3));
        _createTask(); // the third has no weight in the block before
        _nextBlock();
        bytes32 taskId = _createTask();
        _optOut(third);
        _nextBlock();
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TooFewOperators.selector, 2, 3));
        _createTask();
        _assertStatus(taskId, ITaskManager.TaskStatus.Open, "open all the same");
    }

    function test_ATaskKeepsTheNumberOfItsParameters() public {
        _operatorsServe(1);
        vm.assertEq(taskManager.taskOf(_createTask()).parametersVersion, 0, "the first");
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        for (uint32 version = 1; version <= 2; version++) {
            parameters.bond = version;
            vm.prank(owner);
            networkRegistry.setParameters(address(network), parameters);
            vm.assertEq(taskManager.taskOf(_createTask()).parametersVersion, version - 1, "not in force yet");
            _toEpoch(epochClock.currentEpoch() + 2);
            ITaskManager.Task memory task = taskManager.taskOf(_createTask());
            vm.assertEq(task.parametersVersion, version, "in force");
            vm.assertEq(networkRegistry.parametersOfVersion(address(network), version).bond, version, "the set");
        }
    }

    function test_TheChallengeManagerAloneBeginsAndEndsChallenges() public {
        _operatorsServe(1);
        bytes32 taskId = _createTask();
        _respond(taskId, RESPONSE, 1, _none());
        bytes memory refusal = abi.encodeWithSelector(ITaskManager.NotChallengeManager.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refusal);
        taskManager.beginChallenge(taskId);
        vm.expectRevert(refusal);
        taskManager.endChallenge(taskId, true);
        vm.stopPrank();
        vm.startPrank(address(challengeManager));
        taskManager.beginChallenge(taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Challenged, "challenged");
        taskManager.endChallenge(taskId, false);
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "stands");
        taskManager.endChallenge(taskId, true);
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        vm.stopPrank();
    }

    function test_BoundsPayloadAndResponse() public {
        _operatorsServe(1);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.PayloadTooLong.selector, 4097, 4096));
        _createTaskWith(new bytes(4097));
        bytes32 taskId = _createTaskWith(new bytes(4096));
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.ResponseTooLong.selector, 4097, 4096));
        taskManager.respond(taskId, new bytes(4097), new address[](0), "", "");
        _respond(taskId, new bytes(4096), 1, _none());
    }

    function test_AResponseIsAcceptedInTheDeadlinesLastSecond() public {
        _operatorsServe(1);
        bytes32 taskId = _createTask();
        vm.warp(taskManager.taskOf(taskId).deadline);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.ResponseWindowOpen.selector, uint64(block.timestamp)));
        taskManager.expire(taskId);
        _respond(taskId, RESPONSE, 1, _none());
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "responded");
    }

    function test_ATaskWithoutAResponseExpiresTheSecondAfter() public {
        _operatorsServe(1);
        bytes32 taskId = _createTask();
        uint64 deadline = taskManager.taskOf(taskId).deadline;
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.ResponseWindowClosed.selector, deadline));
        taskManager.respond(taskId, RESPONSE, new address[](0), "", "");
        vm.expectEmit(address(taskManager));
        emit ITaskManager.TaskExpired(taskId);
        vm.prank(stranger);
        taskManager.expire(taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Expired, "expired");
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TaskNotOpen.selector, taskId));
        taskManager.expire(taskId);
    }

    function test_AResponseIsFinalOnceItsChallengeWindowHasPassed() public {
        _operatorsServe(1);
        bytes32 taskId = _createTask();
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TaskNotResponded.selector, taskId));
        taskManager.finalize(taskId);
        _respond(taskId, RESPONSE, 1, _none());
        uint64 challengeDeadline = uint64(block.timestamp) + CHALLENGE_WINDOW;
        vm.warp(challengeDeadline);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.ChallengeWindowOpen.selector, challengeDeadline));
        taskManager.finalize(taskId);
        vm.warp(challengeDeadline + 1);
        vm.expectEmit(address(taskManager));
        emit ITaskManager.TaskFinalized(taskId);
        vm.prank(stranger);
        taskManager.finalize(taskId);
        _assertStatus(taskId, ITaskManager.TaskStatus.Final, "final");
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TaskNotResponded.selector, taskId));
        taskManager.finalize(taskId);
    }

    function test_OfTwoRacingResponsesTheFirstStands() public {
        _operatorsServe(1);
        bytes32 taskId = _createTask();
        _respond(taskId, RESPONSE, 1, _none());
        bytes memory signature = _signature(_one(1), _digest(taskId, hex"ff"));
        bytes memory key = stakeRegistry.aggregateKeyOf(address(network));
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TaskNotOpen.selector, taskId));
        taskManager.respond(taskId, hex"ff", new address[](0), key, signature);
        vm.assertEq(taskManager.taskOf(taskId).responseHash, keccak256(RESPONSE), "the first");
    }

    function test_UnknownTasksAreRefusedEverywhere() public {
        bytes32 taskId = keccak256("unknown");
        bytes memory notOpen = abi.encodeWithSelector(ITaskManager.TaskNotOpen.selector, taskId);
        vm.expectRevert(notOpen);
        taskManager.respond(taskId, RESPONSE, new address[](0), "", "");
        vm.expectRevert(notOpen);
        taskManager.expire(taskId);
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.TaskNotResponded.selector, taskId));
        taskManager.finalize(taskId);
    }

    function _setFee(address token, uint256 baseFee, uint256 feePerByte) private {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        (parameters.feeToken, parameters.baseFee, parameters.feePerByte) = (token, baseFee, feePerByte);
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        _toEpoch(2);
    }
}
