// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The list of who did not sign a response: strictly ascending addresses
library NonSigners {
    /// @notice What a task keeps of the list; zero when everybody signed.
    function hashOf(address[] calldata nonSigners) internal pure returns (bytes32) {
        return nonSigners.length == 0 ? bytes32(0) : keccak256(abi.encodePacked(nonSigners));
    }

    /// @notice Whether the ascending list holds `operator`: a binary search.
    function contains(address[] calldata nonSigners, address operator) internal pure returns (bool) {
        (uint256 low, uint256 high) = (0, nonSigners.length);
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (nonSigners[middle] == operator) return true;
            if (nonSigners[middle] < operator) low = middle + 1;
            else high = middle;
        }
        return false;
    }
}
