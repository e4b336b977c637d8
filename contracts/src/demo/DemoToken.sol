// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A token without value, for local and test chains
contract DemoToken is ERC20 {
    constructor(string memory name_, string memory symbol_) ERC20(name_, symbol_) {}

    /// @notice Anyone may mint any amount: a demonstration needs stake and fees from nowhere. Never list it on a chain
    /// where stake means anything.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
