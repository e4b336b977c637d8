// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITaskManager} from "../../src/interfaces/ITaskManager.sol";
import {TestBls} from "../support/TestBls.sol";
import {StakeHandler} from "./StakeHandler.sol";

/// @title Tasks of both networks, answered rightly and wrongly
abstract contract TaskHandler is StakeHandler {
    bytes32[] internal _tasks;
    mapping(bytes32 taskId => bytes) internal _payloads;
    mapping(bytes32 taskId => bytes) internal _responses;
    mapping(bytes32 taskId => address[]) internal _nonSigners;

    function createTask(uint256 at, uint256 n) public {
        if (stakeRegistry.totalWeightAt(networkAt(at), uint64(block.number - 1)) == 0) return;
        bytes memory payload = abi.encode(_prime(n));
        vm.prank(creator);
        bytes32 taskId = taskManager.createTask(networkAt(at), payload);
        _tasks.push(taskId);
        _payloads[taskId] = payload;
    }

    /// @dev By everybody with weight, or without one whom the quorum can spare.
    function respond(uint256 index, bool isRight, uint256 absent) public {
        (bool found, bytes32 taskId) = _find(ITaskManager.TaskStatus.Open, index);
        if (!found) return;
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        if (block.timestamp > task.deadline) return taskManager.expire(taskId);
        uint256 missing = _spared(task, absent);
        _responses[taskId] = isRight ? _answer(abi.decode(_payloads[taskId], (uint256))) : RESPONSE;
        if (missing != 0) _nonSigners[taskId] = [_operator(missing)];
        uint256 keys = _sumOfKeys(task);
        bytes memory signature = TestBls.sign(keys - missing, _digest(taskId, _responses[taskId]));
        bytes memory aggregateKey = TestBls.publicKey(keys);
        taskManager.respond(taskId, _responses[taskId], _nonSigners[taskId], aggregateKey, signature);
    }

    function finalize(uint256 index) external {
        (bool found, bytes32 taskId) = _find(ITaskManager.TaskStatus.Responded, index);
        if (!found || block.timestamp <= taskManager.taskOf(taskId).challengeDeadline) return;
        taskManager.finalize(taskId);
    }

    function _isRight(bytes32 taskId) internal view returns (bool) {
        return keccak256(_responses[taskId]) != keccak256(RESPONSE);
    }

    /// @dev The youngest with this status, or one before it: the old ones' windows have closed.
    function _find(ITaskManager.TaskStatus status, uint256 skip) internal view returns (bool, bytes32 taskId) {
        bool found = false;
        skip = skip % 2;
        for (uint256 i = _tasks.length; i > 0; i--) {
            if (_status(_tasks[i - 1]) != status) continue;
            (found, taskId) = (true, _tasks[i - 1]);
            if (skip == 0) break;
            skip--;
        }
        return (found, taskId);
    }

    function _weightThen(ITaskManager.Task memory task, uint256 number) internal view returns (uint256) {
        return stakeRegistry.weightAt(task.network, _operator(number), task.referenceBlock);
    }

    /// @return number Of the operator that need not sign; 0 when everybody must.
    function _spared(ITaskManager.Task memory task, uint256 absent) private view returns (uint256 number) {
        number = absent % (OPERATORS + 1);
        if (number == 0) return 0;
        uint256 weight = _weightThen(task, number);
        uint256 total = stakeRegistry.totalWeightAt(task.network, task.referenceBlock);
        return weight == 0 || (total - weight) * 2 < total || total == weight ? 0 : number;
    }

    /// @dev An operator's number is its secret key.
    function _sumOfKeys(ITaskManager.Task memory task) private view returns (uint256 sum) {
        for (uint256 number = 1; number <= OPERATORS; number++) {
            if (_weightThen(task, number) > 0) sum += number;
        }
    }

    function _answer(uint256 prime) private pure returns (bytes memory) {
        uint256[] memory factors = new uint256[](1);
        factors[0] = prime;
        return abi.encode(factors);
    }

    function _prime(uint256 n) private pure returns (uint256) {
        uint8[5] memory primes = [2, 3, 5, 7, 11];
        return primes[n % 5];
    }
}
