// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Pausable} from "./Pausable.sol";
import {IEpochClock} from "./interfaces/IEpochClock.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {BLS12381} from "./libraries/BLS12381.sol";

contract OperatorRegistry is IOperatorRegistry, Pausable {
    using Checkpoints for Checkpoints.Trace208;

    struct Operator {
        address payout;
        bytes blsKey;
        /// Commission in basis points by the epoch from which it is in force.
        Checkpoints.Trace208 commissions;
    }

    bytes private constant POSSESSION_DST = "BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
    bytes32 private constant POSSESSION_TYPEHASH =
        keccak256("NektarProofOfPossession(uint256 chainId,address operatorRegistry,address operator)");
    uint16 private constant MAX_BPS = 10_000;
    /// @dev Announced in epoch k, in force from k + 2: delegators have at least one whole epoch to leave.
    uint64 private constant COMMISSION_NOTICE_EPOCHS = 2;

    IEpochClock public immutable epochClock;

    mapping(address operator => Operator) private _operators;
    mapping(bytes32 keyHash => address operator) private _operatorOfKey;

    constructor(IPauses pauses_, IEpochClock epochClock_) Pausable(pauses_) {
        epochClock = epochClock_;
    }

    /// @inheritdoc IOperatorRegistry
    function registerOperator(
        address payout,
        uint16 commissionBps,
        string calldata metadataURI,
        bytes calldata blsKey,
        bytes calldata proofOfPossession
    ) external whenOpen(IPauses.PauseGroup.Registration) {
        if (isRegistered(msg.sender)) revert OperatorAlreadyRegistered(msg.sender);
        if (payout == address(0)) revert ZeroAddress();
        if (commissionBps > MAX_BPS) revert CommissionTooHigh(commissionBps);
        _claimKey(blsKey, proofOfPossession);

        Operator storage operator = _operators[msg.sender];
        operator.payout = payout;
        operator.blsKey = blsKey;
        operator.commissions.push(_epochKey(epochClock.currentEpoch()), commissionBps);
        emit OperatorRegistered(msg.sender, payout, blsKey, commissionBps, metadataURI);
    }

    /// @inheritdoc IOperatorRegistry
    function updatePayout(address payout) external {
        _requireRegistered(msg.sender);
        if (payout == address(0)) revert ZeroAddress();
        _operators[msg.sender].payout = payout;
        emit OperatorPayoutUpdated(msg.sender, payout);
    }

    /// @inheritdoc IOperatorRegistry
    function updateMetadata(string calldata metadataURI) external {
        _requireRegistered(msg.sender);
        emit OperatorMetadataUpdated(msg.sender, metadataURI);
    }

    /// @inheritdoc IOperatorRegistry
    function scheduleCommission(uint16 newBps) external {
        _requireRegistered(msg.sender);
        if (newBps > MAX_BPS) revert CommissionTooHigh(newBps);
        Checkpoints.Trace208 storage commissions = _operators[msg.sender].commissions;
        uint64 epoch = epochClock.currentEpoch();
        (, uint48 latestEpoch, uint208 oldBps) = commissions.latestCheckpoint();
        if (latestEpoch > epoch) revert CommissionChangePending(latestEpoch);

        uint64 effectiveEpoch = epoch + COMMISSION_NOTICE_EPOCHS;
        commissions.push(_epochKey(effectiveEpoch), newBps);
        // forge-lint: disable-next-line(unsafe-typecast) -- at most MAX_BPS
        emit CommissionScheduled(msg.sender, uint16(oldBps), newBps, effectiveEpoch);
    }

    /// @inheritdoc IOperatorRegistry
    function payoutOf(address operator) external view returns (address) {
        return _operators[operator].payout;
    }

    /// @inheritdoc IOperatorRegistry
    function blsKeyOf(address operator) external view returns (bytes memory) {
        return _operators[operator].blsKey;
    }

    /// @inheritdoc IOperatorRegistry
    function operatorOfKey(bytes32 keyHash) external view returns (address) {
        return _operatorOfKey[keyHash];
    }

    /// @inheritdoc IOperatorRegistry
    function commissionBpsAt(address operator, uint64 epoch) external view returns (uint16) {
        // forge-lint: disable-next-line(unsafe-typecast) -- at most MAX_BPS
        return uint16(_operators[operator].commissions.upperLookupRecent(_epochKey(epoch)));
    }

    /// @inheritdoc IOperatorRegistry
    function isRegistered(address operator) public view returns (bool) {
        return _operators[operator].payout != address(0);
    }

    /// @inheritdoc IOperatorRegistry
    function proofOfPossessionDigest(address operator) public view returns (bytes32) {
        return keccak256(abi.encode(POSSESSION_TYPEHASH, block.chainid, address(this), operator));
    }

    /// @dev Without the proof an operator could register a key made of others' keys and sign for all of them.
    function _claimKey(bytes calldata blsKey, bytes calldata proofOfPossession) private {
        if (!BLS12381.isValidKey(blsKey)) revert InvalidBlsKey();
        bytes32 keyHash = keccak256(blsKey);
        if (_operatorOfKey[keyHash] != address(0)) revert BlsKeyAlreadyUsed(keyHash);
        if (!BLS12381.verify(blsKey, proofOfPossessionDigest(msg.sender), proofOfPossession, POSSESSION_DST)) {
            revert InvalidProofOfPossession();
        }
        _operatorOfKey[keyHash] = msg.sender;
    }

    function _requireRegistered(address operator) private view {
        if (!isRegistered(operator)) revert OperatorNotRegistered(operator);
    }

    /// @dev Epochs count from 0 in steps of a second or more: 2^48 of them never pass.
    function _epochKey(uint64 epoch) private pure returns (uint48) {
        return epoch > type(uint48).max ? type(uint48).max : uint48(epoch);
    }
}
