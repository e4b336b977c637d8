// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {ISlashingManager} from "../../src/interfaces/ISlashingManager.sol";
import {TaskFixture} from "./TaskFixture.sol";
import {TestBls} from "./TestBls.sol";

/// @title Proofs that an operator signed two responses to one task
/// @dev Each operator has 100 units at stake: an equivocation costs 50, of which a reporter that committed gets 5.
abstract contract SlashFixture is TaskFixture {
    bytes32 internal constant FIRST = keccak256("first");
    bytes32 internal constant SECOND = keccak256("second");
    address internal constant BURNED = 0x000000000000000000000000000000000000dEaD;

    address internal reporter = address(0x2E40);

    struct Proof {
        bytes32 taskId;
        address operator;
        bytes32 hashA;
        bytes signatureA;
        bytes32 hashB;
        bytes signatureB;
    }

    function _proof(bytes32 taskId, uint256 number) internal view returns (Proof memory) {
        return Proof({
            taskId: taskId,
            operator: _operator(number),
            hashA: FIRST,
            signatureA: _sign(taskId, number, FIRST),
            hashB: SECOND,
            signatureB: _sign(taskId, number, SECOND)
        });
    }

    function _sign(bytes32 taskId, uint256 number, bytes32 responseHash) internal view returns (bytes memory) {
        uint64 referenceBlock = taskManager.taskOf(taskId).referenceBlock;
        return TestBls.sign(number, taskManager.responseDigest(taskId, referenceBlock, responseHash));
    }

    /// @dev Takes a finished proof: an `expectRevert` before it holds for the next call only.
    function _prove(Proof memory proof) internal returns (bytes32) {
        vm.prank(reporter);
        return slashingManager.proveEquivocation(
            proof.taskId, proof.operator, proof.hashA, proof.signatureA, proof.hashB, proof.signatureB
        );
    }

    function _evidenceHash(Proof memory proof) internal view returns (bytes32) {
        return slashingManager.evidenceHashOf(
            proof.taskId, proof.operator, proof.hashA, proof.signatureA, proof.hashB, proof.signatureB
        );
    }

    function _commitment(address by, Proof memory proof) internal view returns (bytes32) {
        return keccak256(abi.encode(by, _evidenceHash(proof)));
    }

    /// @dev In a block before: the reporter earns its share.
    function _commit(Proof memory proof) internal {
        slashingManager.commitReport(_commitment(reporter, proof));
        _nextBlock();
    }

    function _reportAndProve(Proof memory proof) internal returns (bytes32) {
        _commit(proof);
        return _prove(proof);
    }

    function _equivocationId(bytes32 taskId, uint256 number) internal view returns (bytes32) {
        return slashingManager.slashIdOf(taskId, _operator(number), ISlashingManager.Offence.Equivocation);
    }

    /// @dev Operators 1 to `count` with 100 units of `token` each, which the network accepts besides the first asset.
    function _operatorsServeWith(DemoToken token, uint256 count) internal {
        delegationManager.listAsset(address(token));
        _accept(token);
        for (uint256 number = 1; number <= count; number++) {
            address operator = _register(number);
            _delegate(operator, token, 100);
            _allocateAll(operator, token);
            vm.prank(operator);
            networkRegistry.optIn(address(network));
        }
        _nextBlock();
    }

    function _accept(DemoToken token) internal {
        vm.prank(owner);
        networkRegistry.setAsset(address(network), address(token), ONE);
    }

    /// @dev In force at once, by going to the next epoch.
    function _setParameters(INetworkRegistry.NetworkParameters memory parameters) internal {
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        _toEpoch(epochClock.currentEpoch() + 2);
    }

    function _pool(uint256 number, DemoToken token) internal view returns (uint256) {
        return delegationManager.poolOf(_operator(number), address(token)).totalAssets;
    }

    function _weight(uint256 number) internal view returns (uint256) {
        return stakeRegistry.weightOf(address(network), _operator(number));
    }
}
