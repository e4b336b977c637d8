// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {AllocationManager} from "../../src/AllocationManager.sol";
import {DelegationManager} from "../../src/DelegationManager.sol";
import {RewardsCoordinator} from "../../src/RewardsCoordinator.sol";
import {SlashingManager} from "../../src/SlashingManager.sol";
import {StakeRegistry} from "../../src/StakeRegistry.sol";
import {IRewardsCoordinator} from "../../src/interfaces/IRewardsCoordinator.sol";
import {SlashHandler} from "./SlashHandler.sol";

/// @title What everybody does, in any order, and what went in and out
contract ProtocolHandler is SlashHandler {
    mapping(address token => uint256) public rewardsFunded;
    mapping(address token => uint256) public rewardsClaimed;

    function fundRewards(uint256 at, uint256 amount, uint256 epochs) external {
        amount = _bound(amount, 1, 1e24);
        uint64 number = uint64(_bound(epochs, 1, 10));
        rewardToken.mint(address(this), amount * number);
        rewardToken.approve(address(rewardsCoordinator), amount * number);
        rewardsCoordinator.fundSchedule(
            networkAt(at), address(rewardToken), amount, epochClock.currentEpoch() + 1, number
        );
        rewardsFunded[address(rewardToken)] += amount * number;
    }

    /// @dev A root by a careless or lying submitter: the cumulative amount may be more than ever came in.
    function submitAndClaim(uint256 index, uint256 which, uint256 cumulative) external {
        DemoToken token = which % 2 == 0 ? rewardToken : tokenAt(which >> 1);
        if (_isHalted(token)) return;
        uint64 epoch = epochClock.currentEpoch();
        _toEpoch(epoch + 1);
        address earner = delegatorAt(index);
        uint256 claimed = rewardsCoordinator.claimedOf(earner, address(token));
        cumulative = _bound(cumulative, claimed + 1, claimed + 2e24);
        bytes32 root = keccak256(bytes.concat(keccak256(abi.encode(earner, address(token), cumulative))));
        vm.prank(rootSubmitter);
        rewardsCoordinator.submitRoot(epoch, root, bytes32(0), cumulative);
        vm.warp(block.timestamp + ACTIVATION_DELAY);
        vm.prank(earner);
        try rewardsCoordinator.claim(epoch, earner, address(token), cumulative, new bytes32[](0), earner) returns (
            uint256 amount
        ) {
            rewardsClaimed[address(token)] += amount;
        } catch (bytes memory reason) {
            vm.assertTrue(bytes4(reason) == IRewardsCoordinator.ClaimExceedsFunds.selector, "refused for its size only");
        }
    }

    function slashIds() external view returns (bytes32[] memory) {
        return _slashIds;
    }

    function reporter() external pure returns (address) {
        return REPORTER;
    }

    function reward() external view returns (DemoToken) {
        return rewardToken;
    }

    function delegations() external view returns (DelegationManager) {
        return delegationManager;
    }

    function allocations() external view returns (AllocationManager) {
        return allocationManager;
    }

    function stakes() external view returns (StakeRegistry) {
        return stakeRegistry;
    }

    function slashes() external view returns (SlashingManager) {
        return slashingManager;
    }

    function rewards() external view returns (RewardsCoordinator) {
        return rewardsCoordinator;
    }

    function challenges() external view returns (address) {
        return address(challengeManager);
    }
}
