// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {IDelegationManager} from "../../src/interfaces/IDelegationManager.sol";
import {BLS12381} from "../../src/libraries/BLS12381.sol";
import {Test} from "../support/Test.sol";
import {TestBls} from "../support/TestBls.sol";
import {ProtocolHandler} from "./ProtocolHandler.sol";

contract ProtocolInvariants is Test {
    ProtocolHandler private handler;

    function setUp() public {
        handler = new ProtocolHandler();
        handler.setUp();
        _target(address(handler));
    }

    /// @dev forge must not call what the tests' base makes public.
    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](11);
        selectors[0] = ProtocolHandler.delegate.selector;
        selectors[1] = ProtocolHandler.queueWithdrawal.selector;
        selectors[2] = ProtocolHandler.completeWithdrawal.selector;
        selectors[3] = ProtocolHandler.toggleService.selector;
        selectors[4] = ProtocolHandler.sync.selector;
        selectors[5] = ProtocolHandler.setMultiplier.selector;
        selectors[6] = ProtocolHandler.createTask.selector;
        selectors[7] = ProtocolHandler.respond.selector;
        selectors[8] = ProtocolHandler.fundRewards.selector;
        selectors[9] = ProtocolHandler.submitAndClaim.selector;
        selectors[10] = ProtocolHandler.passTime.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    function invariant_AssetsInAreHeldOrPaid() public view {
        DemoToken[2] memory tokens = handler.tokens();
        for (uint256 i = 0; i < 2; i++) {
            address token = address(tokens[i]);
            uint256 expected = handler.delegatedIn(token) - handler.withdrawn(token);
            uint256 pooled = 0;
            for (uint256 j = 0; j < handler.OPERATORS(); j++) {
                pooled += handler.pool(handler.operatorAt(j), token).totalAssets;
            }
            vm.assertEq(pooled, expected, "pools");
            vm.assertEq(tokens[i].balanceOf(handler.bank()), expected, "balance");
        }
    }

    function invariant_SharesAreTheDelegatorsOrQueued() public view {
        DemoToken[2] memory tokens = handler.tokens();
        for (uint256 i = 0; i < 2; i++) {
            for (uint256 j = 0; j < handler.OPERATORS(); j++) {
                address operator = handler.operatorAt(j);
                IDelegationManager.Pool memory pool = handler.pool(operator, address(tokens[i]));
                uint256 sum = pool.queuedShares;
                for (uint256 k = 0; k < handler.DELEGATORS(); k++) {
                    sum += handler.shares(handler.delegatorAt(k), operator, address(tokens[i]));
                }
                vm.assertEq(sum, pool.totalShares, "shares");
            }
        }
    }

    function invariant_ClaimsNeverExceedWhatCameIn() public view {
        address token = handler.reward();
        (uint256 funds, uint256 held) = handler.rewardFunds();
        vm.assertEq(funds, handler.rewardsIn(token) - handler.rewardsClaimed(token), "funds");
        vm.assertGe(held, funds, "held");
    }

    function invariant_TotalsAndKeyAreTheSumsOverOperators() public view {
        uint256 total = 0;
        bytes memory key = new bytes(128);
        for (uint256 i = 0; i < handler.OPERATORS(); i++) {
            (uint256 weight, uint256 ofAssets) = handler.weights(handler.operatorAt(i));
            vm.assertEq(weight, ofAssets, "operator's total");
            total += weight;
            if (weight > 0) key = BLS12381.addG1(key, TestBls.publicKey(i + 1));
        }
        (uint256 networkTotal, bytes memory networkKey) = handler.networkTotals();
        vm.assertEq(networkTotal, total, "network's total");
        vm.assertEq(networkKey, key, "aggregate key");
    }
}
