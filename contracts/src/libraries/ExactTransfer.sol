// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title Transfers that arrive whole
library ExactTransfer {
    using SafeERC20 for IERC20;

    error TransferAmountMismatch(uint256 expected, uint256 received);

    /// @notice Moves `amount` from `from` to `to` by allowance. Refuses tokens that take a fee from the transfer.
    function pull(address token, address from, address to, uint256 amount) internal {
        uint256 before = IERC20(token).balanceOf(to);
        IERC20(token).safeTransferFrom(from, to, amount);
        uint256 received = IERC20(token).balanceOf(to) - before;
        if (received != amount) revert TransferAmountMismatch(amount, received);
    }
}
