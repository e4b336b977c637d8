// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Pausable} from "./Pausable.sol";
import {IChallengeManager} from "./interfaces/IChallengeManager.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {IRewardsCoordinator} from "./interfaces/IRewardsCoordinator.sol";
import {ISlashingManager} from "./interfaces/ISlashingManager.sol";
import {IStakeRegistry} from "./interfaces/IStakeRegistry.sol";
import {ITaskManager} from "./interfaces/ITaskManager.sol";
import {ITaskVerifier} from "./interfaces/ITaskVerifier.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {NonSigners} from "./libraries/NonSigners.sol";

contract ChallengeManager is IChallengeManager, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    INetworkRegistry public immutable networkRegistry;
    IStakeRegistry public immutable stakeRegistry;
    ITaskManager public immutable taskManager;
    ISlashingManager public immutable slashingManager;
    IRewardsCoordinator public immutable rewardsCoordinator;

    mapping(bytes32 challengeId => Challenge) private _challenges;
    mapping(bytes32 challengeId => uint256) private _heldBonds;
    uint256 private _challengeCount;

    constructor(
        IPauses pauses_,
        INetworkRegistry networkRegistry_,
        IStakeRegistry stakeRegistry_,
        ITaskManager taskManager_,
        ISlashingManager slashingManager_,
        IRewardsCoordinator rewardsCoordinator_
    ) Pausable(pauses_) {
        networkRegistry = networkRegistry_;
        stakeRegistry = stakeRegistry_;
        taskManager = taskManager_;
        slashingManager = slashingManager_;
        rewardsCoordinator = rewardsCoordinator_;
    }

    /// @inheritdoc IChallengeManager
    function challenge(bytes32 taskId, Evidence calldata evidence)
        external
        nonReentrant
        whenOpen(IPauses.PauseGroup.Slashing)
        returns (bytes32 challengeId)
    {
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        if (task.status != ITaskManager.TaskStatus.Responded) revert TaskNotChallengeable(taskId);
        if (block.timestamp > task.challengeDeadline) revert ChallengeWindowClosed(task.challengeDeadline);
        _requireMatching(task, evidence);

        challengeId = _raise(taskId, task);
        Challenge storage raised = _challenges[challengeId];
        taskManager.beginChallenge(taskId);
        if (raised.bond > 0) ExactTransfer.pull(raised.bondToken, msg.sender, address(this), raised.bond);
        _decide(challengeId, raised, task, evidence);
    }

    /// @inheritdoc IChallengeManager
    function resolve(bytes32 challengeId, Evidence calldata evidence)
        external
        nonReentrant
        whenOpen(IPauses.PauseGroup.Slashing)
    {
        Challenge storage raised = _requireKnown(challengeId);
        if (raised.outcome != Outcome.Pending) revert ChallengeNotPending(challengeId);
        ITaskManager.Task memory task = taskManager.taskOf(raised.taskId);
        if (block.timestamp > raised.resolveBy) {
            _close(challengeId, raised, Outcome.Dismissed);
            return;
        }
        _requireMatching(task, evidence);
        _decide(challengeId, raised, task, evidence);
        if (raised.outcome == Outcome.Pending) revert ChallengeUndecided(challengeId, raised.resolveBy);
    }

    /// @inheritdoc IChallengeManager
    function slashSigners(bytes32 challengeId, address[] calldata nonSigners, address[] calldata signers)
        external
        nonReentrant
        whenOpen(IPauses.PauseGroup.Slashing)
    {
        Challenge storage upheld = _requireKnown(challengeId);
        if (upheld.outcome != Outcome.Upheld) revert ChallengeNotUpheld(challengeId);
        _slashSigners(challengeId, upheld, taskManager.taskOf(upheld.taskId), nonSigners, signers);
    }

    /// @inheritdoc IChallengeManager
    function settleBond(bytes32 challengeId) external nonReentrant {
        if (_heldBonds[challengeId] == 0) revert BondNotHeld(challengeId);
        delete _heldBonds[challengeId];
        Challenge storage settled = _challenges[challengeId];
        bool returned = _returnBond(settled);
        if (!returned && !_forfeitBond(settled)) revert BondStillHeld(challengeId);
        emit BondSettled(challengeId, returned ? settled.bond : 0);
    }

    /// @inheritdoc IChallengeManager
    function heldBondOf(bytes32 challengeId) external view returns (uint256) {
        return _heldBonds[challengeId];
    }

    /// @inheritdoc IChallengeManager
    function challengeOf(bytes32 challengeId) external view returns (Challenge memory) {
        return _challenges[challengeId];
    }

    function _raise(bytes32 taskId, ITaskManager.Task memory task) private returns (bytes32 challengeId) {
        INetworkRegistry.NetworkParameters memory terms =
            networkRegistry.parametersOfVersion(task.network, task.parametersVersion);
        uint64 resolveBy = uint64(block.timestamp) + terms.resolutionWindow;
        challengeId = keccak256(abi.encode(block.chainid, address(this), _challengeCount++, taskId, msg.sender));
        _challenges[challengeId] = Challenge({
            taskId: taskId,
            challenger: msg.sender,
            resolveBy: resolveBy,
            outcome: Outcome.Pending,
            bondToken: terms.bondToken,
            bond: terms.bond
        });
        emit ChallengeRaised(challengeId, taskId, msg.sender, task.network, terms.bondToken, terms.bond, resolveBy);
    }

    function _decide(
        bytes32 challengeId,
        Challenge storage raised,
        ITaskManager.Task memory task,
        Evidence calldata evidence
    ) private {
        ITaskVerifier.Verdict verdict = ITaskVerifier(task.network)
            .verify(raised.taskId, evidence.payload, evidence.response);
        if (verdict == ITaskVerifier.Verdict.Undecided) return;
        if (verdict == ITaskVerifier.Verdict.Right) {
            _close(challengeId, raised, Outcome.Failed);
            return;
        }
        _close(challengeId, raised, Outcome.Upheld);
        if (evidence.signers.length > 0) {
            _slashSigners(challengeId, raised, task, evidence.nonSigners, evidence.signers);
        }
    }

    function _close(bytes32 challengeId, Challenge storage raised, Outcome outcome) private {
        raised.outcome = outcome;
        taskManager.endChallenge(raised.taskId, outcome == Outcome.Upheld);
        bool returned = _returnBond(raised);
        emit ChallengeResolved(challengeId, raised.taskId, outcome, returned ? raised.bond : 0);
        if (returned || raised.bond == 0 || _forfeitBond(raised)) return;
        _heldBonds[challengeId] = raised.bond;
        emit BondHeld(challengeId, raised.bondToken, raised.bond);
    }

    /// @dev A challenger that its own token refuses to pay must not keep a wrong response from being rejected.
    function _returnBond(Challenge storage raised) private returns (bool) {
        if (raised.outcome == Outcome.Failed || raised.bond == 0) return false;
        return IERC20(raised.bondToken).trySafeTransfer(raised.challenger, raised.bond);
    }

    /// @dev Nor must a token that moves nothing at all.
    function _forfeitBond(Challenge storage raised) private returns (bool) {
        if (!IERC20(raised.bondToken).trySafeTransfer(address(rewardsCoordinator), raised.bond)) return false;
        IRewardsCoordinator.AccrualSource source = IRewardsCoordinator.AccrualSource.ForfeitedBond;
        address network = taskManager.taskOf(raised.taskId).network;
        rewardsCoordinator.accrue(network, raised.bondToken, raised.bond, source, raised.taskId);
        return true;
    }

    function _slashSigners(
        bytes32 challengeId,
        Challenge storage upheld,
        ITaskManager.Task memory task,
        address[] calldata nonSigners,
        address[] calldata signers
    ) private {
        if (NonSigners.hashOf(nonSigners) != task.nonSignersHash) {
            revert WrongNonSigners();
        }
        for (uint256 i = 0; i < signers.length; i++) {
            bool assigned = stakeRegistry.weightAt(task.network, signers[i], task.referenceBlock) > 0;
            if (!assigned || NonSigners.contains(nonSigners, signers[i])) revert NotASigner(signers[i]);
            slashingManager.slashWrongResponse(upheld.taskId, signers[i], upheld.challenger, challengeId);
        }
    }

    function _requireKnown(bytes32 challengeId) private view returns (Challenge storage known) {
        known = _challenges[challengeId];
        if (known.challenger == address(0)) revert ChallengeNotFound(challengeId);
    }

    function _requireMatching(ITaskManager.Task memory task, Evidence calldata evidence) private pure {
        if (keccak256(evidence.payload) != task.payloadHash) revert WrongPayload();
        if (keccak256(evidence.response) != task.responseHash) revert WrongResponse();
    }
}
