// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../interfaces/INetworkRegistry.sol";
import {ITaskVerifier} from "../interfaces/ITaskVerifier.sol";
import {Primality} from "./Primality.sol";

/// @title Demonstration network: factorise a number
/// @notice Slow to answer, cheap to check. The payload is `abi.encode(uint256 n)`; for `2 <= n < 2^64` the right response
/// is `abi.encode(uint256[] primes)`, the prime factors of `n`, ascending, with multiplicity. For any other payload it is
/// the encoding of the empty list. Each payload has exactly one right response, byte for byte.
contract FactorizationNetwork is ITaskVerifier {
    /// @dev A number below 2^64 has at most 63 prime factors.
    uint256 private constant MAX_FACTORS = 63;

    constructor(
        INetworkRegistry registry,
        address owner,
        string memory metadataURI,
        INetworkRegistry.NetworkParameters memory parameters
    ) {
        registry.registerNetwork(owner, metadataURI, parameters);
    }

    /// @inheritdoc ITaskVerifier
    function verify(bytes32, bytes calldata payload, bytes calldata response) external pure returns (Verdict) {
        return isRight(payload, response) ? Verdict.Right : Verdict.Wrong;
    }

    /// @notice Whether `response` is the one right answer to `payload`.
    function isRight(bytes calldata payload, bytes calldata response) public pure returns (bool) {
        (bool canonical, uint256 count) = _listLength(response);
        if (!canonical) return false;

        uint256 n = payload.length == 32 ? uint256(bytes32(payload)) : 0;
        if (n < 2 || n > type(uint64).max) return count == 0;

        uint256 product = 1;
        uint256 previous = 2;
        for (uint256 i = 0; i < count; i++) {
            uint256 factor = _item(response, i);
            if (factor < previous || factor > n) return false;
            // No overflow: both sides stay below 2^64.
            product *= factor;
            if (product > n) return false;
            previous = factor;
        }
        if (product != n) return false;
        for (uint256 i = 0; i < count; i++) {
            if (!Primality.isPrime(_item(response, i))) return false;
        }
        return true;
    }

    /// @dev `abi.encode(uint256[])` is the offset 0x20, the length, the items, and nothing else.
    function _listLength(bytes calldata encoded) private pure returns (bool canonical, uint256 count) {
        if (encoded.length < 64 || uint256(bytes32(encoded[:32])) != 32) return (false, 0);
        count = uint256(bytes32(encoded[32:64]));
        if (count > MAX_FACTORS) return (false, 0);
        return (encoded.length == 64 + 32 * count, count);
    }

    function _item(bytes calldata encoded, uint256 index) private pure returns (uint256) {
        uint256 start = 64 + 32 * index;
        return uint256(bytes32(encoded[start:start + 32]));
    }
}
