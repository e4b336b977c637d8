// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IStakeRegistry} from "../src/interfaces/IStakeRegistry.sol";
import {BLS12381} from "../src/libraries/BLS12381.sol";
import {Fixture} from "./support/Fixture.sol";
import {TestBls} from "./support/TestBls.sol";
import {Vm} from "./support/Vm.sol";

contract StakeRegistryTest is Fixture {
    address private first;
    address private second;

    function setUp() public override {
        super.setUp();
        first = _register(1);
        second = _register(2);
        _delegate(first, stakeToken, 100);
        _delegate(second, stakeToken, 50);
        _allocateAll(first, stakeToken);
        _allocateAll(second, stakeToken);
    }

    function test_WeightSumsAssetsByTheirMultipliersRoundedDown() public {
        _setAsset(address(otherToken), 5e17);
        _delegate(first, otherToken, 7);
        _allocateAll(first, otherToken);
        _optIn(first);
        vm.assertEq(stakeRegistry.assetWeightOf(address(network), first, address(stakeToken)), 100, "stake");
        vm.assertEq(stakeRegistry.assetWeightOf(address(network), first, address(otherToken)), 3, "floor(3.5)");
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 103, "operator");
        vm.assertEq(stakeRegistry.totalWeightOf(address(network)), 103, "network");
    }

    function test_EventsStateTotalsAfterEachAsset() public {
        _optIn(first);
        _setAsset(address(otherToken), ONE);
        _delegate(first, otherToken, 10);
        _allocateAll(first, otherToken);
        _delegate(first, stakeToken, 5);
        _expectWeight(first, address(stakeToken), 105, 105, 105);
        _expectWeight(first, address(otherToken), 10, 115, 115);
        _sync(first);
    }

    function test_ASyncOfSeveralOperatorsKeepsRunningTotals() public {
        _optIn(first);
        _optIn(second);
        _delegate(first, stakeToken, 1);
        _delegate(second, stakeToken, 1);
        address[] memory operators = new address[](3);
        (operators[0], operators[1], operators[2]) = (second, first, second);
        _expectWeight(second, address(stakeToken), 51, 51, 151);
        _expectWeight(first, address(stakeToken), 101, 101, 152);
        vm.recordLogs();
        stakeRegistry.syncWeights(address(network), operators);
        vm.assertEq(vm.getRecordedLogs().length, 2, "no event for what did not change");
    }

    function test_AnAssetThatWasRemovedFallsToZeroAtTheNextSync() public {
        _setAsset(address(otherToken), ONE);
        _delegate(first, otherToken, 10);
        _allocateAll(first, otherToken);
        _optIn(first);
        _setAsset(address(stakeToken), 0);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 110, "not before");
        _expectWeight(first, address(stakeToken), 0, 10, 10);
        _sync(first);
        vm.assertEq(stakeRegistry.assetWeightOf(address(network), first, address(stakeToken)), 0, "asset");
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 10, "operator");
    }

    function test_AnAssetThatWasRemovedAndIsSetAgainCountsOnce() public {
        _optIn(first);
        _setAsset(address(stakeToken), 0);
        _setAsset(address(stakeToken), ONE);
        _sync(first);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 100, "once");
    }

    function test_OptingOutOfANetworkThatDroppedAllAssetsStillClearsTheWeight() public {
        _optIn(first);
        _setAsset(address(stakeToken), 0);
        _expectWeight(first, address(stakeToken), 0, 0, 0);
        _optOut(first);
        vm.assertEq(stakeRegistry.totalWeightOf(address(network)), 0, "network");
    }

    /// @dev Somebody has to sync: until then the old weight stands, in both directions.
    function test_AnUnsyncedWeightStaysUntilAnybodySyncs() public {
        _optIn(first);
        vm.prank(delegator);
        delegationManager.queueWithdrawal(first, address(stakeToken), 60);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 100, "recorded");
        vm.assertEq(stakeRegistry.liveWeightOf(address(network), first), 40, "live");
        vm.prank(stranger);
        _sync(first);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 40, "synced");
    }

    function test_NoWeightWithoutOptingIn() public {
        _sync(first);
        vm.assertEq(stakeRegistry.weightOf(address(network), first), 0, "recorded");
        vm.assertEq(stakeRegistry.liveWeightOf(address(network), first), 0, "live");
    }

    function test_CheckpointsHoldThePast() public {
        uint64 before = uint64(block.number);
        _nextBlock();
        _optIn(first);
        uint64 joined = uint64(block.number);
        _nextBlock();
        _delegate(first, stakeToken, 11);
        _sync(first);
        uint64 grown = uint64(block.number);
        _nextBlock();
        _optOut(first);
        _nextBlock();
        vm.assertEq(stakeRegistry.weightAt(address(network), first, before), 0, "before");
        vm.assertEq(stakeRegistry.weightAt(address(network), first, joined), 100, "joined");
        vm.assertEq(stakeRegistry.totalWeightAt(address(network), grown), 111, "grown");
        vm.assertEq(stakeRegistry.totalWeightAt(address(network), grown + 1), 0, "left");
    }

    function test_SeveralSyncsInABlockLeaveOneCheckpoint() public {
        _optIn(first);
        _delegate(first, stakeToken, 1);
        _sync(first);
        _delegate(first, stakeToken, 1);
        _sync(first);
        uint64 number = uint64(block.number);
        _nextBlock();
        vm.assertEq(stakeRegistry.weightAt(address(network), first, number), 102, "the last counts");
        vm.assertEq(stakeRegistry.weightAt(address(network), first, number - 1), 0, "the block before");
    }

    function test_RefusesBlocksThatAreNotOver() public {
        uint64 number = uint64(block.number);
        bytes memory expected = abi.encodeWithSelector(IStakeRegistry.BlockNotYetMined.selector, number);
        vm.expectRevert(expected);
        stakeRegistry.weightAt(address(network), first, number);
        vm.expectRevert(expected);
        stakeRegistry.totalWeightAt(address(network), number);
        vm.expectRevert(expected);
        stakeRegistry.aggregateKeyHashAt(address(network), number);
    }

    function test_AnybodySyncsOneOperator() public {
        _optIn(first);
        _delegate(first, stakeToken, 5);
        _expectWeight(first, address(stakeToken), 105, 105, 105);
        vm.prank(stranger);
        stakeRegistry.syncOperator(address(network), first);
    }

    function test_TheAggregateKeyFollowsWhoHasWeight() public {
        vm.assertEq(stakeRegistry.aggregateKeyOf(address(network)), new bytes(128), "nobody");
        _expectKey(TestBls.publicKey(1));
        _optIn(first);
        bytes memory both = TestBls.publicKey(3); // 1 + 2
        _expectKey(both);
        _optIn(second);
        uint64 number = uint64(block.number);
        _nextBlock();
        _expectKey(TestBls.publicKey(2));
        _optOut(first);
        _expectKey(new bytes(128));
        _optOut(second);
        _nextBlock();
        vm.assertEq(stakeRegistry.aggregateKeyHashAt(address(network), number), keccak256(both), "then");
        vm.assertEq(
            stakeRegistry.aggregateKeyHashAt(address(network), number + 1), keccak256(new bytes(128)), "infinity"
        );
        vm.assertEq(stakeRegistry.aggregateKeyHashAt(address(network), number - 1), bytes32(0), "nobody ever");
    }

    function test_TheAggregateKeyStaysWhenOnlyAnAmountChanges() public {
        _optIn(first);
        _delegate(first, stakeToken, 1);
        vm.recordLogs();
        _sync(first);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1, "one event");
        vm.assertEq(logs[0].topics[0], IStakeRegistry.WeightUpdated.selector, "a weight");
    }

    function test_AnOperatorWhoseWholeStakeLeavesLeavesTheKey() public {
        _optIn(first);
        _optIn(second);
        vm.prank(delegator);
        delegationManager.queueWithdrawal(first, address(stakeToken), 100);
        _expectKey(TestBls.publicKey(2));
        _sync(first);
        _delegate(first, stakeToken, 5);
        _expectKey(TestBls.publicKey(3));
        _sync(first);
    }

    function test_TheLargestPoolsAndMultipliersFit() public {
        _delegate(second, stakeToken, type(uint128).max - 50);
        _setAsset(address(stakeToken), 1e36);
        _optIn(second);
        vm.assertEq(stakeRegistry.weightOf(address(network), second), uint256(type(uint128).max) * ONE, "no overflow");
    }

    function testFuzz_TotalsEqualWhatIsRecomputed(uint256 seed) public {
        _setAsset(address(otherToken), 3e17);
        _setMinimumToZero();
        address[] memory operators = new address[](4);
        (operators[0], operators[1], operators[2], operators[3]) = (first, second, _register(3), _register(4));
        for (uint256 i = 0; i < 24; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            _step(operators[seed % 4], seed >> 8);
        }
        stakeRegistry.syncWeights(address(network), operators);
        uint256 total = 0;
        bytes memory key = new bytes(128);
        for (uint256 i = 0; i < 4; i++) {
            uint256 weight = stakeRegistry.weightOf(address(network), operators[i]);
            vm.assertEq(weight, stakeRegistry.liveWeightOf(address(network), operators[i]), "live");
            total += weight;
            if (weight > 0) key = BLS12381.addG1(key, TestBls.publicKey(i + 1));
        }
        vm.assertEq(stakeRegistry.totalWeightOf(address(network)), total, "total");
        vm.assertEq(stakeRegistry.aggregateKeyOf(address(network)), key, "key");
    }

    function _step(address operator, uint256 seed) private {
        uint256 action = seed % 5;
        bool optedIn = networkRegistry.isOptedIn(address(network), operator);
        if (action == 0) _delegate(operator, seed & 8 == 0 ? stakeToken : otherToken, 1 + (seed >> 16) % 1000);
        else if (action == 1) optedIn ? _optOut(operator) : _optIn(operator);
        else if (action == 2) _setAsset(address(otherToken), 1 + (seed >> 16) % 2e18);
        else if (action == 3) _sync(operator);
        else _nextBlock();
    }

    function _setMinimumToZero() private {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.minimumWeight = 0;
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        _toEpoch(2);
    }

    function _setAsset(address asset, uint256 multiplier) private {
        vm.prank(owner);
        networkRegistry.setAsset(address(network), asset, multiplier);
    }

    function _expectWeight(address operator, address asset, uint256 weight, uint256 operatorTotal, uint256 networkTotal)
        private
    {
        vm.expectEmit(address(stakeRegistry));
        emit IStakeRegistry.WeightUpdated(address(network), operator, asset, weight, operatorTotal, networkTotal);
    }

    function _expectKey(bytes memory key) private {
        vm.expectEmit(address(stakeRegistry));
        emit IStakeRegistry.AggregateKeyUpdated(address(network), key);
    }
}
