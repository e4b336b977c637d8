// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";

/// @title Who may do what
/// @notice OpenZeppelin's AccessManager with this protocol's roles named on chain. Which role may call which function
/// is set when the contracts are deployed.
contract NektarAccessManager is AccessManager {
    /// @notice Lists assets, whitelists and suspends networks.
    uint64 public constant GOVERNANCE_ROLE = 1;
    /// @notice Submits the Merkle root of each epoch.
    uint64 public constant ROOT_SUBMITTER_ROLE = 2;
    /// @notice Disables a root before it activates.
    uint64 public constant GUARDIAN_ROLE = 3;

    constructor(address admin) AccessManager(admin) {}
}
