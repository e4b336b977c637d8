// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IChallengeManager} from "../src/interfaces/IChallengeManager.sol";
import {IDelegationManager} from "../src/interfaces/IDelegationManager.sol";
import {ISlashingManager} from "../src/interfaces/ISlashingManager.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {ChallengeFixture} from "./support/ChallengeFixture.sol";
import {TestBls} from "./support/TestBls.sol";
import {Vm} from "./support/Vm.sol";

/// @dev Whom an upheld challenge slashes: the signers, once each, at once or in later batches. Four operators of 100 each.
contract ChallengeManagerSlashTest is ChallengeFixture {
    uint256 private constant COUNT = 4;

    /// @dev With bonds at hand, so that a refusal is never for want of one.
    function setUp() public override {
        super.setUp();
        _operatorsServe(COUNT);
        _fundBond(rewardToken, BOND);
    }

    function test_AnUpheldChallengeSlashesTheNamedSignersInTheSameTransaction() public {
        bytes32 taskId = _answered(WRONG, COUNT, _one(2));
        bytes32 slashId = slashingManager.slashIdOf(taskId, _operator(1), ISlashingManager.Offence.WrongResponse);
        _fundBond(rewardToken, BOND);
        vm.expectEmit(address(slashingManager));
        emit ISlashingManager.OperatorSlashed(
            slashId,
            _operator(1),
            address(network),
            taskId,
            ISlashingManager.Offence.WrongResponse,
            challenger,
            _challengeId(0, taskId),
            0.1e18
        );
        vm.expectEmit(address(delegationManager));
        emit IDelegationManager.PoolSlashed(
            slashId, _operator(1), address(stakeToken), 0.1e18, 10, 0, 1e18, _rate(91, 101), 90, 100
        );
        _challengeFunded(taskId, _evidence(WRONG, _one(2), _one(1)));
        _assertPools(90, 100, 100, 100);
        vm.assertEq(stakeRegistry.weightOf(address(network), _operator(1)), 90, "weight");
        vm.assertEq(stakeToken.balanceOf(challenger), 2, "challenger's share");
        vm.assertEq(stakeToken.balanceOf(BURNED), 8, "burned");
    }

    function test_LaterBatchesSlashTheRestAndPassOverWhoWasSlashed() public {
        bytes32 taskId = _answered(WRONG, COUNT, _none());
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG, _none(), _one(1)));
        _slash(challengeId, _none(), _others(COUNT, _one(3)));
        _assertPools(90, 90, 100, 90);
        _slash(challengeId, _none(), _others(COUNT, _none()));
        _assertPools(90, 90, 90, 90);
        _slash(challengeId, _none(), _others(COUNT, _none()));
        _assertPools(90, 90, 90, 90);
        vm.assertEq(stakeToken.balanceOf(challenger), 8, "the challenger's share, whoever calls");
    }

    function test_ASignerNamedTwiceIsSlashedOnce() public {
        bytes32 taskId = _answered(WRONG, COUNT, _none());
        IChallengeManager.Evidence memory evidence = _evidence(WRONG);
        evidence.signers = new address[](2);
        (evidence.signers[0], evidence.signers[1]) = (_operator(1), _operator(1));
        _challenge(taskId, evidence);
        _assertPools(90, 100, 100, 100);
    }

    function test_OneOffenceOnTwoTasksSlashesTwice() public {
        bytes32 first = _answered(WRONG, COUNT, _none());
        bytes32 second = _answered(WRONG, COUNT, _none());
        _challenge(first, _evidence(WRONG, _none(), _one(1)));
        _challenge(second, _evidence(WRONG, _none(), _one(1)));
        _assertPools(81, 100, 100, 100);
    }

    /// @dev The signers' list may follow later: the challenger need not know it to reject the response.
    function test_TheNonSignersAreReadOnlyToSlash() public {
        bytes32 taskId = _answered(WRONG, COUNT, _one(2));
        _challenge(taskId, _evidence(WRONG, _one(4), _none()));
        _assertStatus(taskId, ITaskManager.TaskStatus.Rejected, "rejected");
        _assertPools(100, 100, 100, 100);
    }

    function test_RefusesAnotherListOfNonSigners() public {
        bytes32 taskId = _answered(WRONG, COUNT, _one(2));
        _expectRevert(IChallengeManager.WrongNonSigners.selector);
        _tryChallenge(taskId, _none(), _one(1));
        _expectRevert(IChallengeManager.WrongNonSigners.selector);
        _tryChallenge(taskId, _one(3), _one(2));
        _assertStatus(taskId, ITaskManager.TaskStatus.Responded, "nothing happened");

        bytes32 challengeId = _challenge(taskId, _evidence(WRONG));
        _expectRevert(IChallengeManager.WrongNonSigners.selector);
        _slash(challengeId, _none(), _one(1));
    }

    function test_ANonSignerIsNotSlashed() public {
        uint256[] memory missing = new uint256[](2);
        (missing[0], missing[1]) = (2, 4);
        bytes32 taskId = _answered(WRONG, COUNT, missing);
        for (uint256 i = 0; i < 2; i++) {
            _expectNotASigner(_operator(missing[i]));
            _tryChallenge(taskId, missing, _one(missing[i]));
        }
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG, missing, _others(COUNT, missing)));
        _expectNotASigner(_operator(2));
        _slash(challengeId, missing, _one(2));
        _assertPools(90, 100, 90, 100);
    }

    function test_WhoHadNoWeightAtTheReferenceBlockIsNotSlashed() public {
        bytes32 taskId = _createTask();
        address late = _register(9);
        _delegate(late, stakeToken, 100);
        _optIn(late);
        bytes memory signature = _signature(_others(COUNT, _none()), _digest(taskId, WRONG));
        bytes memory key = _keyOfFour();
        taskManager.respond(taskId, WRONG, new address[](0), key, signature);
        _nextBlock();
        _expectNotASigner(late);
        _tryChallenge(taskId, _none(), _one(9));
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG));
        address[] memory outsiders = new address[](1);
        outsiders[0] = stranger;
        _expectNotASigner(stranger);
        challengeManager.slashSigners(challengeId, new address[](0), outsiders);
    }

    /// @dev Whoever leaves between the task and its challenge answers for it all the same.
    function test_ASignerThatOptedOutIsSlashed() public {
        bytes32 taskId = _answered(WRONG, COUNT, _none());
        _optOut(_operator(1));
        _nextBlock();
        _challenge(taskId, _evidence(WRONG, _none(), _one(1)));
        _assertPools(90, 100, 100, 100);
        vm.assertEq(stakeRegistry.weightOf(address(network), _operator(1)), 0, "no weight comes back");
    }

    function test_AQueuedWithdrawalIsSlashedWithItsPool() public {
        bytes32 taskId = _answered(WRONG, COUNT, _none());
        vm.prank(delegator);
        bytes32 withdrawalId = delegationManager.queueWithdrawal(_operator(1), address(stakeToken), 50);
        _challenge(taskId, _evidence(WRONG, _none(), _one(1)));
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        uint256 before = stakeToken.balanceOf(delegator);
        vm.prank(delegator);
        uint256 paid = delegationManager.completeWithdrawal(withdrawalId);
        vm.assertEq(paid, 45, "nine tenths");
        vm.assertEq(stakeToken.balanceOf(delegator) - before, 45, "paid");
    }

    function test_SignersAreSlashedOnlyForUpheldChallenges() public {
        bytes32 unknown = keccak256("unknown");
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeNotFound.selector, unknown));
        _slash(unknown, _none(), _one(1));

        bytes32 taskId = _answered(_right(), COUNT, _none());
        bytes32 failed = _challenge(taskId, _evidence(_right(), _none(), _one(1)));
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.ChallengeNotUpheld.selector, failed));
        _slash(failed, _none(), _one(1));
        _assertPools(100, 100, 100, 100);
    }

    function testFuzz_WhoeverSignedLosesATenthAndNobodyElseLosesAnything(uint8 signs, uint8 named) public {
        uint256[] memory signers = _numbersIn((signs % 15) | 3);
        uint256[] memory missing = _others(COUNT, signers);
        uint256[] memory batch = _numbersIn(uint8(named & ((signs % 15) | 3)));
        bytes32 taskId = _answered(WRONG, COUNT, missing);
        bytes32 challengeId = _challenge(taskId, _evidence(WRONG, missing, batch));
        _assertSlashedOnly(batch);
        _slash(challengeId, missing, signers);
        _assertSlashedOnly(signers);
        vm.assertEq(stakeToken.balanceOf(challenger), 2 * signers.length, "challenger's share");
    }

    function test_AResponseThatEverybodySignedAndWhoseListIsEmptyHashesToZero() public {
        bytes32 taskId = _answered(WRONG, COUNT, _none());
        vm.assertEq(taskManager.taskOf(taskId).nonSignersHash, bytes32(0), "zero");
        vm.recordLogs();
        _challenge(taskId, _evidence(WRONG, _none(), _others(COUNT, _none())));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 slashes = 0;
        for (uint256 i = 0; i < logs.length; i++) {
            if (logs[i].topics[0] == ISlashingManager.OperatorSlashed.selector) slashes++;
        }
        vm.assertEq(slashes, COUNT, "one event each");
    }

    function _slash(bytes32 challengeId, uint256[] memory missing, uint256[] memory signers) private {
        address[] memory nonSigners = _addresses(missing);
        address[] memory operators = _addresses(signers);
        vm.prank(stranger);
        challengeManager.slashSigners(challengeId, nonSigners, operators);
    }

    function _tryChallenge(bytes32 taskId, uint256[] memory missing, uint256[] memory signers) private {
        _challengeFunded(taskId, _evidence(WRONG, missing, signers));
    }

    function _expectNotASigner(address operator) private {
        vm.expectRevert(abi.encodeWithSelector(IChallengeManager.NotASigner.selector, operator));
    }

    function _assertPools(uint256 first, uint256 second, uint256 third, uint256 fourth) private view {
        vm.assertEq(_poolOf(1), first, "first");
        vm.assertEq(_poolOf(2), second, "second");
        vm.assertEq(_poolOf(3), third, "third");
        vm.assertEq(_poolOf(4), fourth, "fourth");
    }

    function _assertSlashedOnly(uint256[] memory slashed) private view {
        uint256[] memory spared = _others(COUNT, slashed);
        for (uint256 i = 0; i < slashed.length; i++) {
            vm.assertEq(_poolOf(slashed[i]), 90, "slashed");
        }
        for (uint256 i = 0; i < spared.length; i++) {
            vm.assertEq(_poolOf(spared[i]), 100, "spared");
        }
    }

    /// @dev The numbers whose bits are set, the lowest bit standing for 1.
    function _numbersIn(uint256 bits) private pure returns (uint256[] memory numbers) {
        uint256 count = (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1);
        numbers = new uint256[](count);
        uint256 next = 0;
        for (uint256 i = 0; i < COUNT; i++) {
            if ((bits >> i) & 1 == 1) numbers[next++] = i + 1;
        }
    }

    function _rate(uint256 assets, uint256 shares) private pure returns (uint256) {
        return ONE * assets / shares;
    }

    function _keyOfFour() private view returns (bytes memory) {
        return TestBls.publicKey(1 + 2 + 3 + 4);
    }
}
