// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BLS12381} from "../../src/libraries/BLS12381.sol";
import {Test} from "../support/Test.sol";
import {TestBls} from "../support/TestBls.sol";

/// @dev EIP-2537's own vectors (fixtures/README.md): on the precompiles that the library calls, and on the library itself.
contract Eip2537Test is Test {
    bytes32 private constant DIGEST = keccak256("digest");
    /// @dev A precompile that refuses its input takes all gas that it was given.
    uint256 private constant GAS = 1_000_000;

    /// @dev Without the type parseJson takes 32 bytes for a word.
    string private constant VECTOR = "EipVector(bytes expected,bytes input,string name,string op)";

    /// @dev Nothing expected: it must fail.
    struct EipVector {
        bytes expected;
        bytes input;
        string name;
        string op;
    }

    function test_ThePrecompilesGiveWhatTheEipExpects() public {
        EipVector[] memory vectors = _vectors();
        for (uint256 i = 0; i < vectors.length; i++) {
            (bool ok, bytes memory output) = _precompileOf(vectors[i].op).call{gas: GAS}(vectors[i].input);
            vm.assertEq(ok, vectors[i].expected.length > 0, vectors[i].name);
            if (ok) vm.assertEq(output, vectors[i].expected, vectors[i].name);
        }
    }

    function test_TheLibraryAddsAndRefusesAsTheEipDoes() public {
        EipVector[] memory vectors = _vectors();
        for (uint256 i = 0; i < vectors.length; i++) {
            if (_is(vectors[i].op, "g1add")) _expectRefused(vectors[i]);
            if (_is(vectors[i].op, "g1msm") && _endsInTwo(vectors[i].input)) _checkDouble(vectors[i]);
        }
    }

    /// @dev A point that a multiplication refuses, whatever for, is nobody's key.
    function test_TheLibraryTakesNoPointForAKeyThatTheEipRefuses() public view {
        EipVector[] memory vectors = _vectors();
        uint256 refused = 0;
        for (uint256 i = 0; i < vectors.length; i++) {
            if (!_is(vectors[i].op, "g1msm")) continue;
            bytes memory point = _slice(vectors[i].input, 0, 128);
            bool fails = vectors[i].expected.length == 0;
            bool valid = this.isValidKey{gas: GAS}(point);
            vm.assertEq(valid, !fails && !BLS12381.isZero(point), vectors[i].name);
            if (fails) refused++;
        }
        vm.assertEq(refused, 7, "all that fail");
    }

    /// @dev The second point of a pairing that fails, in a signature's place: false, and never a revert.
    function test_TheLibraryTakesNoPointForASignatureThatTheEipRefuses() public view {
        EipVector[] memory vectors = _vectors();
        (bytes memory key, bytes memory right) = (TestBls.publicKey(7), TestBls.sign(7, DIGEST));
        uint256 refused = 0;
        for (uint256 i = 0; i < vectors.length; i++) {
            bool fails = _is(vectors[i].op, "pairing") && vectors[i].expected.length == 0;
            if (!fails || vectors[i].input.length != 384) continue;
            bytes memory signature = _slice(vectors[i].input, 128, 256);
            bytes memory keyInput = _slice(vectors[i].input, 0, 128);
            vm.assertFalse(this.verify{gas: GAS}(key, signature), vectors[i].name);
            vm.assertFalse(this.verify{gas: GAS}(keyInput, right), vectors[i].name);
            refused++;
        }
        vm.assertEq(refused, 12, "all of one pair that fail");
    }

    function add(bytes memory a, bytes memory b) external view returns (bytes memory) {
        return BLS12381.addG1(a, b);
    }

    function isValidKey(bytes memory point) external view returns (bool) {
        return BLS12381.isValidKey(point);
    }

    function verify(bytes memory key, bytes memory signature) external view returns (bool) {
        return BLS12381.verify(key, DIGEST, signature, TestBls.RESPONSE_DST);
    }

    function _expectRefused(EipVector memory vector) private {
        uint256 half = vector.input.length / 2;
        bytes memory first = _slice(vector.input, 0, half);
        bytes memory second = _slice(vector.input, half, vector.input.length - half);
        vm.expectRevert(abi.encodeWithSelector(BLS12381.PrecompileFailed.selector, address(0x0b)));
        this.add{gas: GAS}(first, second);
    }

    /// @dev Twice a point is its sum with itself.
    function _checkDouble(EipVector memory vector) private view {
        if (vector.expected.length == 0) return;
        bytes memory point = _slice(vector.input, 0, 128);
        vm.assertEq(BLS12381.addG1(point, point), vector.expected, vector.name);
    }

    function _vectors() private view returns (EipVector[] memory) {
        string memory json = vm.readFile("test/fixtures/eip2537.json");
        return abi.decode(vm.parseJsonTypeArray(json, ".", VECTOR), (EipVector[]));
    }

    function _precompileOf(string memory op) private pure returns (address) {
        if (_is(op, "g1add")) return address(0x0b);
        if (_is(op, "g1msm")) return address(0x0c);
        if (_is(op, "g2msm")) return address(0x0e);
        if (_is(op, "pairing")) return address(0x0f);
        assert(_is(op, "mapfp2"));
        return address(0x11);
    }

    function _is(string memory a, string memory b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }

    function _endsInTwo(bytes memory input) private pure returns (bool) {
        return input.length == 160 && input[159] == 0x02;
    }

    /// @dev Shorter when `data` ends before.
    function _slice(bytes memory data, uint256 start, uint256 length) private pure returns (bytes memory part) {
        if (start + length > data.length) length = data.length > start ? data.length - start : 0;
        part = new bytes(length);
        for (uint256 i = 0; i < length; i++) {
            part[i] = data[start + i];
        }
    }
}
