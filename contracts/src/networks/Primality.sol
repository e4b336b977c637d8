// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Deterministic primality below 2^64
library Primality {
    /// @dev The first 12 primes, a byte each. As Miller-Rabin bases they decide every number below 3.1e23:
    /// Sorenson and Webster, "Strong pseudoprimes to twelve prime bases", Math. Comp. 86 (2017).
    bytes12 private constant BASES = 0x020305070b0d1113171d1f25;

    /// @notice Whether `n`, below 2^64, is prime.
    function isPrime(uint256 n) internal pure returns (bool) {
        if (n < 2) return false;
        for (uint256 i = 0; i < 12; i++) {
            uint256 base = uint8(BASES[i]);
            if (n % base == 0) return n == base;
        }
        // n is odd: n - 1 = odd * 2^twos.
        uint256 odd = n - 1;
        uint256 twos = 0;
        while (odd % 2 == 0) {
            odd /= 2;
            twos++;
        }
        for (uint256 i = 0; i < 12; i++) {
            if (!_isProbablePrime(n, uint8(BASES[i]), odd, twos)) return false;
        }
        return true;
    }

    function _isProbablePrime(uint256 n, uint256 base, uint256 odd, uint256 twos) private pure returns (bool) {
        uint256 power = _powMod(base, odd, n);
        if (power == 1) return true;
        for (uint256 i = 0; i < twos; i++) {
            if (power == n - 1) return true;
            power = mulmod(power, power, n);
        }
        return false;
    }

    function _powMod(uint256 base, uint256 exponent, uint256 modulus) private pure returns (uint256 result) {
        result = 1;
        while (exponent != 0) {
            if (exponent % 2 == 1) result = mulmod(result, base, modulus);
            base = mulmod(base, base, modulus);
            exponent /= 2;
        }
    }
}
