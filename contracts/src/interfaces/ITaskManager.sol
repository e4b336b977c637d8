// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Tasks, from a paid request to a final answer
interface ITaskManager {
    enum TaskStatus {
        Unknown,
        Open,
        Responded,
        Final,
        Expired,
        Challenged,
        Rejected
    }

    /// @param referenceBlock Weights and keys count as of the end of this block, the one before creation.
    /// @param deadline Last timestamp at which a response is accepted.
    /// @param challengeDeadline Last timestamp of the challenge window; zero before a response.
    /// @param parametersVersion The network's parameters at creation: terms of a challenge and of a slash.
    /// @param nonSignersHash keccak256 of the packed non-signers of the accepted response; zero when everybody signed.
    struct Task {
        address network;
        uint32 parametersVersion;
        address creator;
        uint64 referenceBlock;
        uint64 deadline;
        uint64 challengeWindow;
        uint64 challengeDeadline;
        uint16 quorumBps;
        TaskStatus status;
        bytes32 payloadHash;
        bytes32 responseHash;
        bytes32 nonSignersHash;
    }

    event TaskCreated(
        bytes32 indexed taskId,
        address indexed network,
        address indexed creator,
        bytes payload,
        uint64 referenceBlock,
        uint64 deadline,
        uint16 quorumBps,
        address feeToken,
        uint256 fee
    );
    /// @param nonSigners Operators with weight at the reference block that did not sign, ascending by address.
    event TaskResponded(
        bytes32 indexed taskId,
        address indexed network,
        address indexed aggregator,
        bytes response,
        bytes32 responseHash,
        address[] nonSigners,
        uint256 signedWeight,
        uint256 totalWeight,
        uint64 challengeDeadline
    );
    event TaskExpired(bytes32 indexed taskId);
    event TaskFinalized(bytes32 indexed taskId);

    error NetworkNotWhitelisted(address network);
    error NoWeightAtReference(address network);
    error TooFewOperators(uint256 count, uint256 minimum);
    error NotChallengeManager(address caller);
    error PayloadTooLong(uint256 length, uint256 maximum);
    error ResponseTooLong(uint256 length, uint256 maximum);
    error TaskNotOpen(bytes32 taskId);
    error TaskNotResponded(bytes32 taskId);
    error ResponseWindowClosed(uint64 deadline);
    error ResponseWindowOpen(uint64 deadline);
    error ChallengeWindowOpen(uint64 challengeDeadline);
    error NonSignersNotSorted();
    error NonSignerWithoutWeight(address operator);
    error WrongAggregateKey();
    error NoSigners();
    error QuorumNotReached(uint256 signedWeight, uint256 requiredWeight);
    error InvalidSignature();

    /// @notice Pays the network's fee (pulled from the caller) and opens a task.
    /// @return taskId `keccak256(abi.encode(chainid, this, counter, network, keccak256(payload), referenceBlock))`: a task
    /// that a reorganisation replaces never shares its id with another payload or reference block.
    function createTask(address network, bytes calldata payload) external returns (bytes32 taskId);

    /// @notice Accepts a response by the quorum's aggregated signature. Anyone may call.
    /// @param nonSigners Operators with weight at the reference block that did not sign, strictly ascending by address.
    /// @param aggregateKey The network's sum of keys at the reference block, 128 bytes (EIP-2537).
    /// @param signature The sum of the signers' G2 signatures over `responseDigest`, 256 bytes (EIP-2537).
    function respond(
        bytes32 taskId,
        bytes calldata response,
        address[] calldata nonSigners,
        bytes calldata aggregateKey,
        bytes calldata signature
    ) external;

    /// @notice Makes an unchallenged response final once its challenge window has passed. Anyone may call.
    function finalize(bytes32 taskId) external;

    /// @notice Marks a task that got no response by its deadline. Anyone may call.
    function expire(bytes32 taskId) external;

    /// @notice ChallengeManager only: a responded task waits for its challenge's decision.
    function beginChallenge(bytes32 taskId) external;

    /// @notice ChallengeManager only: the task is rejected for ever, or its response stands as before.
    function endChallenge(bytes32 taskId, bool rejected) external;

    /// @notice The fee that `createTask` would pull now.
    function feeOf(address network, uint256 payloadLength) external view returns (address token, uint256 fee);

    function taskOf(bytes32 taskId) external view returns (Task memory);

    function taskCount() external view returns (uint256);

    /// @notice The message that operators sign under `BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_`:
    /// `keccak256(abi.encode(keccak256("NektarTaskResponse(uint256 chainId,address taskManager,bytes32 taskId,uint64 referenceBlock,bytes32 responseHash)"), chainid, this, taskId, referenceBlock, responseHash))`.
    function responseDigest(bytes32 taskId, uint64 referenceBlock, bytes32 responseHash) external view returns (bytes32);
}
