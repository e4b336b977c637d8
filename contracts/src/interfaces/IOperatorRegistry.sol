// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Operators, their BLS12-381 keys and commissions
/// @notice A key belongs to one operator for ever; it is accepted only with a proof of possession, checked on chain.
interface IOperatorRegistry {
    /// @param blsKey BLS12-381 G1 public key, 128 bytes, EIP-2537 encoding (uncompressed).
    event OperatorRegistered(
        address indexed operator, address payout, bytes blsKey, uint16 commissionBps, string metadataURI
    );
    event OperatorPayoutUpdated(address indexed operator, address payout);
    event OperatorMetadataUpdated(address indexed operator, string metadataURI);
    /// @notice A commission announced in epoch `k` is in force from `effectiveEpoch = k + 2` on.
    event CommissionScheduled(address indexed operator, uint16 oldBps, uint16 newBps, uint64 effectiveEpoch);

    error OperatorAlreadyRegistered(address operator);
    error OperatorNotRegistered(address operator);
    error BlsKeyAlreadyUsed(bytes32 keyHash);
    error InvalidBlsKey();
    error InvalidProofOfPossession();
    error CommissionTooHigh(uint16 bps);
    error CommissionChangePending(uint64 effectiveEpoch);
    error ZeroAddress();

    /// @notice Registers `msg.sender` as an operator.
    /// @param payout Receives the operator's commission.
    /// @param commissionBps Part of gross rewards kept by the operator, 0 to 10000.
    /// @param blsKey G1 public key, 128 bytes (EIP-2537). Not infinity, in the prime-order subgroup.
    /// @param proofOfPossession G2 signature, 256 bytes (EIP-2537), over `proofOfPossessionDigest(msg.sender)`
    /// under the ciphersuite `BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_`.
    function registerOperator(
        address payout,
        uint16 commissionBps,
        string calldata metadataURI,
        bytes calldata blsKey,
        bytes calldata proofOfPossession
    ) external;

    function updatePayout(address payout) external;

    function updateMetadata(string calldata metadataURI) external;

    /// @notice Announces a commission, in force from the epoch after next. Refused while another is pending.
    function scheduleCommission(uint16 newBps) external;

    function isRegistered(address operator) external view returns (bool);

    function payoutOf(address operator) external view returns (address);

    /// @return The operator's G1 key, 128 bytes (EIP-2537).
    function blsKeyOf(address operator) external view returns (bytes memory);

    /// @notice The operator that registered the key with this keccak256 hash of its 128 bytes; zero if none.
    function operatorOfKey(bytes32 keyHash) external view returns (address);

    /// @notice Commission in basis points in force in `epoch` (rewards use the value at the epoch's start).
    function commissionBpsAt(address operator, uint64 epoch) external view returns (uint16);

    /// @notice `keccak256(abi.encode(keccak256("NektarProofOfPossession(uint256 chainId,address operatorRegistry,address operator)"), chainid, this, operator))`.
    function proofOfPossessionDigest(address operator) external view returns (bytes32);
}
