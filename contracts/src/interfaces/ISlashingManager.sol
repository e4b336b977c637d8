// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "./INetworkRegistry.sol";

/// @title The only one that slashes
/// @notice An offence takes the network's fraction of the operator's magnitude there, and the same part of each pool behind
/// it, at once. One offence of one kind on one task slashes an operator once.
interface ISlashingManager {
    enum Offence {
        WrongResponse,
        Equivocation
    }

    /// @param reporterShareBps Share of what was slashed for the reporter.
    struct Slash {
        bytes32 taskId;
        address network;
        address operator;
        address reporter;
        uint16 reporterShareBps;
        INetworkRegistry.SlashSink sink;
        address sinkRecipient;
    }

    /// @param slashId `keccak256(abi.encode(chainid, this, taskId, operator, offence))`.
    /// @param reporter Who brought the evidence: the challenger or the equivocation's reporter.
    /// @param evidenceHash The challenge's id, or the equivocation's `evidenceHashOf`.
    /// @param fraction Part of the operator's magnitude in this network, 1e18 = all.
    event OperatorSlashed(
        bytes32 indexed slashId,
        address indexed operator,
        address indexed network,
        bytes32 taskId,
        Offence offence,
        address reporter,
        bytes32 evidenceHash,
        uint256 fraction
    );
    /// @notice What was slashed of one asset left the protocol's keeping.
    event SlashDistributed(
        bytes32 indexed slashId,
        address indexed asset,
        address indexed reporter,
        uint256 reporterAmount,
        INetworkRegistry.SlashSink sink,
        address sinkRecipient,
        uint256 sinkAmount
    );
    /// @notice Paying failed, for the asset's own reasons; `distribute` may be called again.
    event SlashDistributionDeferred(bytes32 indexed slashId, address indexed asset, uint256 amount);
    event ReportCommitted(bytes32 indexed commitment);

    error NotChallengeManager(address caller);
    error TaskNotFound(bytes32 taskId);
    error SameResponse();
    error NotAssigned(bytes32 taskId, address operator);
    error NoLongerSlashable(address operator, uint64 slashableUntil);
    error InvalidSignature(bytes32 responseHash);
    error AlreadySlashed(bytes32 slashId);
    error NothingToDistribute(bytes32 slashId, address asset);
    error AlreadyCommitted(bytes32 commitment);

    /// @notice ChallengeManager only: slashes a signer of a wrong response, unless that was done before.
    function slashWrongResponse(bytes32 taskId, address operator, address challenger, bytes32 challengeId) external;

    /// @notice Announces evidence without showing it: `keccak256(abi.encode(reporter, evidenceHash))`. Whoever proves with
    /// a commitment of an earlier block earns the reporter's share; a copy of the proof has none and earns nothing.
    function commitReport(bytes32 commitment) external;

    /// @notice Slashes an operator that signed two responses to one task. Anyone may call; without an earlier commitment
    /// the reporter's share goes to the sink.
    /// @param signatureA G2 signature, 256 bytes (EIP-2537), over the task's digest with `responseHashA`.
    function proveEquivocation(
        bytes32 taskId,
        address operator,
        bytes32 responseHashA,
        bytes calldata signatureA,
        bytes32 responseHashB,
        bytes calldata signatureB
    ) external returns (bytes32 slashId);

    /// @notice Pays out what a slash took of `asset`, if that failed when it was slashed. Anyone may call.
    function distribute(bytes32 slashId, address asset) external;

    /// @notice `keccak256(abi.encode(taskId, operator, responseHashA, signatureA, responseHashB, signatureB))`.
    function evidenceHashOf(
        bytes32 taskId,
        address operator,
        bytes32 responseHashA,
        bytes calldata signatureA,
        bytes32 responseHashB,
        bytes calldata signatureB
    ) external pure returns (bytes32);

    function slashIdOf(bytes32 taskId, address operator, Offence offence) external view returns (bytes32);

    /// @notice All zero when there was no such slash.
    function slashOf(bytes32 slashId) external view returns (Slash memory);

    /// @notice What a slash took of `asset` and has not paid out yet.
    function undistributedOf(bytes32 slashId, address asset) external view returns (uint256);
}
