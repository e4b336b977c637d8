// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {TaskFixture} from "./TaskFixture.sol";
import {TestBls} from "./TestBls.sol";

/// @title Several networks behind one pool, slashes, and what each delegator could redeem
abstract contract StakeFixture is TaskFixture {
    uint256 private _slashCount;

    /// @dev A whitelisted network without code that accepts `stakeToken` once.
    function _addNetwork(uint160 number) internal returns (address added) {
        added = address(0xA0000 + number);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        vm.prank(added);
        networkRegistry.registerNetwork(owner, "", parameters);
        networkRegistry.setStatus(added, INetworkRegistry.NetworkStatus.Whitelisted);
        _accept(added, stakeToken, ONE);
    }

    function _accept(address network_, DemoToken token, uint256 multiplier) internal {
        vm.prank(owner);
        networkRegistry.setAsset(network_, address(token), multiplier);
    }

    function _optInto(address operator, address network_) internal {
        vm.prank(operator);
        networkRegistry.optIn(network_);
    }

    /// @dev As the SlashingManager does with one asset of one slash.
    function _slash(address operator, address network_, DemoToken token, uint256 fraction)
        internal
        returns (uint256 amount)
    {
        bytes32 slashId = keccak256(abi.encode("slash", _slashCount++));
        vm.startPrank(address(slashingManager));
        (uint64 slashed, uint64 total) = allocationManager.slash(slashId, operator, network_, address(token), fraction);
        if (slashed > 0) amount = delegationManager.slash(slashId, operator, address(token), slashed, total);
        vm.stopPrank();
    }

    /// @dev Two signed responses to one task, proven by the test itself.
    function _equivocate(bytes32 taskId, uint256 number) internal returns (bytes32 slashId) {
        (bytes32 hashA, bytes32 hashB) = (keccak256("A"), keccak256("B"));
        uint64 referenceBlock = taskManager.taskOf(taskId).referenceBlock;
        bytes memory signatureA = TestBls.sign(number, taskManager.responseDigest(taskId, referenceBlock, hashA));
        bytes memory signatureB = TestBls.sign(number, taskManager.responseDigest(taskId, referenceBlock, hashB));
        return slashingManager.proveEquivocation(taskId, _operator(number), hashA, signatureA, hashB, signatureB);
    }

    function _queueFrom(address from, address operator, DemoToken token, uint256 shares) internal returns (bytes32) {
        vm.prank(from);
        return delegationManager.queueWithdrawal(operator, address(token), shares);
    }

    function _completeFor(address from, bytes32 withdrawalId) internal returns (uint256) {
        vm.prank(from);
        return delegationManager.completeWithdrawal(withdrawalId);
    }

    /// @dev What the delegator's active shares would pay now, by the formula that the interface states.
    function _redeemable(address from, address operator, DemoToken token) internal view returns (uint256) {
        return _worth(delegationManager.sharesOf(from, operator, address(token)), operator, token);
    }

    function _worth(uint256 shares, address operator, DemoToken token) internal view returns (uint256) {
        uint256 totalShares = delegationManager.poolOf(operator, address(token)).totalShares;
        return shares * (_poolAssets(operator, token) + 1) / (totalShares + 1);
    }

    function _poolAssets(address operator, DemoToken token) internal view returns (uint256) {
        return delegationManager.poolOf(operator, address(token)).totalAssets;
    }

    /// @dev The part of the pool that answers to the network, rounded down.
    function _slashable(address operator, address network_, DemoToken token) internal view returns (uint256) {
        uint256 magnitude = allocationManager.magnitudeOf(operator, network_, address(token));
        if (magnitude == 0) return 0;
        return _poolAssets(operator, token) * magnitude / allocationManager.totalMagnitudeOf(operator, address(token));
    }
}
