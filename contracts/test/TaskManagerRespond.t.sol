// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {TaskFixture} from "./support/TaskFixture.sol";
import {TestBls} from "./support/TestBls.sol";

/// @dev Who has to sign, and what a signature must be. Four operators of 100 each, the quorum is half.
contract TaskManagerRespondTest is TaskFixture {
    uint256 private constant COUNT = 4;
    bytes32 private taskId;

    function setUp() public override {
        super.setUp();
        _operatorsServe(COUNT);
        taskId = _createTask();
    }

    function test_AllSigned() public {
        uint64 challengeDeadline = uint64(block.timestamp) + CHALLENGE_WINDOW;
        bytes memory signature = _signature(_others(COUNT, _none()), _digest(taskId, RESPONSE));
        bytes memory key = stakeRegistry.aggregateKeyOf(address(network));
        address[] memory nobody = new address[](0);
        vm.expectEmit(address(taskManager));
        emit ITaskManager.TaskResponded(
            taskId, address(network), stranger, RESPONSE, keccak256(RESPONSE), nobody, 400, 400, challengeDeadline
        );
        vm.prank(stranger);
        taskManager.respond(taskId, RESPONSE, nobody, key, signature);
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "responded");
    }

    function test_AQuorumExactlyReachedIsEnough() public {
        uint256[] memory missing = new uint256[](2);
        (missing[0], missing[1]) = (2, 4);
        bytes memory signature = _signature(_others(COUNT, missing), _digest(taskId, RESPONSE));
        uint64 challengeDeadline = uint64(block.timestamp) + CHALLENGE_WINDOW;
        vm.expectEmit(address(taskManager));
        emit ITaskManager.TaskResponded(
            taskId,
            address(network),
            address(this),
            RESPONSE,
            keccak256(RESPONSE),
            _addresses(missing),
            200,
            400,
            challengeDeadline
        );
        _respondWith(taskId, RESPONSE, _addresses(missing), signature);
    }

    function test_TheListOfNonSignersIsKeptAsAHash() public {
        uint256[] memory missing = new uint256[](2);
        (missing[0], missing[1]) = (4, 2);
        _respond(taskId, RESPONSE, COUNT, missing);
        address[] memory nonSigners = _addresses(missing);
        vm.assertTrue(nonSigners[0] < nonSigners[1], "ascending");
        // A packed array is its items in words of 32 bytes.
        bytes32 packed = keccak256(abi.encode(nonSigners[0], nonSigners[1]));
        vm.assertEq(taskManager.taskOf(taskId).nonSignersHash, packed, "of the words");

        bytes32 other = _createTask();
        _respond(other, RESPONSE, COUNT, _none());
        vm.assertEq(taskManager.taskOf(other).nonSignersHash, bytes32(0), "zero when all signed");
    }

    function test_RefusesLessThanTheQuorum() public {
        uint256[] memory missing = _others(COUNT, _one(1));
        bytes memory signature = _signature(_one(1), _digest(taskId, RESPONSE));
        _expect(
            abi.encodeWithSelector(ITaskManager.QuorumNotReached.selector, 100, 200), _addresses(missing), signature
        );
    }

    /// @dev 50 % of 401 is 200.5: 200 signed are not enough.
    function test_TheRequiredWeightIsRoundedUp() public {
        _delegate(_operator(4), stakeToken, 1);
        _sync(_operator(4));
        _nextBlock();
        taskId = _createTask();
        uint256[] memory missing = new uint256[](2);
        (missing[0], missing[1]) = (3, 4);
        bytes memory signature = _signature(_others(COUNT, missing), _digest(taskId, RESPONSE));
        _expect(
            abi.encodeWithSelector(ITaskManager.QuorumNotReached.selector, 200, 201), _addresses(missing), signature
        );
    }

    function test_RefusesAResponseThatNobodySigned() public {
        address[] memory everybody = _addresses(_others(COUNT, _none()));
        _expect(abi.encodeWithSelector(ITaskManager.NoSigners.selector), everybody, new bytes(256));
    }

    function test_RefusesADuplicatedOrUnsortedNonSigner() public {
        bytes memory expected = abi.encodeWithSelector(ITaskManager.NonSignersNotSorted.selector);
        bytes memory signature = _signature(_others(COUNT, _one(2)), _digest(taskId, RESPONSE));
        address[] memory twice = new address[](2);
        (twice[0], twice[1]) = (_operator(2), _operator(2));
        _expect(expected, twice, signature);

        uint256[] memory missing = new uint256[](2);
        (missing[0], missing[1]) = (2, 4);
        address[] memory swapped = _addresses(missing);
        (swapped[0], swapped[1]) = (swapped[1], swapped[0]);
        _expect(expected, swapped, _signature(_others(COUNT, missing), _digest(taskId, RESPONSE)));
    }

    function test_RefusesNonSignersWithoutWeightAtTheReferenceBlock() public {
        address late = _register(9);
        _delegate(late, stakeToken, 100);
        _optIn(late);
        address[] memory nonSigners = new address[](1);
        nonSigners[0] = late;
        bytes memory key = _keyAtCreation();
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.NonSignerWithoutWeight.selector, late));
        taskManager.respond(taskId, RESPONSE, nonSigners, key, new bytes(256));
    }

    function test_RefusesAnotherAggregateKey() public {
        bytes memory expected = abi.encodeWithSelector(ITaskManager.WrongAggregateKey.selector);
        bytes memory signature = _signature(_one(1), _digest(taskId, RESPONSE));
        bytes memory key = TestBls.publicKey(1);
        vm.expectRevert(expected);
        taskManager.respond(taskId, RESPONSE, new address[](0), key, signature);
        vm.expectRevert(expected);
        taskManager.respond(taskId, RESPONSE, new address[](0), "", signature);
    }

    /// @dev Somebody who says that all signed although one did not.
    function test_RefusesASignatureByFewerThanClaimed() public {
        bytes memory signature = _signature(_others(COUNT, _one(3)), _digest(taskId, RESPONSE));
        _expectInvalid(_none(), signature);
    }

    /// @dev Somebody who drops a signer but keeps its signature in the sum.
    function test_RefusesASignatureByMoreThanClaimed() public {
        bytes memory signature = _signature(_others(COUNT, _none()), _digest(taskId, RESPONSE));
        _expectInvalid(_one(3), signature);
    }

    function test_RefusesSignaturesOverAnythingElse() public {
        uint256[] memory all = _others(COUNT, _none());
        uint64 referenceBlock = taskManager.taskOf(taskId).referenceBlock;
        _expectInvalid(_none(), _signature(all, _digest(taskId, hex"ff")));
        bytes32 otherBlock = taskManager.responseDigest(taskId, referenceBlock - 1, keccak256(RESPONSE));
        _expectInvalid(_none(), _signature(all, otherBlock));
        bytes32 otherTask = taskManager.responseDigest(keccak256("other"), referenceBlock, keccak256(RESPONSE));
        _expectInvalid(_none(), _signature(all, otherTask));
        _expectInvalid(_none(), TestBls.signWith(10, _digest(taskId, RESPONSE), TestBls.POSSESSION_DST));
    }

    function test_RefusesMalformedSignatures() public {
        bytes memory signature = _signature(_others(COUNT, _none()), _digest(taskId, RESPONSE));
        _expectInvalid(_none(), "");
        _expectInvalid(_none(), new bytes(256));
        _expectInvalid(_none(), bytes.concat(signature, hex"00"));
        signature[255] = bytes1(uint8(signature[255]) ^ 1);
        _expectInvalid(_none(), signature);
    }

    /// @dev Keys `k` and `-k` sum to infinity, whose signature over anything is infinity: nobody needs to sign.
    function test_RefusesSignersWhoseKeysCancelOut() public {
        address opposite = _registerOpposite(4);
        _delegate(opposite, stakeToken, 300);
        _optIn(opposite);
        _nextBlock();
        taskId = _createTask();
        uint256[] memory missing = new uint256[](3);
        (missing[0], missing[1], missing[2]) = (1, 2, 3);
        _expectInvalid(missing, new bytes(256));
    }

    function test_AnOperatorThatLeftAfterCreationStillSigns() public {
        bytes memory key = _keyAtCreation();
        _optOut(_operator(2));
        _nextBlock();
        bytes memory signature = _signature(_others(COUNT, _none()), _digest(taskId, RESPONSE));
        taskManager.respond(taskId, RESPONSE, new address[](0), key, signature);
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "responded");
    }

    function test_AnOperatorThatLeftAfterCreationIsStillMissed() public {
        bytes memory key = _keyAtCreation();
        _optOut(_operator(2));
        _nextBlock();
        bytes memory signature = _signature(_others(COUNT, _one(2)), _digest(taskId, RESPONSE));
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.InvalidSignature.selector));
        taskManager.respond(taskId, RESPONSE, new address[](0), key, signature);
        taskManager.respond(taskId, RESPONSE, _addresses(_one(2)), key, signature);
    }

    /// @dev Stake that left counts until somebody syncs: the task keeps the weights that were recorded.
    function test_AnUnsyncedWeightCountsAsItWasRecorded() public {
        vm.prank(delegator);
        delegationManager.queueWithdrawal(_operator(1), address(stakeToken), 100);
        _nextBlock();
        taskId = _createTask();
        _respond(taskId, RESPONSE, COUNT, _none());
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "responded");
    }

    function testFuzz_AnySubsetWithAQuorumIsAcceptedAndNoOther(uint8 signs) public {
        uint256 bits = signs % 16;
        uint256 present = (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + (bits >> 3);
        uint256[] memory missing = new uint256[](COUNT - present);
        uint256 next = 0;
        for (uint256 i = 0; i < COUNT; i++) {
            if ((bits >> i) & 1 == 0) missing[next++] = i + 1;
        }
        bytes memory signature = _signature(_others(COUNT, missing), _digest(taskId, RESPONSE));
        if (present == 0) {
            _expect(abi.encodeWithSelector(ITaskManager.NoSigners.selector), _addresses(missing), signature);
        } else if (present == 1) {
            _expect(
                abi.encodeWithSelector(ITaskManager.QuorumNotReached.selector, 100, 200), _addresses(missing), signature
            );
        } else {
            _respondWith(taskId, RESPONSE, _addresses(missing), signature);
            _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "responded");
        }
    }

    function _registerOpposite(uint256 number) private returns (address operator) {
        operator = _operator(99);
        uint256 secretKey = TestBls.ORDER - number;
        bytes memory key = TestBls.publicKey(secretKey);
        bytes memory proof = TestBls.proofOfPossession(secretKey, operatorRegistry.proofOfPossessionDigest(operator));
        vm.prank(operator);
        operatorRegistry.registerOperator(operator, 0, "", key, proof);
    }

    function _keyAtCreation() private view returns (bytes memory) {
        return TestBls.publicKey(1 + 2 + 3 + 4);
    }

    function _expectInvalid(uint256[] memory missing, bytes memory signature) private {
        _expect(abi.encodeWithSelector(ITaskManager.InvalidSignature.selector), _addresses(missing), signature);
    }

    function _expect(bytes memory expected, address[] memory nonSigners, bytes memory signature) private {
        bytes memory key = stakeRegistry.aggregateKeyOf(address(network));
        vm.expectRevert(expected);
        taskManager.respond(taskId, RESPONSE, nonSigners, key, signature);
    }
}
