// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Bonded challenges of accepted responses
/// @notice Anyone may challenge a response within its window. The network's verifier decides, at once or within the
/// network's resolution window. Wrong: the task is rejected, the bond returned, and every signer may be slashed. Right: the
/// bond goes to the network's rewards. Undecided for too long: the bond is returned and the response stands.
interface IChallengeManager {
    enum Outcome {
        Pending,
        Upheld,
        Failed,
        Dismissed
    }

    /// @param payload The task's payload, as in `TaskCreated`.
    /// @param response The accepted response, as in `TaskResponded`.
    /// @param nonSigners The accepted response's non-signers, as in `TaskResponded`; read only to slash.
    /// @param signers Signers to slash at once if the challenge is upheld; the rest by `slashSigners`.
    struct Evidence {
        bytes payload;
        bytes response;
        address[] nonSigners;
        address[] signers;
    }

    /// @param resolveBy Last timestamp at which the verifier's decision counts.
    struct Challenge {
        bytes32 taskId;
        address challenger;
        uint64 resolveBy;
        Outcome outcome;
        address bondToken;
        uint256 bond;
    }

    event ChallengeRaised(
        bytes32 indexed challengeId,
        bytes32 indexed taskId,
        address indexed challenger,
        address network,
        address bondToken,
        uint256 bond,
        uint64 resolveBy
    );
    /// @param bondReturned What the challenger got back; a bond that is not returned went to the network's rewards.
    event ChallengeResolved(bytes32 indexed challengeId, bytes32 indexed taskId, Outcome outcome, uint256 bondReturned);

    error ChallengeNotFound(bytes32 challengeId);
    error ChallengeNotPending(bytes32 challengeId);
    error ChallengeNotUpheld(bytes32 challengeId);
    error ChallengeUndecided(bytes32 challengeId, uint64 resolveBy);
    error TaskNotChallengeable(bytes32 taskId);
    error ChallengeWindowClosed(uint64 challengeDeadline);
    error WrongPayload();
    error WrongResponse();
    error WrongNonSigners();
    error NotASigner(address operator);
    error TransferAmountMismatch(uint256 expected, uint256 received);

    /// @notice Pulls the network's bond from the caller and challenges the accepted response. Decided at once when the
    /// verifier knows the answer.
    /// @return challengeId `keccak256(abi.encode(chainid, this, counter, taskId, challenger))`.
    function challenge(bytes32 taskId, Evidence calldata evidence) external returns (bytes32 challengeId);

    /// @notice Asks the verifier again about a pending challenge; dismisses it once its time has passed. Anyone may call.
    function resolve(bytes32 challengeId, Evidence calldata evidence) external;

    /// @notice Slashes `signers` of a response whose challenge was upheld. Those slashed before are passed over. Anyone
    /// may call, as often as needed: a response may have more signers than one transaction can slash.
    function slashSigners(bytes32 challengeId, address[] calldata nonSigners, address[] calldata signers) external;

    function challengeOf(bytes32 challengeId) external view returns (Challenge memory);
}
