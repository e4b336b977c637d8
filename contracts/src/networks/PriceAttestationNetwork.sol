// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../interfaces/INetworkRegistry.sol";
import {ITaskVerifier} from "../interfaces/ITaskVerifier.sol";

/// @title Demonstration network: attest a price, with an arbiter
/// @notice No contract can know the price of something at a past instant. The payload is `abi.encode(bytes32 pair, uint64
/// timestamp)`, the response `abi.encode(uint256 price)` with 8 decimals. A response of another length is wrong; any other is
/// left to the arbiter, who rules once on each response.
contract PriceAttestationNetwork is ITaskVerifier {
    uint256 private constant RESPONSE_LENGTH = 32;

    address public immutable arbiter;

    mapping(bytes32 taskId => mapping(bytes32 responseHash => Verdict)) private _rulings;

    event Ruled(bytes32 indexed taskId, bytes32 responseHash, Verdict verdict, string reason);

    error NotArbiter(address caller);
    error NotARuling();
    error AlreadyRuled(bytes32 taskId, bytes32 responseHash);

    constructor(
        INetworkRegistry registry,
        address owner,
        address arbiter_,
        string memory metadataURI,
        INetworkRegistry.NetworkParameters memory parameters
    ) {
        arbiter = arbiter_;
        registry.registerNetwork(owner, metadataURI, parameters);
    }

    /// @notice The arbiter only: decides whether the response of that hash to `taskId` is right. For ever. The hash is
    /// named so that a ruling never meets another response, which a reorganised chain may have accepted in the meantime.
    function rule(bytes32 taskId, bytes32 responseHash, Verdict verdict, string calldata reason) external {
        if (msg.sender != arbiter) revert NotArbiter(msg.sender);
        if (verdict == Verdict.Undecided) revert NotARuling();
        if (_rulings[taskId][responseHash] != Verdict.Undecided) revert AlreadyRuled(taskId, responseHash);
        _rulings[taskId][responseHash] = verdict;
        emit Ruled(taskId, responseHash, verdict, reason);
    }

    /// @inheritdoc ITaskVerifier
    function verify(bytes32 taskId, bytes calldata, bytes calldata response) external view returns (Verdict) {
        if (response.length != RESPONSE_LENGTH) return Verdict.Wrong;
        return _rulings[taskId][keccak256(response)];
    }
}
