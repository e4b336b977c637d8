// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";

/// @dev Pays nobody on its blocklist, and nobody at all while its transfers are halted.
contract RefusingToken is DemoToken {
    bool private _halted;
    mapping(address account => bool) private _refused;

    error Refused(address account);
    error Halted();

    constructor() DemoToken("Refusing", "NO") {}

    function refuse(address account, bool refused) external {
        _refused[account] = refused;
    }

    function halt(bool halted) external {
        _halted = halted;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (_halted) revert Halted();
        if (_refused[to]) revert Refused(to);
        super._update(from, to, value);
    }
}
