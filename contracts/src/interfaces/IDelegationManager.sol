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

    /// @notice Part of a pool was taken. Active and queued shares lose alike: the shares stay, their rate falls.
    /// @param fraction Part of the pool's assets, 1e18 = all, rounded up.
    /// @param activeSlashed Assets lost by the shares that are not queued.
    /// @param queuedSlashed Assets lost by the shares in the withdrawal queue.
    /// @param assetsPerShareBefore `(totalAssets + 1) * 1e18 / (totalShares + 1)`, rounded down.
    /// @param totalAssets The pool's assets after the slash.
    event PoolSlashed(
        bytes32 indexed slashId,
        address indexed operator,
        address indexed asset,
        uint256 fraction,
        uint256 activeSlashed,
        uint256 queuedSlashed,
        uint256 assetsPerShareBefore,
        uint256 assetsPerShareAfter,
        uint256 totalAssets,
        uint256 totalShares
    );

    error AssetNotListed(address asset);
    error AssetAlreadyListed(address asset);
    error OperatorNotRegistered(address operator);
    error ZeroShares();
    error PoolTooLarge(uint256 maximumAssets);
    error PoolClosed(address operator, address asset);
    error NotSlashingManager(address caller);
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

    /// @notice SlashingManager only: takes `slashed / totalMagnitude` of the pool's assets, rounded up, and keeps them aside.
    /// @return amount Assets taken.
    function slash(bytes32 slashId, address operator, address asset, uint256 slashed, uint256 totalMagnitude)
        external
        returns (uint256 amount);

    /// @notice SlashingManager only: pays `amount` of what was slashed.
    function payFromSlashed(address asset, address recipient, uint256 amount) external;

    /// @notice Slashed assets that are not paid out yet.
    function slashedOf(address asset) external view returns (uint256);

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
