// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BLS12381} from "../../src/libraries/BLS12381.sol";
import {Test} from "../support/Test.sol";
import {TestBls} from "../support/TestBls.sol";

/// @dev Vectors of Ethereum's consensus layer (fixtures/README.md), whose ciphersuite is ours. publicVectors.test.ts checks
/// that the points here are those of the compressed vectors.
contract ConsensusBlsTest is Test {
    struct Verify {
        bytes[] keyPoints;
        bytes32 message;
        string name;
        bytes signaturePoint;
        bool valid;
    }

    struct Sign {
        bytes32 message;
        string name;
        bytes32 secretKey;
        bytes signaturePoint;
    }

    struct Aggregate {
        string name;
        bytes signaturePoint;
        bytes[] signaturePoints;
    }

    string private constant VERIFY =
        "Verify(bytes[] keyPoints,bytes32 message,string name,bytes signaturePoint,bool valid)";
    string private constant SIGN = "Sign(bytes32 message,string name,bytes32 secretKey,bytes signaturePoint)";
    string private constant AGGREGATE = "Aggregate(string name,bytes signaturePoint,bytes[] signaturePoints)";

    /// @dev One signer is an aggregate of one.
    function test_VerifiesWhatTheConsensusLayerVerifiesAndNothingElse() public view {
        Verify[] memory cases = abi.decode(_read(".verify", VERIFY), (Verify[]));
        vm.assertEq(cases.length, 8, "cases");
        for (uint256 i = 0; i < cases.length; i++) {
            bytes memory key = new bytes(128);
            for (uint256 j = 0; j < cases[i].keyPoints.length; j++) {
                key = BLS12381.addG1(key, cases[i].keyPoints[j]);
            }
            bool valid = BLS12381.verify(key, cases[i].message, cases[i].signaturePoint, BLS12381.SIGNATURE_DST);
            vm.assertEq(valid, cases[i].valid, cases[i].name);
        }
    }

    /// @dev A signature is the hashed message times the key: that it agrees shows that the hash does.
    function test_HashesAndSignsAsTheConsensusLayerDoes() public view {
        Sign[] memory cases = abi.decode(_read(".sign", SIGN), (Sign[]));
        vm.assertEq(cases.length, 3, "cases");
        for (uint256 i = 0; i < cases.length; i++) {
            bytes memory signature = TestBls.sign(uint256(cases[i].secretKey), cases[i].message);
            vm.assertEq(signature, cases[i].signaturePoint, cases[i].name);
        }
    }

    function test_SignaturesAddUpAsInTheConsensusLayer() public view {
        Aggregate[] memory cases = abi.decode(_read(".aggregate", AGGREGATE), (Aggregate[]));
        vm.assertEq(cases.length, 1, "cases");
        for (uint256 i = 0; i < cases.length; i++) {
            bytes memory sum = new bytes(256);
            for (uint256 j = 0; j < cases[i].signaturePoints.length; j++) {
                sum = TestBls.addG2(sum, cases[i].signaturePoints[j]);
            }
            vm.assertEq(sum, cases[i].signaturePoint, cases[i].name);
        }
    }

    function _read(string memory key, string memory typeDescription) private view returns (bytes memory) {
        return vm.parseJsonTypeArray(vm.readFile("test/fixtures/consensusBls.json"), key, typeDescription);
    }
}
