// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";

/// @title Who may do what
/// @notice OpenZeppelin's AccessManager with this protocol's roles named on chain. Which role may call which function
/// is set at deployment.
contract NektarAccessManager is AccessManager {
    /// @notice Lists assets; whitelists and suspends networks.
    uint64 public constant GOVERNANCE_ROLE = 1;
    /// @notice Submits the Merkle root of each epoch.
    uint64 public constant ROOT_SUBMITTER_ROLE = 2;
    /// @notice Disables a root before it activates.
    uint64 public constant GUARDIAN_ROLE = 3;

    /// @notice The block of this deployment: no contract of it is older, so that indexing may start here.
    uint256 public immutable deployedAt = block.number;

    constructor(address admin) AccessManager(admin) {}
}
