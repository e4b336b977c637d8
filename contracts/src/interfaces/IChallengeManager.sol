// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Bonded challenges of accepted responses
/// @notice Anyone may challenge a response within its window. The network's verifier decides, at once or within the
/// network's resolution window. Wrong: the task is rejected, the bond returned, and every signer may be slashed. Right: the
/// bond goes to the network's rewards. Undecided for too long: the bond is returned and the response stands. A bond whose
/// token is halted is held, and no reason to wait with the outcome.
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

    /// @notice The bond could be paid to nobody for now; `settleBond` pays it later.
    event BondHeld(bytes32 indexed challengeId, address indexed token, uint256 amount);
    /// @param bondReturned What the challenger got back of a bond that was held; the rest went to the network's rewards.
    event BondSettled(bytes32 indexed challengeId, uint256 bondReturned);

    error ChallengeNotFound(bytes32 challengeId);
    error ChallengeNotPending(bytes32 challengeId);
    error ChallengeNotUpheld(bytes32 challengeId);
    error ChallengeUndecided(bytes32 challengeId, uint64 resolveBy);
    error TaskNotChallengeable(bytes32 taskId);
    error ChallengeWindowClosed(uint64 challengeDeadline);
    error BondNotHeld(bytes32 challengeId);
    error BondStillHeld(bytes32 challengeId);
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

    /// @notice Pays a bond that was held: to the challenger, unless the challenge failed or its token refuses that. Anyone
    /// may call.
    function settleBond(bytes32 challengeId) external;

    /// @notice The part of a challenge's bond that is held although the challenge is resolved.
    function heldBondOf(bytes32 challengeId) external view returns (uint256);

    function challengeOf(bytes32 challengeId) external view returns (Challenge memory);
}
