// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CREATE3} from "solady/utils/CREATE3.sol";

/// @title Addresses that depend on the deployer and a salt, never on code or constructor arguments
/// @notice Contracts that refer to each other can so be told each other's addresses before any of them exists. The salt
/// is bound to the caller: nobody can take a deployer's addresses before it does.
contract Create3Factory {
    event ContractDeployed(address indexed deployer, bytes32 indexed salt, address deployed);

    /// @notice Deploys `creationCode` at `addressOf(msg.sender, salt)`. Reverts when that address has code.
    function deploy(bytes32 salt, bytes calldata creationCode) external returns (address deployed) {
        deployed = CREATE3.deployDeterministic(creationCode, _boundSalt(msg.sender, salt));
        emit ContractDeployed(msg.sender, salt, deployed);
    }

    function addressOf(address deployer, bytes32 salt) external view returns (address) {
        return CREATE3.predictDeterministicAddress(_boundSalt(deployer, salt));
    }

    function _boundSalt(address deployer, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(deployer, salt));
    }
}
