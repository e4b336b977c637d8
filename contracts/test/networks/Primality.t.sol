// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Primality} from "../../src/networks/Primality.sol";
import {Test} from "../support/Test.sol";

contract PrimalityTest is Test {
    function test_AgreesWithTrialDivisionOnSmallNumbers() public pure {
        for (uint256 n = 0; n < 5000; n++) {
            vm.assertEq(Primality.isPrime(n), _byTrialDivision(n), "small");
        }
    }

    function testFuzz_AgreesWithTrialDivision(uint32 n) public pure {
        n = uint32(_bound(n, 0, 20_000_000));
        vm.assertEq(Primality.isPrime(n), _byTrialDivision(n), "agrees");
    }

    function testFuzz_AProductIsNeverPrime(uint32 a, uint32 b) public pure {
        uint256 first = _bound(a, 2, type(uint32).max);
        uint256 second = _bound(b, 2, type(uint32).max);
        vm.assertFalse(Primality.isPrime(first * second), "product");
    }

    /// @dev The least strong pseudoprimes to the first 1 to 12 prime bases that lie below 2^64 (OEIS A014233).
    function test_SeesThroughStrongPseudoprimes() public pure {
        uint64[9] memory pseudoprimes = [
            2047,
            1373653,
            25326001,
            3215031751,
            2152302898747,
            3474749660383,
            341550071728321,
            3825123056546413051,
            3825123056546413051
        ];
        for (uint256 i = 0; i < pseudoprimes.length; i++) {
            vm.assertFalse(Primality.isPrime(pseudoprimes[i]), "composite");
        }
    }

    function test_KnowsTheLargestPrimesBelowTwoToThe64() public pure {
        // 2^64 - 59, 2^64 - 83, 2^64 - 95: the first gaps below powers of two, by Lenstra's table (OEIS A013603).
        vm.assertTrue(Primality.isPrime(18446744073709551557), "2^64 - 59");
        vm.assertTrue(Primality.isPrime(18446744073709551533), "2^64 - 83");
        vm.assertFalse(Primality.isPrime(18446744073709551556), "even");
        vm.assertFalse(Primality.isPrime(4294967291 * 4294967279), "two primes below 2^32");
    }

    function _byTrialDivision(uint256 n) private pure returns (bool) {
        if (n < 2) return false;
        for (uint256 d = 2; d * d <= n; d++) {
            if (n % d == 0) return false;
        }
        return true;
    }
}
