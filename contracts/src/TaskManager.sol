// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Pausable} from "./Pausable.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {IRewardsCoordinator} from "./interfaces/IRewardsCoordinator.sol";
import {IStakeRegistry} from "./interfaces/IStakeRegistry.sol";
import {ITaskManager} from "./interfaces/ITaskManager.sol";
import {BLS12381} from "./libraries/BLS12381.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {NonSigners} from "./libraries/NonSigners.sol";

contract TaskManager is ITaskManager, Pausable, ReentrancyGuardTransient {
    bytes32 private constant RESPONSE_TYPEHASH = keccak256(
        "NektarTaskResponse(uint256 chainId,address taskManager,bytes32 taskId,uint64 referenceBlock,bytes32 responseHash)"
    );
    uint256 private constant MAX_BPS = 10_000;

    /// @notice Longest payload and longest response, in bytes: whatever enters a challenge must be checkable on chain.
    uint256 public constant MAX_PAYLOAD_LENGTH = 4096;
    uint256 public constant MAX_RESPONSE_LENGTH = 4096;

    INetworkRegistry public immutable networkRegistry;
    IOperatorRegistry public immutable operatorRegistry;
    IStakeRegistry public immutable stakeRegistry;
    IRewardsCoordinator public immutable rewardsCoordinator;
    address public immutable challengeManager;

    /// @inheritdoc ITaskManager
    uint256 public taskCount;
    mapping(bytes32 taskId => Task) private _tasks;

    constructor(
        IPauses pauses_,
        INetworkRegistry networkRegistry_,
        IOperatorRegistry operatorRegistry_,
        IStakeRegistry stakeRegistry_,
        IRewardsCoordinator rewardsCoordinator_,
        address challengeManager_
    ) Pausable(pauses_) {
        networkRegistry = networkRegistry_;
        operatorRegistry = operatorRegistry_;
        stakeRegistry = stakeRegistry_;
        rewardsCoordinator = rewardsCoordinator_;
        challengeManager = challengeManager_;
    }

    modifier onlyChallengeManager() {
        if (msg.sender != challengeManager) revert NotChallengeManager(msg.sender);
        _;
    }

    /// @inheritdoc ITaskManager
    function createTask(address network, bytes calldata payload)
        external
        nonReentrant
        whenOpen(IPauses.PauseGroup.Tasks)
        returns (bytes32 taskId)
    {
        if (payload.length > MAX_PAYLOAD_LENGTH) revert PayloadTooLong(payload.length, MAX_PAYLOAD_LENGTH);
        if (networkRegistry.statusOf(network) != INetworkRegistry.NetworkStatus.Whitelisted) {
            revert NetworkNotWhitelisted(network);
        }
        (INetworkRegistry.NetworkParameters memory parameters, uint32 version) = networkRegistry.parametersOf(network);
        Task memory task = _newTask(network, parameters, keccak256(payload));
        task.parametersVersion = version;
        _requireOperators(network, task.referenceBlock, parameters.minimumOperators);

        taskId = keccak256(
            abi.encode(block.chainid, address(this), taskCount++, network, task.payloadHash, task.referenceBlock)
        );
        _tasks[taskId] = task;
        uint256 fee = _fee(parameters, payload.length);
        emit TaskCreated(
            taskId,
            network,
            msg.sender,
            payload,
            task.referenceBlock,
            task.deadline,
            task.quorumBps,
            parameters.feeToken,
            fee
        );
        if (fee > 0) _payFee(taskId, network, parameters.feeToken, fee);
    }

    /// @inheritdoc ITaskManager
    function respond(
        bytes32 taskId,
        bytes calldata response,
        address[] calldata nonSigners,
        bytes calldata aggregateKey,
        bytes calldata signature
    ) external whenOpen(IPauses.PauseGroup.Tasks) {
        Task storage task = _tasks[taskId];
        if (task.status != TaskStatus.Open) revert TaskNotOpen(taskId);
        if (block.timestamp > task.deadline) revert ResponseWindowClosed(task.deadline);
        if (response.length > MAX_RESPONSE_LENGTH) revert ResponseTooLong(response.length, MAX_RESPONSE_LENGTH);

        bytes32 responseHash = keccak256(response);
        (uint256 signedWeight, uint256 totalWeight, bytes memory signersKey) = _signers(task, nonSigners, aggregateKey);
        if (!_isSigned(taskId, task.referenceBlock, responseHash, signersKey, signature)) revert InvalidSignature();

        task.status = TaskStatus.Responded;
        task.responseHash = responseHash;
        task.nonSignersHash = NonSigners.hashOf(nonSigners);
        task.challengeDeadline = uint64(block.timestamp) + task.challengeWindow;
        _emitResponded(taskId, response, nonSigners, signedWeight, totalWeight);
    }

    /// @inheritdoc ITaskManager
    function finalize(bytes32 taskId)
        external
        whenOpen(IPauses.PauseGroup.Tasks)
        whenOpen(IPauses.PauseGroup.Slashing)
    {
        Task storage task = _tasks[taskId];
        if (task.status != TaskStatus.Responded) revert TaskNotResponded(taskId);
        if (block.timestamp <= task.challengeDeadline) revert ChallengeWindowOpen(task.challengeDeadline);
        task.status = TaskStatus.Final;
        emit TaskFinalized(taskId);
    }

    /// @inheritdoc ITaskManager
    function expire(bytes32 taskId) external {
        Task storage task = _tasks[taskId];
        if (task.status != TaskStatus.Open) revert TaskNotOpen(taskId);
        if (block.timestamp <= task.deadline) revert ResponseWindowOpen(task.deadline);
        task.status = TaskStatus.Expired;
        emit TaskExpired(taskId);
    }

    /// @inheritdoc ITaskManager
    function beginChallenge(bytes32 taskId) external onlyChallengeManager {
        _tasks[taskId].status = TaskStatus.Challenged;
    }

    /// @inheritdoc ITaskManager
    function endChallenge(bytes32 taskId, bool rejected) external onlyChallengeManager {
        _tasks[taskId].status = rejected ? TaskStatus.Rejected : TaskStatus.Responded;
    }

    /// @inheritdoc ITaskManager
    function feeOf(address network, uint256 payloadLength) external view returns (address token, uint256 fee) {
        (INetworkRegistry.NetworkParameters memory parameters,) = networkRegistry.parametersOf(network);
        return (parameters.feeToken, _fee(parameters, payloadLength));
    }

    /// @inheritdoc ITaskManager
    function taskOf(bytes32 taskId) external view returns (Task memory) {
        return _tasks[taskId];
    }

    /// @inheritdoc ITaskManager
    function responseDigest(bytes32 taskId, uint64 referenceBlock, bytes32 responseHash) public view returns (bytes32) {
        return
            keccak256(abi.encode(RESPONSE_TYPEHASH, block.chainid, address(this), taskId, referenceBlock, responseHash));
    }

    function _newTask(address network, INetworkRegistry.NetworkParameters memory parameters, bytes32 payloadHash)
        private
        view
        returns (Task memory task)
    {
        task.network = network;
        task.creator = msg.sender;
        task.referenceBlock = uint64(block.number) - 1;
        task.deadline = uint64(block.timestamp) + parameters.responseWindow;
        task.challengeWindow = parameters.challengeWindow;
        task.quorumBps = parameters.quorumBps;
        task.status = TaskStatus.Open;
        task.payloadHash = payloadHash;
    }

    function _requireOperators(address network, uint64 referenceBlock, uint32 minimum) private view {
        uint256 count = stakeRegistry.operatorCountAt(network, referenceBlock);
        if (count == 0) revert NoWeightAtReference(network);
        if (count < minimum) revert TooFewOperators(count, minimum);
    }

    function _payFee(bytes32 taskId, address network, address token, uint256 fee) private {
        ExactTransfer.pull(token, msg.sender, address(rewardsCoordinator), fee);
        rewardsCoordinator.accrue(network, token, fee, IRewardsCoordinator.AccrualSource.Fee, taskId);
    }

    /// @dev The network's sum of keys at the reference block less the non-signers': the cost grows with those only.
    function _signers(Task storage task, address[] calldata nonSigners, bytes calldata aggregateKey)
        private
        view
        returns (uint256 signedWeight, uint256 totalWeight, bytes memory signersKey)
    {
        (address network, uint64 referenceBlock) = (task.network, task.referenceBlock);
        if (keccak256(aggregateKey) != stakeRegistry.aggregateKeyHashAt(network, referenceBlock)) {
            revert WrongAggregateKey();
        }
        (uint256 missingWeight, bytes memory missingKey) = _missing(network, referenceBlock, nonSigners);
        totalWeight = stakeRegistry.totalWeightAt(network, referenceBlock);
        signedWeight = totalWeight - missingWeight;
        if (signedWeight == 0) revert NoSigners();
        uint256 requiredWeight = Math.mulDiv(totalWeight, task.quorumBps, MAX_BPS, Math.Rounding.Ceil);
        if (signedWeight < requiredWeight) revert QuorumNotReached(signedWeight, requiredWeight);
        signersKey = BLS12381.addG1(aggregateKey, BLS12381.negateG1(missingKey));
    }

    /// @dev The non-signers' weight and the sum of their keys. The strict order rules out that one counts twice.
    function _missing(address network, uint64 referenceBlock, address[] calldata nonSigners)
        private
        view
        returns (uint256 weight, bytes memory key)
    {
        key = new bytes(BLS12381.G1_LENGTH);
        for (uint256 i = 0; i < nonSigners.length; i++) {
            address operator = nonSigners[i];
            if (i > 0 && operator <= nonSigners[i - 1]) revert NonSignersNotSorted();
            uint256 operatorWeight = stakeRegistry.weightAt(network, operator, referenceBlock);
            if (operatorWeight == 0) revert NonSignerWithoutWeight(operator);
            weight += operatorWeight;
            key = BLS12381.addG1(key, operatorRegistry.blsKeyOf(operator));
        }
    }

    function _emitResponded(
        bytes32 taskId,
        bytes calldata response,
        address[] calldata nonSigners,
        uint256 signedWeight,
        uint256 totalWeight
    ) private {
        Task storage task = _tasks[taskId];
        emit TaskResponded(
            taskId,
            task.network,
            msg.sender,
            response,
            task.responseHash,
            nonSigners,
            signedWeight,
            totalWeight,
            task.challengeDeadline
        );
    }

    function _isSigned(
        bytes32 taskId,
        uint64 referenceBlock,
        bytes32 responseHash,
        bytes memory signersKey,
        bytes calldata signature
    ) private view returns (bool) {
        bytes32 digest = responseDigest(taskId, referenceBlock, responseHash);
        return BLS12381.verify(signersKey, digest, signature, BLS12381.SIGNATURE_DST);
    }

    function _fee(INetworkRegistry.NetworkParameters memory parameters, uint256 payloadLength)
        private
        pure
        returns (uint256)
    {
        return parameters.baseFee + parameters.feePerByte * payloadLength;
    }
}
