// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITaskManager} from "../../src/interfaces/ITaskManager.sol";
import {Fixture} from "./Fixture.sol";
import {TestBls} from "./TestBls.sol";

/// @title Tasks and the responses that operators sign
abstract contract TaskFixture is Fixture {
    bytes internal constant PAYLOAD = abi.encode(uint256(15));
    bytes internal constant RESPONSE = hex"0305";

    function _createTask() internal returns (bytes32) {
        return _createTaskWith(PAYLOAD);
    }

    function _createTaskWith(bytes memory payload) internal returns (bytes32) {
        vm.prank(creator);
        return taskManager.createTask(address(network), payload);
    }

    function _digest(bytes32 taskId, bytes memory response) internal view returns (bytes32) {
        return taskManager.responseDigest(taskId, taskManager.taskOf(taskId).referenceBlock, keccak256(response));
    }

    /// @dev One signature by the sum of secret keys equals the sum of the signatures.
    function _signature(uint256[] memory signers, bytes32 digest) internal view returns (bytes memory) {
        uint256 sum = 0;
        for (uint256 i = 0; i < signers.length; i++) {
            sum = addmod(sum, signers[i], TestBls.ORDER);
        }
        return TestBls.sign(sum, digest);
    }

    /// @dev `count` operators serve; those numbered in `missing` do not sign. Calls without asking whether it may.
    function _respond(bytes32 taskId, bytes memory response, uint256 count, uint256[] memory missing) internal {
        bytes memory signature = _signature(_others(count, missing), _digest(taskId, response));
        _respondWith(taskId, response, _addresses(missing), signature);
    }

    function _respondWith(bytes32 taskId, bytes memory response, address[] memory nonSigners, bytes memory signature)
        internal
    {
        bytes memory key = stakeRegistry.aggregateKeyOf(address(network));
        taskManager.respond(taskId, response, nonSigners, key, signature);
    }

    function _status(bytes32 taskId) internal view returns (ITaskManager.TaskStatus) {
        return taskManager.taskOf(taskId).status;
    }

    function _assertStatus(bytes32 taskId, ITaskManager.TaskStatus status, string memory reason) internal view {
        vm.assertEq(uint256(_status(taskId)), uint256(status), reason);
    }

    function _none() internal pure returns (uint256[] memory) {
        return new uint256[](0);
    }

    function _one(uint256 number) internal pure returns (uint256[] memory numbers) {
        numbers = new uint256[](1);
        numbers[0] = number;
    }

    /// @dev Ascending by address, as the contract wants them.
    function _addresses(uint256[] memory numbers) internal pure returns (address[] memory operators) {
        operators = new address[](numbers.length);
        for (uint256 i = 0; i < numbers.length; i++) {
            address operator = _operator(numbers[i]);
            uint256 slot = i;
            for (; slot > 0 && operators[slot - 1] > operator; slot--) {
                operators[slot] = operators[slot - 1];
            }
            operators[slot] = operator;
        }
    }

    /// @dev The numbers 1 to `count` without `missing`.
    function _others(uint256 count, uint256[] memory missing) internal pure returns (uint256[] memory numbers) {
        numbers = new uint256[](count - missing.length);
        uint256 next = 0;
        for (uint256 number = 1; number <= count; number++) {
            bool signs = true;
            for (uint256 i = 0; i < missing.length; i++) {
                if (missing[i] == number) signs = false;
            }
            if (signs) numbers[next++] = number;
        }
    }
}
