// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Pausable} from "./Pausable.sol";
import {IEpochClock} from "./interfaces/IEpochClock.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {IRewardsCoordinator} from "./interfaces/IRewardsCoordinator.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";

contract RewardsCoordinator is IRewardsCoordinator, AccessManaged, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IEpochClock public immutable epochClock;
    INetworkRegistry public immutable networkRegistry;
    IOperatorRegistry public immutable operatorRegistry;
    address public immutable taskManager;
    address public immutable challengeManager;
    address public immutable slashingManager;
    uint64 public immutable activationDelay;

    mapping(uint64 epoch => Root) private _roots;
    mapping(address earner => address claimer) private _claimers;
    mapping(address earner => mapping(address token => uint256)) private _claimed;
    /// @dev Booked amounts, never balances: what somebody sends here uninvited pays nobody.
    mapping(address token => uint256) private _funds;
    uint256 private _scheduleCount;

    constructor(
        address authority,
        IEpochClock epochClock_,
        INetworkRegistry networkRegistry_,
        IOperatorRegistry operatorRegistry_,
        address taskManager_,
        address challengeManager_,
        address slashingManager_,
        uint64 activationDelay_
    ) AccessManaged(authority) Pausable(IPauses(authority)) {
        epochClock = epochClock_;
        networkRegistry = networkRegistry_;
        operatorRegistry = operatorRegistry_;
        taskManager = taskManager_;
        challengeManager = challengeManager_;
        slashingManager = slashingManager_;
        activationDelay = activationDelay_;
    }

    /// @inheritdoc IRewardsCoordinator
    function fundSchedule(address network, address token, uint256 amountPerEpoch, uint64 firstEpoch, uint64 epochs)
        external
        nonReentrant
        returns (bytes32 scheduleId)
    {
        if (networkRegistry.statusOf(network) == INetworkRegistry.NetworkStatus.Unregistered) {
            revert NetworkNotRegistered(network);
        }
        if (amountPerEpoch == 0 || epochs == 0 || epochs > type(uint64).max - firstEpoch) revert InvalidSchedule();
        uint64 currentEpoch = epochClock.currentEpoch();
        if (firstEpoch <= currentEpoch) revert FirstEpochNotInFuture(firstEpoch, currentEpoch);

        uint256 total = amountPerEpoch * epochs;
        _funds[token] += total;
        scheduleId = keccak256(abi.encode(block.chainid, address(this), _scheduleCount++));
        emit RewardsScheduled(scheduleId, network, token, amountPerEpoch, firstEpoch, epochs);
        ExactTransfer.pull(token, msg.sender, address(this), total);
    }

    /// @inheritdoc IRewardsCoordinator
    function accrue(address network, address token, uint256 amount, AccrualSource source, bytes32 taskId) external {
        bool known = msg.sender == taskManager || msg.sender == challengeManager || msg.sender == slashingManager;
        if (!known) revert NotAccruer(msg.sender);
        _funds[token] += amount;
        emit RewardsAccrued(network, token, epochClock.currentEpoch(), amount, source, taskId);
    }

    /// @inheritdoc IRewardsCoordinator
    function submitRoot(uint64 epoch, bytes32 root, bytes32 bundleHash, uint256 total) external restricted {
        if (epoch >= epochClock.currentEpoch()) revert EpochNotEnded(epoch);
        Root storage current = _roots[epoch];
        if (current.activatesAt != 0 && !current.disabled) revert RootAlreadySubmitted(epoch);
        uint64 activatesAt = uint64(block.timestamp) + activationDelay;
        _roots[epoch] =
            Root({root: root, bundleHash: bundleHash, total: total, activatesAt: activatesAt, disabled: false});
        emit RootSubmitted(epoch, root, bundleHash, total, activatesAt);
    }

    /// @inheritdoc IRewardsCoordinator
    function disableRoot(uint64 epoch) external restricted {
        Root storage root = _roots[epoch];
        if (root.activatesAt == 0) revert RootNotFound(epoch);
        if (root.disabled) revert RootIsDisabled(epoch);
        if (block.timestamp >= root.activatesAt) revert RootAlreadyActive(epoch);
        root.disabled = true;
        emit RootDisabled(epoch, root.root);
    }

    /// @inheritdoc IRewardsCoordinator
    function setClaimer(address claimer) external {
        _claimers[msg.sender] = claimer;
        emit ClaimerSet(msg.sender, claimer);
    }

    /// @inheritdoc IRewardsCoordinator
    function claim(
        uint64 epoch,
        address earner,
        address token,
        uint256 cumulative,
        bytes32[] calldata proof,
        address recipient
    ) external nonReentrant whenOpen(IPauses.PauseGroup.Claims) returns (uint256 amount) {
        if (recipient == address(0)) revert ZeroAddress();
        if (msg.sender != earner && msg.sender != claimerOf(earner)) revert NotClaimer(earner, msg.sender);
        _requireProven(epoch, earner, token, cumulative, proof);
        uint256 claimed = _claimed[earner][token];
        if (cumulative <= claimed) revert NothingToClaim();
        amount = cumulative - claimed;
        uint256 available = _funds[token];
        if (amount > available) revert ClaimExceedsFunds(token, available, amount);

        _claimed[earner][token] = cumulative;
        _funds[token] = available - amount;
        emit RewardsClaimed(earner, token, recipient, amount, cumulative);
        IERC20(token).safeTransfer(recipient, amount);
    }

    /// @inheritdoc IRewardsCoordinator
    function rootOf(uint64 epoch) external view returns (Root memory) {
        return _roots[epoch];
    }

    /// @inheritdoc IRewardsCoordinator
    function claimedOf(address earner, address token) external view returns (uint256) {
        return _claimed[earner][token];
    }

    /// @inheritdoc IRewardsCoordinator
    function fundsOf(address token) external view returns (uint256) {
        return _funds[token];
    }

    /// @inheritdoc IRewardsCoordinator
    function claimerOf(address earner) public view returns (address) {
        address claimer = _claimers[earner];
        return claimer != address(0) ? claimer : operatorRegistry.payoutOf(earner);
    }

    /// @dev A leaf of OpenZeppelin's standard tree, hashed twice so that no inner node can pass for one.
    function _requireProven(uint64 epoch, address earner, address token, uint256 cumulative, bytes32[] calldata proof)
        private
        view
    {
        Root storage root = _roots[epoch];
        if (root.activatesAt == 0) revert RootNotFound(epoch);
        if (root.disabled) revert RootIsDisabled(epoch);
        if (block.timestamp < root.activatesAt) revert RootNotActive(epoch);
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(earner, token, cumulative))));
        // A zero root says that nobody has earned anything; no leaf hashes to it.
        if (!MerkleProof.verifyCalldata(proof, root.root, leaf)) revert InvalidProof();
    }
}
