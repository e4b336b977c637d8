// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "./Vm.sol";

/// @title Base of every test contract
abstract contract Test {
    /// @dev forge reads these to aim an invariant test.
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    address private constant CONSOLE = 0x000000000000000000636F6e736F6c652e6c6f67;

    // forge-lint: disable-next-line(mixed-case-variable)
    bool public IS_TEST = true;
    address[] private _targets;

    function targetContracts() external view returns (address[] memory) {
        return _targets;
    }

    /// @dev Invariant runs call only the contracts named here.
    function _target(address target) internal {
        _targets.push(target);
    }

    function _print(string memory line) internal view {
        (bool ok,) = CONSOLE.staticcall(abi.encodeWithSignature("log(string)", line));
        assert(ok);
    }

    /// @dev Maps a fuzzed value evenly into [minimum, maximum].
    function _bound(uint256 value, uint256 minimum, uint256 maximum) internal pure returns (uint256) {
        if (value >= minimum && value <= maximum) return value;
        uint256 size = maximum - minimum + 1;
        return size == 0 ? value : minimum + value % size;
    }

    /// @dev Expects the next call to revert with a custom error without arguments.
    function _expectRevert(bytes4 selector) internal {
        vm.expectRevert(abi.encodeWithSelector(selector));
    }
}
