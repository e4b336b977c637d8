// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BLS12381} from "../../src/libraries/BLS12381.sol";
import {Test} from "../support/Test.sol";
import {TestBls} from "../support/TestBls.sol";

contract BLS12381Test is Test {
    bytes32 private constant DIGEST = keccak256("digest");

    /// @dev In the alphabetical order of the JSON's keys, as parseJson gives them.
    struct Vector {
        bytes32 digest;
        string dst;
        bytes point;
    }

    /// @dev Points by @noble/curves 2.4.0; contracts/test/hashToCurve.test.ts checks the same file against it.
    function test_HashesAsAnotherImplementationDoes() public view {
        string memory json = vm.readFile("test/fixtures/hashToG2.json");
        Vector[] memory vectors = abi.decode(vm.parseJson(json), (Vector[]));
        vm.assertGe(vectors.length, 8, "vectors");
        for (uint256 i = 0; i < vectors.length; i++) {
            bytes memory point = BLS12381.hashToG2(vectors[i].digest, bytes(vectors[i].dst));
            vm.assertEq(point, vectors[i].point, "point");
        }
    }

    /// @dev The multiplication by one checks the subgroup.
    function test_HashesIntoTheSubgroup() public view {
        bytes memory point = BLS12381.hashToG2(DIGEST, TestBls.RESPONSE_DST);
        vm.assertEq(point.length, 256, "length");
        bytes memory same = TestBls.signWith(1, DIGEST, TestBls.RESPONSE_DST);
        vm.assertEq(same, point, "times one");
    }

    function test_CiphersuitesAndDigestsGiveDifferentPoints() public view {
        bytes32 point = keccak256(BLS12381.hashToG2(DIGEST, TestBls.RESPONSE_DST));
        vm.assertTrue(point != keccak256(BLS12381.hashToG2(DIGEST, TestBls.POSSESSION_DST)), "ciphersuite");
        vm.assertTrue(point != keccak256(BLS12381.hashToG2(~DIGEST, TestBls.RESPONSE_DST)), "digest");
    }

    function testFuzz_APointAndItsNegativeSumToInfinity(uint256 scalar) public view {
        bytes memory point = TestBls.publicKey(_bound(scalar, 1, TestBls.ORDER - 1));
        bytes memory sum = BLS12381.addG1(point, BLS12381.negateG1(point));
        vm.assertTrue(BLS12381.isZero(sum), "infinity");
    }

    function testFuzz_TheNegativeIsTheMultipleByMinusOne(uint256 scalar) public view {
        bytes memory point = TestBls.publicKey(_bound(scalar, 1, TestBls.ORDER - 1));
        vm.assertEq(BLS12381.negateG1(point), TestBls.mulG1(point, TestBls.ORDER - 1), "negative");
    }

    function test_TheNegativeOfInfinityIsInfinity() public pure {
        vm.assertEq(BLS12381.negateG1(new bytes(128)), new bytes(128), "infinity");
    }

    function testFuzz_SignaturesAddUp(uint64 first, uint64 second) public view {
        (uint256 a, uint256 b) = (uint256(first) + 1, uint256(second) + 1);
        bytes memory key = BLS12381.addG1(TestBls.publicKey(a), TestBls.publicKey(b));
        bytes memory signature = TestBls.addG2(TestBls.sign(a, DIGEST), TestBls.sign(b, DIGEST));
        vm.assertTrue(BLS12381.verify(key, DIGEST, signature, TestBls.RESPONSE_DST), "sum");
        vm.assertFalse(BLS12381.verify(TestBls.publicKey(a), DIGEST, signature, TestBls.RESPONSE_DST), "one of two");
    }

    function test_InfinityIsNobodysKeyAndNoSignature() public view {
        bytes memory key = TestBls.publicKey(5);
        vm.assertFalse(BLS12381.verify(new bytes(128), DIGEST, new bytes(256), TestBls.RESPONSE_DST), "both");
        vm.assertFalse(BLS12381.verify(key, DIGEST, new bytes(256), TestBls.RESPONSE_DST), "signature");
        vm.assertFalse(BLS12381.isValidKey(new bytes(128)), "key");
    }

    function test_ARefusalOfThePrecompileIsNamed() public {
        bytes memory offCurve = new bytes(128);
        offCurve[127] = 0x01;
        vm.expectRevert(abi.encodeWithSelector(BLS12381.PrecompileFailed.selector, address(0x0b)));
        this.add(offCurve, new bytes(128));
    }

    function add(bytes memory a, bytes memory b) external view returns (bytes memory) {
        return BLS12381.addG1(a, b);
    }
}
