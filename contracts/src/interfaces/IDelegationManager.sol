// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Restaked assets: one pool of shares per operator and asset
/// @notice Deposits mint shares at the current rate, rounded down; redemptions pay assets at the current rate, rounded down.
/// A virtual share and a virtual asset guard the first deposit.
interface IDelegationManager {
    /// @param totalAssets Assets that back all shares, queued ones included.
    /// @param totalShares All shares, queued ones included.
    /// @param queuedShares Shares in the withdrawal queue: slashable, not counted in weights or rewards.
    struct Pool {
        uint256 totalAssets;
        uint256 totalShares;
        uint256 queuedShares;
    }

    struct Withdrawal {
        address delegator;
        address operator;
        address asset;
        uint256 shares;
        uint64 unlockAt;
        /// Assets that the shares were worth when queued, rounded down.
        uint256 assetsAtQueue;
        bool completed;
    }

    event AssetListed(address indexed asset, string symbol, uint8 decimals);
    /// @param totalAssets The pool's assets after the deposit.
    /// @param totalShares The pool's shares after the deposit.
    event Delegated(
        address indexed delegator,
        address indexed operator,
        address indexed asset,
        uint256 assets,
        uint256 shares,
        uint256 totalAssets,
        uint256 totalShares
    );
    event WithdrawalQueued(
        bytes32 indexed withdrawalId,
        address indexed delegator,
        address indexed operator,
        address asset,
        uint256 shares,
        uint64 unlockAt
    );
    /// @param totalAssets The pool's assets after the payment.
    /// @param totalShares The pool's shares after the payment.
    event WithdrawalCompleted(
        bytes32 indexed withdrawalId,
        uint256 assetsPaid,
        uint256 assetsLostToSlashing,
        uint256 totalAssets,
        uint256 totalShares
    );

    error AssetNotListed(address asset);
    error AssetAlreadyListed(address asset);
    error OperatorNotRegistered(address operator);
    error ZeroShares();
    error PoolTooLarge(uint256 maximumAssets);
    error InsufficientShares(uint256 available, uint256 requested);
    error TransferAmountMismatch(uint256 expected, uint256 received);
    error WithdrawalNotFound(bytes32 withdrawalId);
    error WithdrawalLocked(uint64 unlockAt);
    error WithdrawalAlreadyCompleted(bytes32 withdrawalId);
    error NotDelegator(address caller);

    /// @notice Governance only: lists an ERC-20 that may be restaked.
    function listAsset(address asset) external;

    /// @notice Deposits `assets` of `asset` into `operator`'s pool for `msg.sender`.
    /// @return shares Shares minted, rounded down; never zero.
    function delegate(address operator, address asset, uint256 assets) external returns (uint256 shares);

    /// @notice Queues `shares` of the caller for withdrawal.
    /// @return withdrawalId `keccak256(abi.encode(chainid, this, counter))`.
    function queueWithdrawal(address operator, address asset, uint256 shares) external returns (bytes32 withdrawalId);

    /// @notice Pays an unlocked withdrawal to its delegator, who must be the caller.
    /// @return assets Assets paid, rounded down.
    function completeWithdrawal(bytes32 withdrawalId) external returns (uint256 assets);

    function isListed(address asset) external view returns (bool);

    /// @notice Seconds between queueing and the earliest completion.
    function withdrawalDelay() external view returns (uint64);

    function poolOf(address operator, address asset) external view returns (Pool memory);

    /// @notice Assets behind the shares that are not queued, rounded down: what weights count.
    function activeAssetsOf(address operator, address asset) external view returns (uint256);

    /// @notice Active (not queued) shares of a delegator.
    function sharesOf(address delegator, address operator, address asset) external view returns (uint256);

    function withdrawalOf(bytes32 withdrawalId) external view returns (Withdrawal memory);
}
