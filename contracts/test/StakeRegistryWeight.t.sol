// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../src/demo/DemoToken.sol";
import {IDelegationManager} from "../src/interfaces/IDelegationManager.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {IStakeRegistry} from "../src/interfaces/IStakeRegistry.sol";
import {StakeFixture} from "./support/StakeFixture.sol";

contract StakeRegistryWeightTest is StakeFixture {
    uint64 private constant RISE_DELAY = 40;

    address private operator;
    address private second;

    function _allocationDelay() internal pure override returns (uint64) {
        return RISE_DELAY;
    }

    function setUp() public override {
        super.setUp();
        operator = _register(1);
        second = _addNetwork(1);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.minimumWeight = 0;
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        _toEpoch(2);
    }

    function test_EachNetworkCountsItsPartOfThePool() public {
        _delegate(operator, stakeToken, 1000);
        _give(operator, address(network), stakeToken, 6e17);
        _give(operator, second, stakeToken, 3e17);
        _join(operator);
        _optInto(operator, second);
        vm.assertEq(_weight(operator), 600, "six tenths");
        vm.assertEq(stakeRegistry.weightOf(second, operator), 300, "three tenths");
    }

    function test_RoundsOnceAfterAllFactors() public {
        _delegate(operator, stakeToken, 3);
        _accept(address(network), stakeToken, 2e18);
        _give(operator, address(network), stakeToken, 5e17);
        _join(operator);
        vm.assertEq(_weight(operator), 3, "3 * 0.5 * 2, and not floor(1.5) * 2");
        _accept(address(network), stakeToken, 2e18 - 1);
        _sync(operator);
        vm.assertEq(_weight(operator), 2, "rounded down");
    }

    function test_AChangeOfAPartCountsOnceItHoldsAndIsSynced() public {
        _delegate(operator, stakeToken, 1000);
        _give(operator, address(network), stakeToken, 5e17);
        _join(operator);
        _allocate(operator, address(network), stakeToken, FULL);
        _sync(operator);
        vm.assertEq(_weight(operator), 500, "a rise that waits carries no weight");
        vm.warp(block.timestamp + RISE_DELAY);
        vm.assertEq(_weight(operator), 500, "nobody synced");
        _sync(operator);
        vm.assertEq(_weight(operator), 1000, "synced");
        _allocate(operator, address(network), stakeToken, 0);
        _sync(operator);
        vm.assertEq(_weight(operator), 1000, "what falls is slashable, and counts");
        vm.warp(block.timestamp + DEALLOCATION_DELAY);
        _sync(operator);
        vm.assertEq(_weight(operator), 0, "fallen");
    }

    /// @dev The network's part and the whole fall alike with the pool, so its weight falls with what it lost only.
    function test_ASlashElsewhereLeavesTheWeightAsItWas() public {
        _delegate(operator, stakeToken, 1000e18);
        _give(operator, address(network), stakeToken, 6e17);
        _give(operator, second, stakeToken, 4e17);
        _join(operator);
        _slash(operator, second, stakeToken, ONE / 3);
        _sync(operator);
        vm.assertApproxEqAbs(_weight(operator), 600e18, 1, "as it was");
        _slash(operator, address(network), stakeToken, ONE / 3);
        _sync(operator);
        vm.assertApproxEqAbs(_weight(operator), 400e18, 1, "a third less");
    }

    function test_APoolThatLostEverythingHasNoWeight() public {
        _delegate(operator, stakeToken, 1000);
        _give(operator, address(network), stakeToken, FULL);
        _join(operator);
        _slash(operator, address(network), stakeToken, ONE);
        vm.assertEq(stakeRegistry.liveWeightOf(address(network), operator), 0, "no division by what is left");
        _sync(operator);
        vm.assertEq(_weight(operator), 0, "none");
    }

    function test_CountsTheOperatorsWithWeight() public {
        uint64 start = uint64(block.number);
        address other = _register(2);
        _delegate(operator, stakeToken, 100);
        _give(operator, address(network), stakeToken, FULL);
        _give(other, address(network), stakeToken, FULL);
        _nextBlock();
        _join(operator);
        _join(other); // serves without weight
        _nextBlock();
        _delegate(other, stakeToken, 5);
        _sync(other);
        _sync(other);
        _nextBlock();
        _slash(operator, address(network), stakeToken, ONE);
        _sync(operator);
        _nextBlock();
        _optOut(other);
        _nextBlock();
        vm.assertEq(_count(start), 0, "nobody yet");
        vm.assertEq(_count(start + 1), 1, "one with weight");
        vm.assertEq(_count(start + 2), 2, "two, each once");
        vm.assertEq(_count(start + 3), 1, "slashed to nothing");
        vm.assertEq(_count(start + 4), 0, "everybody left");
        vm.expectRevert(abi.encodeWithSelector(IStakeRegistry.BlockNotYetMined.selector, block.number));
        stakeRegistry.operatorCountAt(address(network), uint64(block.number));
    }

    /// @dev Deposits, queues, parts, slashes, multipliers, comings and goings, against the formula written anew.
    function testFuzz_WeightsAndCountEqualTheFormula(uint256 seed) public {
        _accept(address(network), otherToken, 3e17);
        address[] memory operators = new address[](3);
        (operators[0], operators[1], operators[2]) = (operator, _register(2), _register(3));
        for (uint256 i = 0; i < 40; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            _step(operators[seed % 3], seed >> 128 & 1 == 0 ? stakeToken : otherToken, seed >> 8);
        }
        stakeRegistry.syncWeights(address(network), operators);
        uint256 count = 0;
        for (uint256 i = 0; i < 3; i++) {
            uint256 expected = _formula(operators[i]);
            vm.assertEq(_weight(operators[i]), expected, "weight");
            if (expected > 0) count++;
        }
        uint64 number = uint64(block.number);
        _nextBlock();
        vm.assertEq(_count(number), count, "count");
    }

    function _step(address chosen, DemoToken token, uint256 seed) private {
        uint256 amount = 1 + (seed >> 16) % 1e24;
        uint256 action = seed % 7;
        if (action == 0) _depositIfOpen(chosen, token, amount);
        else if (action == 1) _toggle(chosen);
        else if (action == 2) _accept(address(network), token, 1 + amount % 2e18);
        else if (action == 3) _giveIfFree(chosen, token, uint64(amount % (FULL + 1)));
        else if (action == 4) _slash(chosen, address(network), token, amount % (ONE / 2));
        else if (action == 5) _queueSome(chosen, token, amount);
        else vm.warp(block.timestamp + DEALLOCATION_DELAY / 2);
    }

    function _depositIfOpen(address chosen, DemoToken token, uint256 amount) private {
        IDelegationManager.Pool memory pool = delegationManager.poolOf(chosen, address(token));
        if (pool.totalAssets > 0 || pool.totalShares == 0) _delegate(chosen, token, amount);
    }

    function _toggle(address chosen) private {
        networkRegistry.isOptedIn(address(network), chosen) ? _optOut(chosen) : _join(chosen);
    }

    function _giveIfFree(address chosen, DemoToken token, uint64 magnitude) private {
        uint64 effectiveAt = allocationManager.allocationOf(chosen, address(network), address(token)).effectiveAt;
        if (block.timestamp < effectiveAt) return;
        uint64 current = allocationManager.magnitudeOf(chosen, address(network), address(token));
        uint64 most = allocationManager.freeMagnitudeOf(chosen, address(token)) + current;
        magnitude = magnitude > most ? most : magnitude;
        if (magnitude != current) _allocate(chosen, address(network), token, magnitude);
    }

    function _queueSome(address chosen, DemoToken token, uint256 amount) private {
        uint256 available = delegationManager.sharesOf(delegator, chosen, address(token));
        if (available > 0) _queueFrom(delegator, chosen, token, 1 + amount % available);
    }

    function _formula(address chosen) private view returns (uint256) {
        if (!networkRegistry.isOptedIn(address(network), chosen)) return 0;
        return _formula(chosen, stakeToken) + _formula(chosen, otherToken);
    }

    function _formula(address chosen, DemoToken token) private view returns (uint256) {
        IDelegationManager.Pool memory pool = delegationManager.poolOf(chosen, address(token));
        uint256 active = (pool.totalShares - pool.queuedShares) * (pool.totalAssets + 1) / (pool.totalShares + 1);
        uint256 magnitude = allocationManager.magnitudeOf(chosen, address(network), address(token));
        if (magnitude == 0) return 0;
        uint256 total = allocationManager.totalMagnitudeOf(chosen, address(token));
        return active * magnitude * networkRegistry.multiplierOf(address(network), address(token)) / (total * ONE);
    }

    function _give(address chosen, address network_, DemoToken token, uint64 magnitude) private {
        _allocate(chosen, network_, token, magnitude);
        vm.warp(block.timestamp + RISE_DELAY);
    }

    function _join(address chosen) private {
        _optInto(chosen, address(network));
    }

    function _weight(address chosen) private view returns (uint256) {
        return stakeRegistry.weightOf(address(network), chosen);
    }

    function _count(uint64 number) private view returns (uint256) {
        return stakeRegistry.operatorCountAt(address(network), number);
    }
}
