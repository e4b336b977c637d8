// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NonSigners} from "../../src/libraries/NonSigners.sol";
import {Test} from "../support/Test.sol";

contract NonSignersTest is Test {
    function hashOf(address[] calldata list) external pure returns (bytes32) {
        return NonSigners.hashOf(list);
    }

    function contains(address[] calldata list, address operator) external pure returns (bool) {
        return NonSigners.contains(list, operator);
    }

    function test_NobodyHashesToZero() public view {
        vm.assertEq(this.hashOf(new address[](0)), bytes32(0), "zero");
    }

    function test_TheHashIsOfTheListInWholeWords() public view {
        address[] memory list = new address[](2);
        (list[0], list[1]) = (address(1), address(2));
        vm.assertEq(this.hashOf(list), keccak256(abi.encode(uint256(1), uint256(2))), "two words");
        (list[0], list[1]) = (address(2), address(1));
        vm.assertEq(this.hashOf(list), keccak256(abi.encode(uint256(2), uint256(1))), "in their order");
        vm.assertTrue(this.hashOf(new address[](1)) != bytes32(0), "the zero address is somebody");
    }

    function test_AnEmptyListHoldsNobody() public view {
        vm.assertFalse(this.contains(new address[](0), address(0)), "nobody");
    }

    function test_FindsTheFirstTheLastAndNoNeighbour() public view {
        for (uint160 length = 1; length <= 9; length++) {
            address[] memory list = new address[](length);
            for (uint160 i = 0; i < length; i++) {
                list[i] = address(10 * (i + 1));
            }
            for (uint160 value = 0; value <= 10 * (length + 1); value++) {
                bool expected = value > 0 && value <= 10 * length && value % 10 == 0;
                vm.assertEq(this.contains(list, address(value)), expected, "as listed");
            }
        }
    }

    function testFuzz_AgreesWithALinearSearch(uint160 seed, uint8 length, uint160 wanted) public view {
        address[] memory list = new address[](length);
        uint160 last = 0;
        bool expected = false;
        wanted = uint160(_bound(wanted, 0, uint256(length) * 8));
        for (uint256 i = 0; i < length; i++) {
            last += 1 + uint160(uint256(keccak256(abi.encode(seed, i))) % 15);
            list[i] = address(last);
            if (last == wanted) expected = true;
        }
        vm.assertEq(this.contains(list, address(wanted)), expected, "the same");
    }
}
