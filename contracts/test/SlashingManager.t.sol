// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAllocationManager} from "../src/interfaces/IAllocationManager.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {ISlashingManager} from "../src/interfaces/ISlashingManager.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {SlashFixture} from "./support/SlashFixture.sol";
import {TestBls} from "./support/TestBls.sol";

/// @dev Proofs of equivocation and who earns by them. Where the slashed stake goes: SlashingManagerDistribution.t.sol.
contract SlashingManagerTest is SlashFixture {
    bytes32 private taskId;

    function setUp() public override {
        super.setUp();
        _operatorsServe(3);
        taskId = _createTask();
    }

    function test_AnOperatorThatSignedTwoResponsesIsSlashedAtOnce() public {
        Proof memory proof = _proof(taskId, 1);
        bytes32 slashId = _equivocationId(taskId, 1);
        bytes32 evidenceHash = _evidenceHash(proof);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.OperatorSlashed(
            slashId,
            _operator(1),
            address(network),
            taskId,
            ISlashingManager.Offence.Equivocation,
            reporter,
            evidenceHash,
            0.5e18
        );
        vm.expectEmit(address(allocationManager));
        emit IAllocationManager.AllocationSlashed(
            slashId, _operator(1), address(stakeToken), address(network), 0.5e18, 0.5e18, 0.5e18, 0.5e18
        );
        vm.assertEq(_prove(proof), slashId, "id");
        vm.assertEq(_pool(1, stakeToken), 50, "pool");
        vm.assertEq(_weight(1), 50, "weight, at once");
        vm.assertEq(stakeRegistry.totalWeightOf(address(network)), 250, "the network's weight, at once");
        vm.assertEq(_pool(2, stakeToken), 100, "nobody else");
    }

    function test_ASlashIsKeptWithItsTerms() public {
        bytes32 slashId = _reportAndProve(_proof(taskId, 1));
        ISlashingManager.Slash memory slash = slashingManager.slashOf(slashId);
        vm.assertEq(slash.taskId, taskId, "task");
        vm.assertEq(slash.network, address(network), "network");
        vm.assertEq(slash.operator, _operator(1), "operator");
        vm.assertEq(slash.reporter, reporter, "reporter");
        vm.assertEq(slash.reporterShareBps, 1000, "share");
        vm.assertEq(uint256(slash.sink), uint256(INetworkRegistry.SlashSink.Burn), "sink");
        vm.assertEq(slash.sinkRecipient, BURNED, "recipient");
        vm.assertEq(slashingManager.slashOf(keccak256("none")).network, address(0), "no other slash");
    }

    function test_IdsAndEvidenceHashesAreDerivedAsAnnounced() public view {
        Proof memory proof = _proof(taskId, 1);
        ISlashingManager.Offence offence = ISlashingManager.Offence.Equivocation;
        vm.assertEq(
            _equivocationId(taskId, 1),
            keccak256(abi.encode(block.chainid, slashingManager, taskId, _operator(1), offence)),
            "id"
        );
        vm.assertEq(
            _evidenceHash(proof),
            keccak256(abi.encode(taskId, _operator(1), FIRST, proof.signatureA, SECOND, proof.signatureB)),
            "evidence"
        );
    }

    /// @dev Neither response was ever accepted, and one of them may be the accepted one: the task's state is no matter.
    function test_EquivocationIsProvenWhateverBecameOfTheTask() public {
        bytes32 expired = _createTask();
        bytes32 responded = _createTask();
        _respond(responded, RESPONSE, 3, _none());
        Proof memory proof = _proof(responded, 2);
        proof.hashA = keccak256(RESPONSE);
        proof.signatureA = _sign(responded, 2, proof.hashA);
        _prove(proof);
        _assertStatus(responded, ITaskManager.TaskStatus.Responded, "the response stands until it is challenged");
        vm.warp(taskManager.taskOf(expired).deadline + 1);
        taskManager.expire(expired);
        _prove(_proof(expired, 1));
        vm.assertEq(_pool(1, stakeToken), 50, "expired");
        vm.assertEq(_pool(2, stakeToken), 50, "responded");
    }

    function test_OneEquivocationOnOneTaskSlashesOnce() public {
        Proof memory proof = _proof(taskId, 1);
        bytes32 slashId = _prove(proof);
        bytes memory already = abi.encodeWithSelector(ISlashingManager.AlreadySlashed.selector, slashId);
        vm.expectRevert(already);
        _prove(proof);

        (proof.hashA, proof.hashB) = (proof.hashB, proof.hashA);
        (proof.signatureA, proof.signatureB) = (proof.signatureB, proof.signatureA);
        vm.expectRevert(already);
        _prove(proof);

        proof.hashA = keccak256("third");
        proof.signatureA = _sign(taskId, 1, proof.hashA);
        vm.expectRevert(already);
        _prove(proof);
        vm.assertEq(_pool(1, stakeToken), 50, "once");
    }

    function test_EquivocationsOnTwoTasksSlashTwice() public {
        bytes32 other = _createTask();
        _prove(_proof(taskId, 1));
        _prove(_proof(other, 1));
        vm.assertEq(_pool(1, stakeToken), 25, "half of the half");
        vm.assertEq(_weight(1), 25, "weight");
    }

    function test_OneResponseIsNoEquivocation() public {
        Proof memory proof = _proof(taskId, 1);
        proof.hashB = proof.hashA;
        _expectRevert(ISlashingManager.SameResponse.selector);
        _prove(proof);
    }

    function test_RefusesUnknownTasks() public {
        Proof memory proof = _proof(taskId, 1);
        proof.taskId = keccak256("unknown");
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.TaskNotFound.selector, proof.taskId));
        _prove(proof);
    }

    function test_WhoHadNoWeightAtTheReferenceBlockIsNotSlashed() public {
        address late = _register(9);
        _delegate(late, stakeToken, 100);
        _optIn(late);
        _nextBlock();
        Proof memory proof = _proof(taskId, 9);
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.NotAssigned.selector, taskId, late));
        _prove(proof);
        proof.operator = stranger;
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.NotAssigned.selector, taskId, stranger));
        _prove(proof);
        vm.assertEq(_pool(9, stakeToken), 100, "spared");
    }

    function test_AnOperatorThatOptedOutAnswersUntilItsLastTaskHasEnded() public {
        bytes32 other = _createTask();
        _optOut(_operator(1));
        _optOut(_operator(2));
        uint64 until = networkRegistry.slashableUntil(address(network), _operator(1));
        vm.assertEq(until, block.timestamp + RESPONSE_WINDOW + CHALLENGE_WINDOW + RESOLUTION_WINDOW, "until");
        vm.roll(block.number + 1);
        vm.warp(until);
        _prove(_proof(taskId, 1));
        vm.assertEq(_pool(1, stakeToken), 50, "slashed in the last second");

        vm.warp(until + 1);
        bytes memory tooLate = abi.encodeWithSelector(ISlashingManager.NoLongerSlashable.selector, _operator(2), until);
        Proof memory proof = _proof(other, 2);
        vm.expectRevert(tooLate);
        _prove(proof);
        vm.assertEq(_pool(2, stakeToken), 100, "not a second later");
    }

    function test_AnOperatorThatServesAnswersHoweverOldTheTask() public {
        Proof memory proof = _proof(taskId, 1);
        vm.warp(block.timestamp + 3650 days);
        _prove(proof);
        vm.assertEq(_pool(1, stakeToken), 50, "slashed");
    }

    function test_RefusesSignaturesThatAreNotTheOperatorsOverThisTask() public {
        _expectInvalid(_sign(taskId, 2, FIRST), "another operator's");
        _expectInvalid(_sign(_createTask(), 1, FIRST), "another task's");
        _expectInvalid(_sign(taskId, 1, SECOND), "another response's");
        uint64 referenceBlock = taskManager.taskOf(taskId).referenceBlock;
        bytes32 earlier = taskManager.responseDigest(taskId, referenceBlock - 1, FIRST);
        _expectInvalid(TestBls.sign(1, earlier), "another reference block's");
        bytes32 digest = taskManager.responseDigest(taskId, referenceBlock, FIRST);
        _expectInvalid(TestBls.proofOfPossession(1, digest), "another ciphersuite's");
        _expectInvalid(TestBls.addG2(TestBls.sign(1, digest), TestBls.sign(2, digest)), "an aggregate");
        _expectInvalid(new bytes(256), "infinity");
        _expectInvalid(new bytes(255), "too short");
        _expectInvalid(bytes.concat(TestBls.sign(1, digest), hex"00"), "too long");
        _expectInvalid("", "nothing");
    }

    function test_TheChallengeManagerAloneSlashesForWrongResponses() public {
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.NotChallengeManager.selector, stranger));
        vm.prank(stranger);
        slashingManager.slashWrongResponse(taskId, _operator(1), stranger, bytes32(0));
    }

    function test_TheReporterEarnsItsShareByACommitmentOfAnEarlierBlock() public {
        _reportAndProve(_proof(taskId, 1));
        vm.assertEq(stakeToken.balanceOf(reporter), 5, "a tenth of 50");
        vm.assertEq(stakeToken.balanceOf(BURNED), 45, "the rest");
    }

    function test_ACommitmentOfTheSameBlockEarnsNothing() public {
        Proof memory proof = _proof(taskId, 1);
        slashingManager.commitReport(_commitment(reporter, proof));
        _prove(proof);
        _assertUnpaid();
    }

    function test_AProofWithoutACommitmentSlashesAndEarnsNothing() public {
        _prove(_proof(taskId, 1));
        _assertUnpaid();
    }

    /// @dev It saw the proof and sent it first: the commitment names another, and its own is too young.
    function test_ACopierEarnsNothing() public {
        Proof memory proof = _proof(taskId, 1);
        slashingManager.commitReport(_commitment(stranger, proof));
        _nextBlock();
        slashingManager.commitReport(_commitment(reporter, proof));
        _prove(proof);
        _assertUnpaid();
        vm.assertEq(stakeToken.balanceOf(stranger), 0, "nor the other, who did not prove");
    }

    function test_ACommitmentHoldsForTheVeryEvidenceOnly() public {
        Proof memory proof = _proof(taskId, 1);
        slashingManager.commitReport(_commitment(reporter, proof));
        _nextBlock();
        (proof.hashA, proof.hashB) = (proof.hashB, proof.hashA);
        (proof.signatureA, proof.signatureB) = (proof.signatureB, proof.signatureA);
        _prove(proof);
        _assertUnpaid();
    }

    /// @dev Whoever sees a commitment gains nothing by sending it first: it names its reporter.
    function test_ACommitmentIsTakenOnceWhoeverSendsIt() public {
        Proof memory proof = _proof(taskId, 1);
        bytes32 commitment = _commitment(reporter, proof);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.ReportCommitted(commitment);
        vm.prank(stranger);
        slashingManager.commitReport(commitment);
        _nextBlock();
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.AlreadyCommitted.selector, commitment));
        slashingManager.commitReport(commitment);
        _prove(proof);
        vm.assertEq(stakeToken.balanceOf(reporter), 5, "the reporter's all the same");
    }

    function test_ParametersOfATaskStayItsTermsWhateverTheNetworkSetsLater() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        (parameters.equivocationSlashBps, parameters.reporterShareBps) = (0, 5000);
        (parameters.slashSink, parameters.slashRecipient) = (INetworkRegistry.SlashSink.Recipient, stranger);
        _setParameters(parameters);
        _reportAndProve(_proof(taskId, 1));
        vm.assertEq(_pool(1, stakeToken), 50, "fraction");
        vm.assertEq(stakeToken.balanceOf(reporter), 5, "share");
        vm.assertEq(stakeToken.balanceOf(stranger), 0, "sink");
    }

    function test_AnOffenceThatCostsNothingIsRecordedAllTheSame() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.equivocationSlashBps = 0;
        _setParameters(parameters);
        taskId = _createTask();
        bytes32 slashId = _prove(_proof(taskId, 1));
        vm.assertEq(_pool(1, stakeToken), 100, "nothing taken");
        vm.assertEq(slashingManager.slashOf(slashId).operator, _operator(1), "recorded");
    }

    function test_ASlashOfEverythingLeavesNothingForTheNext() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.equivocationSlashBps = 10_000;
        _setParameters(parameters);
        taskId = _createTask();
        bytes32 other = _createTask();
        _prove(_proof(taskId, 1));
        vm.assertEq(_pool(1, stakeToken), 0, "all");
        vm.assertEq(_weight(1), 0, "no weight");
        vm.assertEq(allocationManager.totalMagnitudeOf(_operator(1), address(stakeToken)), 0, "no magnitude");
        _prove(_proof(other, 1));
        vm.assertEq(stakeToken.balanceOf(BURNED), 100, "once");
    }

    function _assertUnpaid() private view {
        vm.assertEq(_pool(1, stakeToken), 50, "slashed");
        vm.assertEq(stakeToken.balanceOf(reporter), 0, "no share");
        vm.assertEq(stakeToken.balanceOf(BURNED), 50, "all to the sink");
    }

    /// @dev Be it the first or the second of the two.
    function _expectInvalid(bytes memory signature, string memory reason) private {
        Proof memory proof = _proof(taskId, 1);
        proof.signatureA = signature;
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.InvalidSignature.selector, FIRST));
        _prove(proof);
        (proof.hashA, proof.hashB) = (SECOND, FIRST);
        (proof.signatureA, proof.signatureB) = (_sign(taskId, 1, SECOND), signature);
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.InvalidSignature.selector, FIRST));
        _prove(proof);
        vm.assertEq(_pool(1, stakeToken), 100, reason);
    }
}
