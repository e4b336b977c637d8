// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";

/// @dev Calls somebody in the middle of a transfer and passes the revert on.
contract ReentrantToken is DemoToken {
    address private _callee;
    bytes private _data;

    constructor() DemoToken("Reentrant", "RE") {}

    function callOnTransfer(address callee, bytes calldata data) external {
        _callee = callee;
        _data = data;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_callee == address(0)) return;
        (bool ok, bytes memory reason) = _callee.call(_data);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }
}
