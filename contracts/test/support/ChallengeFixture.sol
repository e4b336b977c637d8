// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {IChallengeManager} from "../../src/interfaces/IChallengeManager.sol";
import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {FactorizationNetwork} from "../../src/networks/FactorizationNetwork.sol";
import {PriceAttestationNetwork} from "../../src/networks/PriceAttestationNetwork.sol";
import {TaskFixture} from "./TaskFixture.sol";

/// @title Answered tasks, challenges and their evidence
/// @dev Each operator has 100 units at stake: a wrong response costs 10, of which the challenger gets 2.
abstract contract ChallengeFixture is TaskFixture {
    /// @dev No canonical encoding, so wrong whatever the payload.
    bytes internal constant WRONG = RESPONSE;
    bytes internal constant PRICE = abi.encode(uint256(42e8));
    address internal constant BURNED = 0x000000000000000000000000000000000000dEaD;

    address internal challenger = address(0xC4A1);
    address internal arbiter = address(0xA2B1);

    /// @dev The one right answer to `PAYLOAD`.
    function _right() internal pure returns (bytes memory) {
        uint256[] memory primes = new uint256[](2);
        (primes[0], primes[1]) = (3, 5);
        return abi.encode(primes);
    }

    /// @dev A task that `count` operators without `missing` answered.
    function _answered(bytes memory response, uint256 count, uint256[] memory missing)
        internal
        returns (bytes32 taskId)
    {
        taskId = _createTask();
        _respond(taskId, response, count, missing);
    }

    function _evidence(bytes memory response, uint256[] memory missing, uint256[] memory signers)
        internal
        pure
        returns (IChallengeManager.Evidence memory)
    {
        return IChallengeManager.Evidence({
            payload: PAYLOAD, response: response, nonSigners: _addresses(missing), signers: _addresses(signers)
        });
    }

    /// @dev Evidence that slashes nobody yet.
    function _evidence(bytes memory response) internal pure returns (IChallengeManager.Evidence memory) {
        return _evidence(response, _none(), _none());
    }

    function _fundBond(DemoToken token, uint256 amount) internal {
        token.mint(challenger, amount);
        vm.prank(challenger);
        token.approve(address(challengeManager), amount);
    }

    /// @dev Pays the usual bond.
    function _challenge(bytes32 taskId, IChallengeManager.Evidence memory evidence) internal returns (bytes32) {
        _fundBond(rewardToken, BOND);
        return _challengeFunded(taskId, evidence);
    }

    function _challengeFunded(bytes32 taskId, IChallengeManager.Evidence memory evidence) internal returns (bytes32) {
        vm.prank(challenger);
        return challengeManager.challenge(taskId, evidence);
    }

    function _challengeId(uint256 counter, bytes32 taskId) internal view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, challengeManager, counter, taskId, challenger));
    }

    function _assertOutcome(bytes32 challengeId, IChallengeManager.Outcome outcome) internal view {
        vm.assertEq(uint256(challengeManager.challengeOf(challengeId).outcome), uint256(outcome), "outcome");
    }

    /// @dev What is left of the pool of operator `number`.
    function _poolOf(uint256 number) internal view returns (uint256) {
        return delegationManager.poolOf(_operator(number), address(stakeToken)).totalAssets;
    }

    /// @dev In force from the epoch after the next on.
    function _setParameters(INetworkRegistry.NetworkParameters memory parameters) internal {
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
    }

    function _setBond(DemoToken token, uint256 amount) internal {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        (parameters.bondToken, parameters.bond) = (address(token), amount);
        _setParameters(parameters);
        _toEpoch(2);
    }

    /// @dev From here on `network` is one whose challenges wait for its arbiter.
    function _serveTheArbitersNetwork() internal {
        address prices = address(new PriceAttestationNetwork(networkRegistry, owner, arbiter, "", _parameters()));
        network = FactorizationNetwork(prices);
        networkRegistry.setStatus(prices, INetworkRegistry.NetworkStatus.Whitelisted);
        vm.prank(owner);
        networkRegistry.setAsset(prices, address(stakeToken), ONE);
    }
}
