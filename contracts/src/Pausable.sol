// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPauses} from "./interfaces/IPauses.sol";

/// @title A contract whose functions can be halted by group
abstract contract Pausable {
    IPauses public immutable pauses;

    constructor(IPauses pauses_) {
        pauses = pauses_;
    }

    modifier whenOpen(IPauses.PauseGroup group) {
        pauses.requireOpen(group);
        _;
    }
}
