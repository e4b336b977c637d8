// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";

/// @dev Pays nobody on its blocklist, nobody out of an account that is frozen, and nobody at all while it is halted.
contract RefusingToken is DemoToken {
    bool private _halted;
    mapping(address account => bool) private _refused;
    mapping(address account => bool) private _frozen;

    error Refused(address account);
    error Frozen(address account);
    error Halted();

    constructor() DemoToken("Refusing", "NO") {}

    function refuse(address account, bool refused) external {
        _refused[account] = refused;
    }

    function freeze(address account, bool frozen) external {
        _frozen[account] = frozen;
    }

    function halt(bool halted) external {
        _halted = halted;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (_halted) revert Halted();
        if (_frozen[from]) revert Frozen(from);
        if (_refused[to]) revert Refused(to);
        super._update(from, to, value);
    }
}
