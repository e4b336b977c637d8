// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BLS12381} from "../../src/libraries/BLS12381.sol";

/// @title Keys and signatures from scalars, by the precompiles
library TestBls {
    bytes internal constant RESPONSE_DST = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
    bytes internal constant POSSESSION_DST = "BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
    /// @dev Order of the subgroups (EIP-2537, "Curve parameters").
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;
    /// @dev EIP-2537, "Curve parameters".
    bytes internal constant G1_GENERATOR = hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
        hex"0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";

    address private constant G1_MSM = address(0x0c);
    address private constant G2_ADD = address(0x0d);
    address private constant G2_MSM = address(0x0e);

    function publicKey(uint256 secretKey) internal view returns (bytes memory) {
        return mulG1(G1_GENERATOR, secretKey);
    }

    function mulG1(bytes memory point, uint256 scalar) internal view returns (bytes memory) {
        return _call(G1_MSM, bytes.concat(point, bytes32(scalar)));
    }

    function sign(uint256 secretKey, bytes32 digest) internal view returns (bytes memory) {
        return signWith(secretKey, digest, RESPONSE_DST);
    }

    function proofOfPossession(uint256 secretKey, bytes32 digest) internal view returns (bytes memory) {
        return signWith(secretKey, digest, POSSESSION_DST);
    }

    function signWith(uint256 secretKey, bytes32 digest, bytes memory dst) internal view returns (bytes memory) {
        return _call(G2_MSM, bytes.concat(BLS12381.hashToG2(digest, dst), bytes32(secretKey)));
    }

    function addG2(bytes memory a, bytes memory b) internal view returns (bytes memory) {
        return _call(G2_ADD, bytes.concat(a, b));
    }

    function _call(address precompile, bytes memory input) private view returns (bytes memory) {
        (bool ok, bytes memory output) = precompile.staticcall(input);
        require(ok, "precompile");
        return output;
    }
}
