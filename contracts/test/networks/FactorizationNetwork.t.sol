// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {Fixture} from "../support/Fixture.sol";

contract FactorizationNetworkTest is Fixture {
    bytes private constant EMPTY = abi.encode(uint256(32), uint256(0));

    function test_RegistersItself() public view {
        vm.assertEq(networkRegistry.ownerOf(address(network)), owner, "owner");
        vm.assertTrue(
            networkRegistry.statusOf(address(network)) == INetworkRegistry.NetworkStatus.Whitelisted, "status"
        );
    }

    function test_AcceptsTheWholeFactorisation() public view {
        vm.assertTrue(_verify(12, _list(2, 2, 3)), "12");
        vm.assertTrue(_verify(30, _list(2, 3, 5)), "30");
        vm.assertTrue(_verifyOne(2, 2), "2");
        vm.assertTrue(_verifyOne(18446744073709551557, 18446744073709551557), "a prime of 64 bits");
        vm.assertTrue(_verifyTwo(4294967291 * 4294967279, 4294967279, 4294967291), "two primes of 32 bits");
    }

    function test_AcceptsTheLongestFactorisation() public view {
        uint256[] memory primes = new uint256[](63);
        for (uint256 i = 0; i < 63; i++) {
            primes[i] = 2;
        }
        vm.assertTrue(_verify(2 ** 63, primes), "2^63");
    }

    function test_RefusesEverythingElse() public view {
        vm.assertFalse(_verify(12, _list(2, 3, 2)), "not ascending");
        vm.assertFalse(_verifyTwo(12, 3, 4), "a factor that is not prime");
        vm.assertFalse(_verifyTwo(12, 2, 6), "a factor that is not prime");
        vm.assertFalse(_verifyTwo(12, 2, 3), "not complete");
        vm.assertFalse(_verify(12, _list(1, 2, 6)), "one");
        vm.assertFalse(_verify(12, _list(1, 3, 4)), "one");
        vm.assertFalse(_verifyOne(12, 12), "itself");
        vm.assertFalse(_verifyOne(13, 0), "zero");
        vm.assertFalse(_verify(13, new uint256[](0)), "nothing");
        vm.assertFalse(_verifyTwo(6, 2, type(uint256).max), "no overflow");
        vm.assertFalse(_verifyTwo(6, type(uint256).max - 1, type(uint256).max), "no overflow");
    }

    function test_EveryOtherPayloadIsAnsweredByTheEmptyList() public view {
        bytes[6] memory payloads = [
            bytes(""),
            abi.encode(uint256(0)),
            abi.encode(uint256(1)),
            abi.encode(uint256(2 ** 64)),
            abi.encode(uint256(6), uint256(6)),
            hex"06"
        ];
        for (uint256 i = 0; i < payloads.length; i++) {
            vm.assertTrue(network.isRight(payloads[i], EMPTY), "the empty list");
            vm.assertFalse(network.isRight(payloads[i], abi.encode(_list(2, 3, 5))), "no other");
            vm.assertFalse(network.isRight(payloads[i], ""), "no other encoding");
        }
    }

    function test_OneAnswerHasOneEncoding() public view {
        bytes memory canonical = abi.encode(_list(2, 3, 5));
        bytes memory payload = abi.encode(uint256(30));
        vm.assertTrue(network.isRight(payload, canonical), "canonical");
        vm.assertFalse(network.isRight(payload, bytes.concat(canonical, hex"00")), "a byte more");
        vm.assertFalse(network.isRight(payload, bytes.concat(canonical, bytes32(0))), "a word more");
        // The same list behind another offset, which abi.decode would take.
        bytes memory shifted = abi.encode(uint256(64), uint256(0), uint256(3), uint256(2), uint256(3), uint256(5));
        vm.assertFalse(network.isRight(payload, shifted), "another offset");
        bytes memory longer = abi.encode(uint256(32), uint256(4), uint256(2), uint256(3), uint256(5));
        vm.assertFalse(network.isRight(payload, longer), "a length that is not there");
        bytes memory endless = abi.encode(uint256(32), type(uint256).max);
        vm.assertFalse(network.isRight(payload, endless), "a length that overflows");
        bytes memory wrapping = abi.encode(uint256(32), uint256(1) << 251);
        vm.assertFalse(network.isRight(payload, wrapping), "a length whose size in bytes wraps to zero");
    }

    function testFuzz_IsTotalForAnyBytes(bytes calldata payload, bytes calldata response) public view {
        network.isRight(payload, response);
    }

    function testFuzz_IsTotalForAnyList(uint256 n, uint256[] calldata list) public view {
        network.isRight(abi.encode(n), abi.encode(list));
    }

    function testFuzz_AcceptsWhatTrialDivisionFindsAndNothingNear(uint64 n, uint8 at) public view {
        n = uint64(_bound(n, 2, 4_000_000));
        uint256[] memory primes = _factorise(n);
        vm.assertTrue(_verify(n, primes), "right");
        primes[at % primes.length] += 1;
        vm.assertFalse(_verify(n, primes), "one factor off by one");
    }

    function test_TheDearestVerificationStaysCheap() public view {
        uint256 before = gasleft();
        vm.assertTrue(_verifyOne(18446744073709551557, 18446744073709551557), "prime");
        vm.assertLe(before - gasleft(), 1_000_000, "gas");
    }

    function _verify(uint256 n, uint256[] memory primes) private view returns (bool) {
        return network.isRight(abi.encode(n), abi.encode(primes));
    }

    function _verifyOne(uint256 n, uint256 factor) private view returns (bool) {
        return network.isRight(abi.encode(n), abi.encode(uint256(32), uint256(1), factor));
    }

    function _verifyTwo(uint256 n, uint256 a, uint256 b) private view returns (bool) {
        return network.isRight(abi.encode(n), abi.encode(uint256(32), uint256(2), a, b));
    }

    function _list(uint256 a, uint256 b, uint256 c) private pure returns (uint256[] memory list) {
        list = new uint256[](3);
        (list[0], list[1], list[2]) = (a, b, c);
    }

    function _factorise(uint256 n) private pure returns (uint256[] memory primes) {
        uint256[] memory found = new uint256[](64);
        uint256 count = 0;
        for (uint256 d = 2; d * d <= n; d++) {
            while (n % d == 0) {
                found[count++] = d;
                n /= d;
            }
        }
        if (n > 1) found[count++] = n;
        primes = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            primes[i] = found[i];
        }
    }
}
