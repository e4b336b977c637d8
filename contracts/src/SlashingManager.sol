// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Pausable} from "./Pausable.sol";
import {IAllocationManager} from "./interfaces/IAllocationManager.sol";
import {IDelegationManager} from "./interfaces/IDelegationManager.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {IRewardsCoordinator} from "./interfaces/IRewardsCoordinator.sol";
import {ISlashingManager} from "./interfaces/ISlashingManager.sol";
import {IStakeRegistry} from "./interfaces/IStakeRegistry.sol";
import {ITaskManager} from "./interfaces/ITaskManager.sol";
import {BLS12381} from "./libraries/BLS12381.sol";

/// @dev No reentrancy guard: amounts are deleted before they are paid, and whatever a token calls back meets a slash that is
/// recorded already. The pools have their own guard.
contract SlashingManager is ISlashingManager, Pausable {
    /// @notice Where burned assets go: most tokens can be burned by nobody, and none is at home here.
    address public constant BURN_ADDRESS = 0x000000000000000000000000000000000000dEaD;
    uint256 private constant MAX_BPS = 10_000;
    /// @dev One basis point in fractions of 1e18.
    uint256 private constant BASIS_POINT = 1e14;

    struct Contracts {
        INetworkRegistry networkRegistry;
        IOperatorRegistry operatorRegistry;
        IStakeRegistry stakeRegistry;
        IAllocationManager allocationManager;
        IDelegationManager delegationManager;
        ITaskManager taskManager;
        IRewardsCoordinator rewardsCoordinator;
        address challengeManager;
    }

    INetworkRegistry public immutable networkRegistry;
    IOperatorRegistry public immutable operatorRegistry;
    IStakeRegistry public immutable stakeRegistry;
    IAllocationManager public immutable allocationManager;
    IDelegationManager public immutable delegationManager;
    ITaskManager public immutable taskManager;
    IRewardsCoordinator public immutable rewardsCoordinator;
    address public immutable challengeManager;

    mapping(bytes32 slashId => Slash) private _slashes;
    mapping(bytes32 slashId => mapping(address asset => uint256)) private _undistributed;
    mapping(bytes32 commitment => uint256 blockNumber) private _committedAt;

    constructor(IPauses pauses_, Contracts memory contracts) Pausable(pauses_) {
        networkRegistry = contracts.networkRegistry;
        operatorRegistry = contracts.operatorRegistry;
        stakeRegistry = contracts.stakeRegistry;
        allocationManager = contracts.allocationManager;
        delegationManager = contracts.delegationManager;
        taskManager = contracts.taskManager;
        rewardsCoordinator = contracts.rewardsCoordinator;
        challengeManager = contracts.challengeManager;
    }

    /// @inheritdoc ISlashingManager
    function slashWrongResponse(bytes32 taskId, address operator, address challenger, bytes32 challengeId) external {
        if (msg.sender != challengeManager) revert NotChallengeManager(msg.sender);
        bytes32 slashId = slashIdOf(taskId, operator, Offence.WrongResponse);
        if (_slashes[slashId].network != address(0)) return;
        INetworkRegistry.NetworkParameters memory terms = _termsOf(taskManager.taskOf(taskId));
        Slash storage entry = _record(slashId, taskId, operator, terms);
        entry.reporter = challenger;
        entry.reporterShareBps = terms.challengerShareBps;
        _slash(slashId, entry, Offence.WrongResponse, challengeId, terms.wrongResponseSlashBps * BASIS_POINT);
    }

    /// @inheritdoc ISlashingManager
    function commitReport(bytes32 commitment) external {
        if (_committedAt[commitment] != 0) revert AlreadyCommitted(commitment);
        _committedAt[commitment] = block.number;
        emit ReportCommitted(commitment);
    }

    /// @inheritdoc ISlashingManager
    function proveEquivocation(
        bytes32 taskId,
        address operator,
        bytes32 responseHashA,
        bytes calldata signatureA,
        bytes32 responseHashB,
        bytes calldata signatureB
    ) external whenOpen(IPauses.PauseGroup.Slashing) returns (bytes32 slashId) {
        if (responseHashA == responseHashB) revert SameResponse();
        slashId = slashIdOf(taskId, operator, Offence.Equivocation);
        if (_slashes[slashId].network != address(0)) revert AlreadySlashed(slashId);
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        _requireSlashable(taskId, task, operator);
        _requireSigned(taskId, task.referenceBlock, operator, responseHashA, signatureA);
        _requireSigned(taskId, task.referenceBlock, operator, responseHashB, signatureB);

        bytes32 evidenceHash = evidenceHashOf(taskId, operator, responseHashA, signatureA, responseHashB, signatureB);
        INetworkRegistry.NetworkParameters memory terms = _termsOf(task);
        Slash storage entry = _record(slashId, taskId, operator, terms);
        entry.reporter = msg.sender;
        if (_isCommitted(msg.sender, evidenceHash)) entry.reporterShareBps = terms.reporterShareBps;
        _slash(slashId, entry, Offence.Equivocation, evidenceHash, terms.equivocationSlashBps * BASIS_POINT);
    }

    /// @inheritdoc ISlashingManager
    function distribute(bytes32 slashId, address asset) external {
        uint256 amount = _undistributed[slashId][asset];
        if (amount == 0) revert NothingToDistribute(slashId, asset);
        delete _undistributed[slashId][asset];

        Slash memory entry = _slashes[slashId];
        uint256 reporterAmount = Math.mulDiv(amount, entry.reporterShareBps, MAX_BPS);
        if (!_pays(asset, entry.reporter, reporterAmount)) reporterAmount = 0;
        uint256 sinkAmount = amount - reporterAmount;
        bool toPot =
            entry.sink == INetworkRegistry.SlashSink.RewardPot || !_pays(asset, entry.sinkRecipient, sinkAmount);
        if (toPot) {
            (entry.sink, entry.sinkRecipient) = (INetworkRegistry.SlashSink.RewardPot, address(rewardsCoordinator));
        }
        emit SlashDistributed(
            slashId, asset, entry.reporter, reporterAmount, entry.sink, entry.sinkRecipient, sinkAmount
        );
        if (toPot && sinkAmount > 0) {
            delegationManager.payFromSlashed(asset, entry.sinkRecipient, sinkAmount);
            rewardsCoordinator.accrue(
                entry.network, asset, sinkAmount, IRewardsCoordinator.AccrualSource.SlashedStake, entry.taskId
            );
        }
    }

    /// @inheritdoc ISlashingManager
    function slashOf(bytes32 slashId) external view returns (Slash memory) {
        return _slashes[slashId];
    }

    /// @inheritdoc ISlashingManager
    function undistributedOf(bytes32 slashId, address asset) external view returns (uint256) {
        return _undistributed[slashId][asset];
    }

    /// @inheritdoc ISlashingManager
    function slashIdOf(bytes32 taskId, address operator, Offence offence) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), taskId, operator, offence));
    }

    /// @inheritdoc ISlashingManager
    function evidenceHashOf(
        bytes32 taskId,
        address operator,
        bytes32 responseHashA,
        bytes calldata signatureA,
        bytes32 responseHashB,
        bytes calldata signatureB
    ) public pure returns (bytes32) {
        return keccak256(abi.encode(taskId, operator, responseHashA, signatureA, responseHashB, signatureB));
    }

    function _record(bytes32 slashId, bytes32 taskId, address operator, INetworkRegistry.NetworkParameters memory terms)
        private
        returns (Slash storage entry)
    {
        entry = _slashes[slashId];
        entry.taskId = taskId;
        entry.network = taskManager.taskOf(taskId).network;
        entry.operator = operator;
        entry.sink = terms.slashSink;
        entry.sinkRecipient = _recipientOf(terms);
    }

    function _slash(bytes32 slashId, Slash storage entry, Offence offence, bytes32 evidenceHash, uint256 fraction)
        private
    {
        (address operator, address network) = (entry.operator, entry.network);
        emit OperatorSlashed(slashId, operator, network, entry.taskId, offence, entry.reporter, evidenceHash, fraction);
        address[] memory assets = allocationManager.allocatedAssetsOf(operator, network);
        for (uint256 i = 0; i < assets.length; i++) {
            (uint64 slashed, uint64 total) = allocationManager.slash(slashId, operator, network, assets[i], fraction);
            if (slashed == 0) continue;
            uint256 amount = delegationManager.slash(slashId, operator, assets[i], slashed, total);
            if (amount > 0) _tryDistribute(slashId, assets[i], amount);
        }
        stakeRegistry.syncOperator(network, operator);
    }

    /// @dev An asset that cannot be paid now, because it is halted or for any reason of its own, saves nobody from a slash.
    function _tryDistribute(bytes32 slashId, address asset, uint256 amount) private {
        _undistributed[slashId][asset] = amount;
        try this.distribute(slashId, asset) {}
        catch {
            emit SlashDistributionDeferred(slashId, asset, amount);
        }
    }

    /// @dev A recipient that the asset refuses leaves its part to the next: the reporter to the sink, the sink to the
    /// network's rewards. Nobody keeps another from its share.
    function _pays(address asset, address recipient, uint256 amount) private returns (bool) {
        if (amount == 0) return true;
        try delegationManager.payFromSlashed(asset, recipient, amount) {
            return true;
        } catch {
            return false;
        }
    }

    function _termsOf(ITaskManager.Task memory task) private view returns (INetworkRegistry.NetworkParameters memory) {
        return networkRegistry.parametersOfVersion(task.network, task.parametersVersion);
    }

    function _recipientOf(INetworkRegistry.NetworkParameters memory terms) private view returns (address) {
        if (terms.slashSink == INetworkRegistry.SlashSink.Burn) return BURN_ADDRESS;
        if (terms.slashSink == INetworkRegistry.SlashSink.RewardPot) return address(rewardsCoordinator);
        return terms.slashRecipient;
    }

    function _isCommitted(address reporter, bytes32 evidenceHash) private view returns (bool) {
        uint256 committedAt = _committedAt[keccak256(abi.encode(reporter, evidenceHash))];
        return committedAt != 0 && committedAt < block.number;
    }

    function _requireSlashable(bytes32 taskId, ITaskManager.Task memory task, address operator) private view {
        if (task.network == address(0)) revert TaskNotFound(taskId);
        if (stakeRegistry.weightAt(task.network, operator, task.referenceBlock) == 0) {
            revert NotAssigned(taskId, operator);
        }
        uint64 until = networkRegistry.slashableUntil(task.network, operator);
        if (block.timestamp > until) revert NoLongerSlashable(operator, until);
    }

    function _requireSigned(
        bytes32 taskId,
        uint64 referenceBlock,
        address operator,
        bytes32 responseHash,
        bytes calldata signature
    ) private view {
        bytes32 digest = taskManager.responseDigest(taskId, referenceBlock, responseHash);
        bytes memory key = operatorRegistry.blsKeyOf(operator);
        if (!BLS12381.verify(key, digest, signature, BLS12381.SIGNATURE_DST)) revert InvalidSignature(responseHash);
    }
}
