// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {AllocationManager} from "../../src/AllocationManager.sol";
import {DelegationManager} from "../../src/DelegationManager.sol";
import {RewardsCoordinator} from "../../src/RewardsCoordinator.sol";
import {SlashingManager} from "../../src/SlashingManager.sol";
import {StakeRegistry} from "../../src/StakeRegistry.sol";
import {IAllocationManager} from "../../src/interfaces/IAllocationManager.sol";
import {IDelegationManager} from "../../src/interfaces/IDelegationManager.sol";
import {BLS12381} from "../../src/libraries/BLS12381.sol";
import {Test} from "../support/Test.sol";
import {TestBls} from "../support/TestBls.sol";
import {ProtocolHandler} from "./ProtocolHandler.sol";

/// @title What holds after every action of anybody
/// @dev One invariant that asks everything: forge would run the same calls again for each of several. Who may lose what in
/// a slash, and that recorded weights are the recomputed ones, the handler checks with every slash and sync.
contract ProtocolInvariants is Test {
    ProtocolHandler private handler;
    DelegationManager private delegations;
    AllocationManager private allocations;
    StakeRegistry private stakes;
    SlashingManager private slashes;
    RewardsCoordinator private rewards;

    function setUp() public {
        handler = new ProtocolHandler();
        handler.setUp();
        (delegations, allocations) = (handler.delegations(), handler.allocations());
        (stakes, slashes, rewards) = (handler.stakes(), handler.slashes(), handler.rewards());
        _target(address(handler));
    }

    /// @dev forge must not call what the tests' base makes public.
    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[18] memory selectors = [
            handler.delegate.selector,
            handler.queueWithdrawal.selector,
            handler.completeWithdrawal.selector,
            handler.allocate.selector,
            handler.toggleService.selector,
            handler.sync.selector,
            handler.setMultiplier.selector,
            handler.haltOrResume.selector,
            handler.createTask.selector,
            handler.respond.selector,
            handler.finalize.selector,
            handler.challenge.selector,
            handler.dispute.selector,
            handler.slashSigners.selector,
            handler.equivocate.selector,
            handler.distribute.selector,
            handler.fundRewards.selector,
            handler.submitAndClaim.selector
        ];
        targets = new FuzzSelector[](1);
        targets[0].addr = address(handler);
        targets[0].selectors = new bytes4[](selectors.length + 1);
        for (uint256 i = 0; i < selectors.length; i++) {
            targets[0].selectors[i] = selectors[i];
        }
        targets[0].selectors[selectors.length] = handler.passTime.selector;
    }

    function invariant_EveryBookBalances() public view {
        for (uint256 t = 0; t < 2; t++) {
            _assertAssetsInAreHeldOrPaid(handler.tokenAt(t));
            _assertSlashedIsPaidOrKept(handler.tokenAt(t));
            for (uint256 i = 0; i < handler.OPERATORS(); i++) {
                _assertSharesAreTheDelegatorsOrQueued(handler.operatorAt(i), address(handler.tokenAt(t)));
                _assertPartsWithinTheWhole(handler.operatorAt(i), address(handler.tokenAt(t)));
            }
        }
        for (uint256 n = 0; n < handler.NETWORKS(); n++) {
            _assertTotalsAreTheSumsOverOperators(handler.networkAt(n));
        }
        _assertClaimsNeverExceedWhatCameIn();
    }

    function _assertAssetsInAreHeldOrPaid(DemoToken token) private view {
        address asset = address(token);
        uint256 pooled = 0;
        for (uint256 i = 0; i < handler.OPERATORS(); i++) {
            pooled += delegations.poolOf(handler.operatorAt(i), asset).totalAssets;
        }
        uint256 gone = handler.withdrawn(asset) + handler.slashed(asset);
        vm.assertEq(pooled, handler.delegatedIn(asset) - gone, "pools");
        vm.assertEq(token.balanceOf(address(delegations)), pooled + delegations.slashedOf(asset), "balance");
    }

    /// @dev Burned, the reporter's, in a network's pot or claimed from there; or kept aside, each unit for a slash.
    function _assertSlashedIsPaidOrKept(DemoToken token) private view {
        address asset = address(token);
        uint256 kept = delegations.slashedOf(asset);
        uint256 paid = token.balanceOf(slashes.BURN_ADDRESS()) + token.balanceOf(handler.reporter());
        paid += rewards.fundsOf(asset) + handler.rewardsClaimed(asset);
        vm.assertEq(paid + kept, handler.slashed(asset), "slashed");
        bytes32[] memory slashIds = handler.slashIds();
        for (uint256 i = 0; i < slashIds.length; i++) {
            kept -= slashes.undistributedOf(slashIds[i], asset);
        }
        vm.assertEq(kept, 0, "kept aside");
    }

    function _assertSharesAreTheDelegatorsOrQueued(address operator, address asset) private view {
        IDelegationManager.Pool memory pool = delegations.poolOf(operator, asset);
        uint256 sum = pool.queuedShares;
        for (uint256 d = 0; d < handler.DELEGATORS(); d++) {
            sum += delegations.sharesOf(handler.delegatorAt(d), operator, asset);
        }
        vm.assertEq(sum, pool.totalShares, "shares");
        vm.assertLe(pool.totalAssets, pool.totalShares, "no share is ever worth more than an asset");
    }

    function _assertPartsWithinTheWhole(address operator, address asset) private view {
        uint256 sum = 0;
        for (uint256 n = 0; n < handler.NETWORKS(); n++) {
            IAllocationManager.Allocation memory part = allocations.allocationOf(operator, handler.networkAt(n), asset);
            sum += part.current > part.next ? part.current : part.next;
        }
        uint256 whole = allocations.totalMagnitudeOf(operator, asset);
        vm.assertLe(sum, whole, "parts");
        vm.assertEq(allocations.freeMagnitudeOf(operator, asset), whole - sum, "free");
    }

    function _assertTotalsAreTheSumsOverOperators(address network) private view {
        (uint256 total, uint256 keys, uint256 countBefore) = (0, 0, 0);
        for (uint256 i = 0; i < handler.OPERATORS(); i++) {
            address operator = handler.operatorAt(i);
            uint256 weight = stakes.weightOf(network, operator);
            uint256 ofAssets = stakes.assetWeightOf(network, operator, address(handler.tokenAt(0)))
                + stakes.assetWeightOf(network, operator, address(handler.tokenAt(1)));
            vm.assertEq(weight, ofAssets, "operator's total");
            total += weight;
            if (weight > 0) keys += i + 1;
            if (stakes.weightAt(network, operator, uint64(block.number - 1)) > 0) countBefore++;
        }
        vm.assertEq(stakes.totalWeightOf(network), total, "network's total");
        bytes memory expected = keys == 0 ? new bytes(BLS12381.G1_LENGTH) : TestBls.publicKey(keys);
        vm.assertEq(stakes.aggregateKeyOf(network), expected, "aggregate key");
        vm.assertEq(stakes.operatorCountAt(network, uint64(block.number - 1)), countBefore, "operators with weight");
    }

    function _assertClaimsNeverExceedWhatCameIn() private view {
        DemoToken token = handler.reward();
        uint256 cameIn = handler.rewardsFunded(address(token)) + handler.bondsForfeited();
        uint256 funds = rewards.fundsOf(address(token));
        vm.assertEq(funds, cameIn - handler.rewardsClaimed(address(token)), "funds");
        vm.assertEq(token.balanceOf(address(rewards)), funds, "held");
        vm.assertEq(token.balanceOf(handler.challenges()), 0, "no bond stays behind");
        for (uint256 t = 0; t < 2; t++) {
            DemoToken asset = handler.tokenAt(t);
            vm.assertEq(asset.balanceOf(address(rewards)), rewards.fundsOf(address(asset)), "slashed stake held");
        }
    }
}
