// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../src/demo/DemoToken.sol";
import {ISlashingManager} from "../src/interfaces/ISlashingManager.sol";
import {ITaskManager} from "../src/interfaces/ITaskManager.sol";
import {StakeFixture} from "./support/StakeFixture.sol";

/// @title Each delegator of a slashed operator loses exactly once, and nobody else loses anything
/// @dev Real slashes, by proofs of equivocation, of half of what two assets put at stake. A forge test is one transaction.
contract SlashOnceTest is StakeFixture {
    uint256 private constant PUT = 1000e18;

    address private first;
    address private second;
    address private bystander = address(0xB157);

    function setUp() public override {
        super.setUp();
        _accept(address(network), otherToken, ONE);
        first = _serve(1);
        second = _serve(2);
        _nextBlock();
    }

    function test_ASlashOfTwoAssetsTakesHalfOfEachOnce() public {
        _equivocate(_createTask(), 1);
        _assertLeft(delegator, first, PUT / 2);
        _assertLeft(bystander, first, PUT / 2);
        _assertLeft(delegator, second, PUT);
        _assertLeft(bystander, second, PUT);
        vm.assertEq(stakeToken.balanceOf(slashingManager.BURN_ADDRESS()), PUT, "half of two deposits, burned");
        vm.assertEq(otherToken.balanceOf(slashingManager.BURN_ADDRESS()), PUT, "of the other asset too");
    }

    function test_ADepositInTheSameBlockBeforeASlashLosesOnce() public {
        bytes32 taskId = _createTask();
        _deposit(stranger, first, 300e18);
        _equivocate(taskId, 1);
        _assertLeft(stranger, first, 150e18);
        _assertLeft(delegator, first, PUT / 2);
    }

    function test_ADepositInTheSameBlockAfterASlashLosesNothing() public {
        _equivocate(_createTask(), 1);
        _deposit(stranger, first, 300e18);
        _assertLeft(stranger, first, 300e18);
        _assertLeft(delegator, first, PUT / 2);
        _assertLeft(bystander, first, PUT / 2);
    }

    function test_ADepositWithAnotherOperatorInTheSameBlockLosesNothing() public {
        bytes32 taskId = _createTask();
        _deposit(stranger, second, 300e18);
        _equivocate(taskId, 1);
        _deposit(bystander, second, 300e18);
        _assertLeft(stranger, second, 300e18);
        _assertLeft(bystander, second, PUT + 300e18);
        _assertLeft(bystander, first, PUT / 2);
    }

    /// @dev Who moves in the block of the slash leaves a queue behind, which loses once; what is new loses nothing.
    function test_WhoMovesInTheSameBlockLosesByTheQueueOnly() public {
        bytes32 taskId = _createTask();
        bytes32 id = _queueFrom(delegator, first, stakeToken, PUT);
        _delegate(second, stakeToken, PUT);
        _equivocate(taskId, 1);
        vm.assertApproxEqAbs(_redeemable(delegator, second, stakeToken), 2 * PUT, 4, "with the other");
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.assertApproxEqAbs(_completeFor(delegator, id), PUT / 2, 4, "the queue");
    }

    function test_QueuesOfBothAssetsLoseAsMuchAsWhatStays() public {
        bytes32 taskId = _createTask();
        bytes32 id = _queueFrom(delegator, first, stakeToken, PUT);
        bytes32 otherId = _queueFrom(delegator, first, otherToken, PUT / 4);
        _equivocate(taskId, 1);
        vm.warp(block.timestamp + WITHDRAWAL_DELAY);
        vm.assertApproxEqAbs(_completeFor(delegator, id), PUT / 2, 4, "all of it queued");
        vm.assertApproxEqAbs(_completeFor(delegator, otherId), PUT / 8, 4, "a quarter of it queued");
        vm.assertApproxEqAbs(_redeemable(delegator, first, otherToken), PUT * 3 / 8, 4, "the rest");
        _assertLeft(bystander, first, PUT / 2);
    }

    function test_TwoSlashesOfOneOperatorInOneTransactionTakeHalfAndHalfOfTheRest() public {
        (bytes32 taskA, bytes32 taskB) = (_createTask(), _createTask());
        _equivocate(taskA, 1);
        _equivocate(taskB, 1);
        _assertLeft(delegator, first, PUT / 4);
        _assertLeft(bystander, first, PUT / 4);
        _assertLeft(delegator, second, PUT);
        vm.assertEq(allocationManager.magnitudeOf(first, address(network), address(stakeToken)), 25e16, "magnitude");
        vm.assertApproxEqAbs(stakeRegistry.weightOf(address(network), first), PUT, 8, "a quarter of four deposits");
    }

    function test_TwoOperatorsSlashedInOneTransactionLoseOnceEach() public {
        (bytes32 taskA, bytes32 taskB) = (_createTask(), _createTask());
        _equivocate(taskA, 1);
        _equivocate(taskB, 2);
        _assertLeft(delegator, first, PUT / 2);
        _assertLeft(delegator, second, PUT / 2);
        _assertLeft(bystander, second, PUT / 2);
    }

    /// @dev Nor do other responses make another offence of it.
    function test_OneOffenceOnOneTaskSlashesOnce() public {
        bytes32 taskId = _createTask();
        bytes32 slashId = _equivocate(taskId, 1);
        vm.expectRevert(abi.encodeWithSelector(ISlashingManager.AlreadySlashed.selector, slashId));
        slashingManager.proveEquivocation(taskId, first, keccak256("C"), "", keccak256("D"), "");
        _assertLeft(delegator, first, PUT / 2);
    }

    function test_WhatBacksAnotherNetworkIsNotTouched() public {
        address other = _addNetwork(1);
        address third = _register(3);
        _deposit(delegator, third, PUT);
        _allocate(third, address(network), stakeToken, 6e17);
        _allocate(third, other, stakeToken, 4e17);
        _optInto(third, address(network));
        _optInto(third, other);
        _nextBlock();
        _equivocate(_createTask(), 3);
        vm.assertEq(stakeRegistry.weightOf(other, third), 400e18, "recorded");
        vm.assertApproxEqAbs(stakeRegistry.liveWeightOf(other, third), 400e18, 4, "live");
        vm.assertApproxEqAbs(_redeemable(delegator, third, stakeToken), 700e18, 4, "half of six tenths lost");
        vm.assertApproxEqAbs(_redeemable(delegator, third, otherToken), PUT, 4, "the asset that was not at stake");
    }

    function test_AFallBetweenTheTaskAndTheSlashSavesNothing() public {
        bytes32 taskId = _createTask();
        _allocate(first, address(network), stakeToken, 0);
        vm.warp(block.timestamp + DEALLOCATION_DELAY - 1);
        _equivocate(taskId, 1);
        _assertLeft(delegator, first, PUT / 2);
    }

    /// @dev The recorded weight outlived its stake: nothing is there to take, and the slash records that.
    function test_AnOldWeightThatNobodySyncedIsSlashedForWhatIsLeft() public {
        _leaveWhole(delegator, first);
        _leaveWhole(bystander, first);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 4 * PUT, "nobody synced");
        _nextBlock();
        _equivocate(_createTask(), 1);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 0, "recorded by the slash");
        vm.assertEq(stakeToken.balanceOf(slashingManager.BURN_ADDRESS()), 0, "nothing to take");
        _assertLeft(delegator, second, PUT);
    }

    function test_TheNextTaskCountsWhatTheSlashLeft() public {
        _equivocate(_createTask(), 1);
        uint64 number = uint64(block.number);
        _nextBlock();
        vm.assertApproxEqAbs(stakeRegistry.weightAt(address(network), first, number), 2 * PUT, 8, "synced at once");
        vm.assertEq(stakeRegistry.weightAt(address(network), first, number - 1), 4 * PUT, "not before");
        vm.assertApproxEqAbs(stakeRegistry.totalWeightAt(address(network), number), 6 * PUT, 8, "the total too");
    }

    function test_EverybodyLeftAndTheLastTaskStillSlashes() public {
        bytes32 taskId = _createTask();
        _optOut(first);
        _optOut(second);
        _equivocate(taskId, 1);
        _assertLeft(delegator, first, PUT / 2);
        vm.assertEq(stakeRegistry.totalWeightOf(address(network)), 0, "no weight comes back");
        _nextBlock();
        vm.expectRevert(abi.encodeWithSelector(ITaskManager.NoWeightAtReference.selector, address(network)));
        taskManager.createTask(address(network), PAYLOAD);
    }

    /// @dev Many deposits, queues and slashes in one block: each delegator has what its own history leaves it.
    function testFuzz_EachLosesByTheSlashesWhileItWasThere(uint256 seed) public {
        uint256[3] memory expected = [uint256(PUT), PUT, 0];
        address[3] memory holders = [delegator, bystander, stranger];
        bytes32[4] memory tasks = [_createTask(), _createTask(), _createTask(), _createTask()];
        for (uint256 i = 0; i < 4; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 assets = 1 + seed % PUT;
            _deposit(holders[seed % 3], first, assets);
            expected[seed % 3] += assets;
            _equivocate(tasks[i], 1);
            for (uint256 j = 0; j < 3; j++) {
                expected[j] /= 2;
                _assertLeft(holders[j], first, expected[j]);
            }
        }
        _assertLeft(delegator, second, PUT);
    }

    function _serve(uint256 number) private returns (address operator) {
        operator = _register(number);
        _deposit(delegator, operator, PUT);
        _deposit(bystander, operator, PUT);
        _allocateAll(operator, stakeToken);
        _allocateAll(operator, otherToken);
        _optIn(operator);
    }

    function _deposit(address from, address operator, uint256 assets) private {
        _delegateFrom(from, operator, stakeToken, assets);
        _delegateFrom(from, operator, otherToken, assets);
    }

    function _leaveWhole(address from, address operator) private {
        DemoToken[2] memory both = [stakeToken, otherToken];
        for (uint256 i = 0; i < 2; i++) {
            bytes32 id = _queueFrom(from, operator, both[i], PUT);
            vm.warp(block.timestamp + WITHDRAWAL_DELAY);
            _completeFor(from, id);
        }
    }

    /// @dev In both assets, to the rounding of a few slashes of pools with 18 decimals.
    function _assertLeft(address from, address operator, uint256 expected) private view {
        vm.assertApproxEqAbs(_redeemable(from, operator, stakeToken), expected, 8, "stake");
        vm.assertApproxEqAbs(_redeemable(from, operator, otherToken), expected, 8, "other");
    }
}
