// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {IDelegationManager} from "../../src/interfaces/IDelegationManager.sol";
import {IRewardsCoordinator} from "../../src/interfaces/IRewardsCoordinator.sol";
import {ITaskManager} from "../../src/interfaces/ITaskManager.sol";
import {TaskFixture} from "../support/TaskFixture.sol";

/// @title What users, operators, owners and the root submitter do, in any order, and what went in and out
/// @dev Every action checks first whether it may happen, so that no call is wasted and any revert is a finding.
contract ProtocolHandler is TaskFixture {
    uint256 public constant OPERATORS = 5;
    uint256 public constant DELEGATORS = 3;

    mapping(address token => uint256) public delegatedIn;
    mapping(address token => uint256) public withdrawn;
    mapping(address token => uint256) public rewardsIn;
    mapping(address token => uint256) public rewardsClaimed;

    bytes32[] private _queued;
    bytes32[] private _tasks;

    function setUp() public override {
        super.setUp();
        vm.prank(owner);
        networkRegistry.setAsset(address(network), address(otherToken), 3e17);
        for (uint256 number = 1; number <= OPERATORS; number++) {
            address operator = _register(number);
            delegate(number, number - 1, 0, 1000 * number);
            _optIn(operator);
        }
        _nextBlock();
    }

    function tokens() public view returns (DemoToken[2] memory) {
        return [stakeToken, otherToken];
    }

    function delegatorAt(uint256 index) public pure returns (address) {
        return address(uint160(0xD000 + index));
    }

    function operatorAt(uint256 index) public pure returns (address) {
        return _operator(index + 1);
    }

    function delegate(uint256 from, uint256 to, uint256 token, uint256 assets) public {
        DemoToken chosen = tokens()[token % 2];
        assets = _bound(assets, 1, 1e24);
        _delegateFrom(delegatorAt(from % DELEGATORS), operatorAt(to % OPERATORS), chosen, assets);
        delegatedIn[address(chosen)] += assets;
    }

    function queueWithdrawal(uint256 from, uint256 to, uint256 token, uint256 amount) external {
        (address delegator_, address operator) = (delegatorAt(from % DELEGATORS), operatorAt(to % OPERATORS));
        address asset = address(tokens()[token % 2]);
        uint256 available = delegationManager.sharesOf(delegator_, operator, asset);
        if (available == 0) return;
        vm.prank(delegator_);
        _queued.push(delegationManager.queueWithdrawal(operator, asset, _bound(amount, 1, available)));
    }

    function completeWithdrawal(uint256 index) external {
        if (_queued.length == 0) return;
        bytes32 id = _queued[index % _queued.length];
        _queued[index % _queued.length] = _queued[_queued.length - 1];
        _queued.pop();
        (address delegator_, address asset, uint64 unlockAt) = _withdrawal(id);
        if (block.timestamp < unlockAt) vm.warp(unlockAt);
        vm.prank(delegator_);
        withdrawn[asset] += delegationManager.completeWithdrawal(id);
    }

    function toggleService(uint256 index) external {
        address operator = operatorAt(index % OPERATORS);
        if (networkRegistry.isOptedIn(address(network), operator)) {
            _optOut(operator);
        } else if (_activeStake(operator) > 0) {
            _optIn(operator);
        }
    }

    function sync(uint256 index) external {
        _sync(operatorAt(index % OPERATORS));
    }

    function setMultiplier(uint256 multiplier) external {
        (address[] memory assets,) = networkRegistry.assetsOf(address(network));
        multiplier = multiplier % 4 == 0 && assets.length == 2 ? 0 : _bound(multiplier, 1, 5e18);
        vm.prank(owner);
        networkRegistry.setAsset(address(network), address(otherToken), multiplier);
    }

    function createTask(uint256 n) external {
        if (stakeRegistry.totalWeightAt(address(network), uint64(block.number - 1)) == 0) return;
        _tasks.push(_createTaskWith(abi.encode(n)));
    }

    /// @dev Only while nobody joined or left since: then the current key is the one of the reference block.
    function respond(uint256 index) external {
        if (_tasks.length == 0) return;
        bytes32 taskId = _tasks[index % _tasks.length];
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        if (task.status != ITaskManager.TaskStatus.Open || block.timestamp > task.deadline) return;
        bytes32 keyThen = stakeRegistry.aggregateKeyHashAt(address(network), task.referenceBlock);
        if (keyThen != keccak256(stakeRegistry.aggregateKeyOf(address(network)))) return;
        uint256[] memory signers = _withWeight(task.referenceBlock);
        _respondWith(taskId, RESPONSE, new address[](0), _signature(signers, _digest(taskId, RESPONSE)));
    }

    function fundRewards(uint256 amount, uint256 epochs) external {
        amount = _bound(amount, 1, 1e24);
        uint64 number = uint64(_bound(epochs, 1, 10));
        rewardToken.mint(address(this), amount * number);
        rewardToken.approve(address(rewardsCoordinator), amount * number);
        rewardsCoordinator.fundSchedule(
            address(network), address(rewardToken), amount, epochClock.currentEpoch() + 1, number
        );
        rewardsIn[address(rewardToken)] += amount * number;
    }

    /// @dev A root by a careless or lying submitter: the cumulative amount may be more than ever came in.
    function submitAndClaim(uint256 index, uint256 cumulative) external {
        uint64 epoch = epochClock.currentEpoch();
        _toEpoch(epoch + 1);
        address earner = delegatorAt(index % DELEGATORS);
        uint256 claimed = rewardsCoordinator.claimedOf(earner, address(rewardToken));
        cumulative = _bound(cumulative, claimed + 1, claimed + 2e24);
        bytes32 root = keccak256(bytes.concat(keccak256(abi.encode(earner, address(rewardToken), cumulative))));
        vm.prank(rootSubmitter);
        rewardsCoordinator.submitRoot(epoch, root, bytes32(0), cumulative);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
        vm.prank(earner);
        try rewardsCoordinator.claim(
            epoch, earner, address(rewardToken), cumulative, new bytes32[](0), earner
        ) returns (
            uint256 amount
        ) {
            rewardsClaimed[address(rewardToken)] += amount;
        } catch (bytes memory reason) {
            vm.assertTrue(bytes4(reason) == IRewardsCoordinator.ClaimExceedsFunds.selector, "refused for its size only");
        }
    }

    function passTime() external {
        _nextBlock();
    }

    function bank() external view returns (address) {
        return address(delegationManager);
    }

    function reward() external view returns (address) {
        return address(rewardToken);
    }

    function pool(address operator, address token) external view returns (IDelegationManager.Pool memory) {
        return delegationManager.poolOf(operator, token);
    }

    function shares(address delegator_, address operator, address token) external view returns (uint256) {
        return delegationManager.sharesOf(delegator_, operator, token);
    }

    function rewardFunds() external view returns (uint256 funds, uint256 held) {
        funds = rewardsCoordinator.fundsOf(address(rewardToken));
        held = rewardToken.balanceOf(address(rewardsCoordinator));
    }

    function weights(address operator) external view returns (uint256 total, uint256 ofAssets) {
        total = stakeRegistry.weightOf(address(network), operator);
        ofAssets = stakeRegistry.assetWeightOf(address(network), operator, address(stakeToken))
            + stakeRegistry.assetWeightOf(address(network), operator, address(otherToken));
    }

    function networkTotals() external view returns (uint256 total, bytes memory key) {
        total = stakeRegistry.totalWeightOf(address(network));
        key = stakeRegistry.aggregateKeyOf(address(network));
    }

    function _withWeight(uint64 blockNumber) private view returns (uint256[] memory signers) {
        uint256 present = 0;
        uint256[] memory numbers = new uint256[](OPERATORS);
        for (uint256 number = 1; number <= OPERATORS; number++) {
            if (stakeRegistry.weightAt(address(network), _operator(number), blockNumber) > 0) {
                numbers[present++] = number;
            }
        }
        signers = new uint256[](present);
        for (uint256 i = 0; i < present; i++) {
            signers[i] = numbers[i];
        }
    }

    function _withdrawal(bytes32 id) private view returns (address delegator_, address asset, uint64 unlockAt) {
        (delegator_, asset, unlockAt) =
        (
            delegationManager.withdrawalOf(id).delegator,
            delegationManager.withdrawalOf(id).asset,
            delegationManager.withdrawalOf(id).unlockAt
        );
    }

    function _activeStake(address operator) private view returns (uint256) {
        return delegationManager.activeAssetsOf(operator, address(stakeToken));
    }
}
