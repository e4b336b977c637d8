// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title BLS12-381 by the precompiles of EIP-2537
/// @notice Keys in G1 (128 bytes), signatures in G2 (256 bytes), uncompressed as EIP-2537 encodes them; infinity is all
/// zero. The precompiles refuse field elements that are not canonical and points off the curve; only the multiplications
/// and the pairing check the subgroup, additions do not.
library BLS12381 {
    /// @dev The ciphersuite of Ethereum's consensus layer: its keystores, signers and libraries serve.
    bytes internal constant SIGNATURE_DST = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
    uint256 internal constant G1_LENGTH = 128;
    uint256 internal constant G2_LENGTH = 256;

    address private constant MODEXP = address(0x05);
    address private constant G1_ADD = address(0x0b);
    address private constant G1_MSM = address(0x0c);
    address private constant G2_ADD = address(0x0d);
    address private constant PAIRING_CHECK = address(0x0f);
    address private constant MAP_FP2_TO_G2 = address(0x11);

    /// @dev The field's modulus: its upper 16 and lower 32 bytes.
    uint256 private constant P_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant P_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    /// @dev The generator of G1, negated (EIP-2537, "Curve parameters").
    bytes private constant NEGATED_G1_GENERATOR = hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
        hex"00000000000000000000000000000000114d1d6855d545a8aa7d76c8cf2e21f267816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca";

    /// @dev A precompile refused its input where only valid points can stand.
    error PrecompileFailed(address precompile);

    /// @notice Whether `point` is a key that may be used: canonical, on the curve, in the subgroup and not infinity.
    function isValidKey(bytes memory point) internal view returns (bool) {
        if (point.length != G1_LENGTH || isZero(point)) return false;
        (bool ok,) = G1_MSM.staticcall(bytes.concat(point, bytes32(uint256(1))));
        return ok;
    }

    /// @notice Whether every byte is zero: the encoding of infinity.
    function isZero(bytes memory point) internal pure returns (bool) {
        bytes32 bits = 0;
        for (uint256 offset = 0; offset < point.length; offset += 32) {
            bits |= _wordAt(point, offset);
        }
        return bits == 0;
    }

    /// @notice The sum of two points of G1.
    function addG1(bytes memory a, bytes memory b) internal view returns (bytes memory) {
        return _call(G1_ADD, bytes.concat(a, b));
    }

    /// @notice The negative of a point of G1: its y mirrored at the modulus.
    function negateG1(bytes memory point) internal pure returns (bytes memory) {
        if (isZero(point)) return point;
        uint256 yHigh = uint256(_wordAt(point, 64));
        uint256 yLow = uint256(_wordAt(point, 96));
        unchecked {
            // Wraps on purpose: the borrow out of the lower word is taken from the upper one.
            uint256 negatedLow = P_LOW - yLow;
            uint256 negatedHigh = P_HIGH - yHigh - (yLow > P_LOW ? 1 : 0);
            return bytes.concat(_wordAt(point, 0), _wordAt(point, 32), bytes32(negatedHigh), bytes32(negatedLow));
        }
    }

    /// @notice Whether `signature` is `key`'s over `digest`: `e(key, H(digest)) * e(-G1, signature) = 1`.
    /// @dev False, and never a revert, for signatures of the wrong length, at infinity, not canonical, off the curve or
    /// outside the subgroup. `key` must not be infinity, which would accept infinity as its signature.
    function verify(bytes memory key, bytes32 digest, bytes memory signature, bytes memory dst)
        internal
        view
        returns (bool)
    {
        if (key.length != G1_LENGTH || isZero(key)) return false;
        if (signature.length != G2_LENGTH || isZero(signature)) return false;
        (bool ok, bytes memory result) =
            PAIRING_CHECK.staticcall(bytes.concat(key, hashToG2(digest, dst), NEGATED_G1_GENERATOR, signature));
        return ok && result.length == 32 && _wordAt(result, 0) == bytes32(uint256(1));
    }

    /// @notice RFC 9380 `hash_to_curve` of a digest for the suite BLS12381G2_XMD:SHA-256_SSWU_RO_.
    function hashToG2(bytes32 digest, bytes memory dst) internal view returns (bytes memory) {
        bytes32[8] memory uniform = expandMessage(digest, dst);
        bytes memory first = bytes.concat(_toField(uniform[0], uniform[1]), _toField(uniform[2], uniform[3]));
        bytes memory second = bytes.concat(_toField(uniform[4], uniform[5]), _toField(uniform[6], uniform[7]));
        // The precompile clears the cofactor of each point; the sum of the two is the same as if it were cleared once.
        return _call(G2_ADD, bytes.concat(_call(MAP_FP2_TO_G2, first), _call(MAP_FP2_TO_G2, second)));
    }

    /// @notice RFC 9380 `expand_message_xmd` with SHA-256 to 256 bytes.
    function expandMessage(bytes32 digest, bytes memory dst) internal pure returns (bytes32[8] memory uniform) {
        bytes memory dstPrime = bytes.concat(dst, bytes1(uint8(dst.length)));
        bytes32 seed = sha256(bytes.concat(new bytes(64), digest, bytes2(uint16(256)), bytes1(0), dstPrime));
        bytes32 previous = 0;
        for (uint256 i = 0; i < 8; i++) {
            previous = sha256(bytes.concat(seed ^ previous, bytes1(uint8(i + 1)), dstPrime));
            uniform[i] = previous;
        }
    }

    /// @dev 64 uniform bytes modulo the field's modulus, padded to 64 bytes (MODEXP with the exponent 1).
    function _toField(bytes32 high, bytes32 low) private view returns (bytes memory) {
        bytes memory reduced = _call(
            MODEXP, abi.encodePacked(uint256(64), uint256(1), uint256(48), high, low, uint8(1), uint128(P_HIGH), P_LOW)
        );
        return bytes.concat(bytes16(0), reduced);
    }

    function _call(address precompile, bytes memory input) private view returns (bytes memory) {
        (bool ok, bytes memory output) = precompile.staticcall(input);
        if (!ok || output.length == 0) revert PrecompileFailed(precompile);
        return output;
    }

    function _wordAt(bytes memory data, uint256 offset) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := mload(add(add(data, 32), offset))
        }
    }
}
