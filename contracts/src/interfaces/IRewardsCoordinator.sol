// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What networks pay, and who may take it
interface IRewardsCoordinator {
    enum AccrualSource {
        Fee,
        ForfeitedBond,
        SlashedStake
    }

    struct Root {
        bytes32 root;
        bytes32 bundleHash;
        uint256 total;
        uint64 activatesAt;
        bool disabled;
    }

    /// @notice Pays `amountPerEpoch` in each of the epochs `[firstEpoch, firstEpoch + epochs)`.
    event RewardsScheduled(
        bytes32 indexed scheduleId,
        address indexed network,
        address indexed token,
        uint256 amountPerEpoch,
        uint64 firstEpoch,
        uint64 epochs
    );
    /// @param taskId The task that paid; zero when there is none.
    event RewardsAccrued(
        address indexed network,
        address indexed token,
        uint64 epoch,
        uint256 amount,
        AccrualSource source,
        bytes32 taskId
    );
    /// @param total Sum of the cumulative amounts of all leaves of the tree.
    event RootSubmitted(uint64 indexed epoch, bytes32 root, bytes32 bundleHash, uint256 total, uint64 activatesAt);
    event RootDisabled(uint64 indexed epoch, bytes32 root);
    event ClaimerSet(address indexed earner, address indexed claimer);
    event RewardsClaimed(
        address indexed earner, address indexed token, address recipient, uint256 amount, uint256 cumulative
    );

    error NetworkNotRegistered(address network);
    error NotAccruer(address caller);
    error FirstEpochNotInFuture(uint64 firstEpoch, uint64 currentEpoch);
    error InvalidSchedule();
    error TransferAmountMismatch(uint256 expected, uint256 received);
    error EpochNotEnded(uint64 epoch);
    error RootAlreadySubmitted(uint64 epoch);
    error RootNotFound(uint64 epoch);
    error RootNotActive(uint64 epoch);
    error RootIsDisabled(uint64 epoch);
    error RootAlreadyActive(uint64 epoch);
    error InvalidProof();
    error NothingToClaim();
    error NotClaimer(address earner, address caller);
    error ClaimExceedsFunds(address token, uint256 available, uint256 requested);
    error ZeroAddress();

    /// @notice Pulls `amountPerEpoch * epochs` of `token` and schedules it for a registered network. Anyone may fund.
    /// @param firstEpoch Must lie in the future, so that no funding changes an epoch that has begun.
    function fundSchedule(address network, address token, uint256 amountPerEpoch, uint64 firstEpoch, uint64 epochs)
        external
        returns (bytes32 scheduleId);

    /// @notice TaskManager, ChallengeManager and SlashingManager only: books `amount` of `token`, already transferred here, for the current epoch.
    function accrue(address network, address token, uint256 amount, AccrualSource source, bytes32 taskId) external;

    /// @notice Root submitter only: the Merkle root of an ended epoch. A disabled root may be replaced.
    /// @param root Root of OpenZeppelin's standard tree over `[address earner, address token, uint256 cumulative]`;
    /// zero when nobody has earned anything yet.
    /// @param bundleHash sha256 of the epoch's canonical calculation bundle.
    function submitRoot(uint64 epoch, bytes32 root, bytes32 bundleHash, uint256 total) external;

    /// @notice Guardian only: disables a root before it activates.
    function disableRoot(uint64 epoch) external;

    /// @notice Allows `claimer` to claim for the caller; zero takes it back.
    function setClaimer(address claimer) external;

    /// @notice Pays `cumulative - claimed` to `recipient`. The earner or its claimer only.
    function claim(
        uint64 epoch,
        address earner,
        address token,
        uint256 cumulative,
        bytes32[] calldata proof,
        address recipient
    ) external returns (uint256 amount);

    /// @notice Seconds between a root's submission and its activation.
    function activationDelay() external view returns (uint64);

    function rootOf(uint64 epoch) external view returns (Root memory);

    function claimerOf(address earner) external view returns (address);

    /// @notice Cumulative amount of `token` that `earner` has claimed.
    function claimedOf(address earner, address token) external view returns (uint256);

    /// @notice Amount of `token` that came in and was not claimed yet.
    function fundsOf(address token) external view returns (uint256);
}
