// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IDelegationManager} from "./interfaces/IDelegationManager.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {SharesMath} from "./libraries/SharesMath.sol";

contract DelegationManager is IDelegationManager, AccessManaged, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Keeps every weight within its checkpoint, whatever a token's supply.
    uint256 private constant MAX_POOL_ASSETS = type(uint128).max;

    IOperatorRegistry public immutable operatorRegistry;
    uint64 public immutable withdrawalDelay;

    mapping(address asset => bool) private _listed;
    mapping(address operator => mapping(address asset => Pool)) private _pools;
    mapping(address delegator => mapping(address operator => mapping(address asset => uint256))) private _shares;
    mapping(bytes32 withdrawalId => Withdrawal) private _withdrawals;
    uint256 private _withdrawalCount;

    constructor(address authority, IOperatorRegistry operatorRegistry_, uint64 withdrawalDelay_)
        AccessManaged(authority)
    {
        operatorRegistry = operatorRegistry_;
        withdrawalDelay = withdrawalDelay_;
    }

    /// @inheritdoc IDelegationManager
    function listAsset(address asset) external restricted {
        if (_listed[asset]) revert AssetAlreadyListed(asset);
        _listed[asset] = true;
        emit AssetListed(asset, IERC20Metadata(asset).symbol(), IERC20Metadata(asset).decimals());
    }

    /// @inheritdoc IDelegationManager
    function delegate(address operator, address asset, uint256 assets) external nonReentrant returns (uint256 shares) {
        if (!_listed[asset]) revert AssetNotListed(asset);
        if (!operatorRegistry.isRegistered(operator)) revert OperatorNotRegistered(operator);
        Pool storage pool = _pools[operator][asset];
        if (assets > MAX_POOL_ASSETS - pool.totalAssets) revert PoolTooLarge(MAX_POOL_ASSETS);
        shares = SharesMath.toSharesDown(assets, pool.totalAssets, pool.totalShares);
        if (shares == 0) revert ZeroShares();

        pool.totalAssets += assets;
        pool.totalShares += shares;
        _shares[msg.sender][operator][asset] += shares;
        emit Delegated(msg.sender, operator, asset, assets, shares, pool.totalAssets, pool.totalShares);
        ExactTransfer.pull(asset, msg.sender, address(this), assets);
    }

    /// @inheritdoc IDelegationManager
    function queueWithdrawal(address operator, address asset, uint256 shares) external returns (bytes32 withdrawalId) {
        if (shares == 0) revert ZeroShares();
        uint256 available = _shares[msg.sender][operator][asset];
        if (shares > available) revert InsufficientShares(available, shares);
        Pool storage pool = _pools[operator][asset];
        _shares[msg.sender][operator][asset] = available - shares;
        pool.queuedShares += shares;

        uint64 unlockAt = uint64(block.timestamp) + withdrawalDelay;
        withdrawalId = keccak256(abi.encode(block.chainid, address(this), _withdrawalCount++));
        _withdrawals[withdrawalId] = Withdrawal({
            delegator: msg.sender,
            operator: operator,
            asset: asset,
            shares: shares,
            unlockAt: unlockAt,
            assetsAtQueue: SharesMath.toAssetsDown(shares, pool.totalAssets, pool.totalShares),
            completed: false
        });
        emit WithdrawalQueued(withdrawalId, msg.sender, operator, asset, shares, unlockAt);
    }

    /// @inheritdoc IDelegationManager
    function completeWithdrawal(bytes32 withdrawalId) external nonReentrant returns (uint256 assets) {
        Withdrawal storage withdrawal = _withdrawals[withdrawalId];
        if (withdrawal.delegator == address(0)) revert WithdrawalNotFound(withdrawalId);
        if (withdrawal.delegator != msg.sender) revert NotDelegator(msg.sender);
        if (withdrawal.completed) revert WithdrawalAlreadyCompleted(withdrawalId);
        if (block.timestamp < withdrawal.unlockAt) revert WithdrawalLocked(withdrawal.unlockAt);
        withdrawal.completed = true;

        Pool storage pool = _pools[withdrawal.operator][withdrawal.asset];
        assets = SharesMath.toAssetsDown(withdrawal.shares, pool.totalAssets, pool.totalShares);
        pool.totalAssets -= assets;
        pool.totalShares -= withdrawal.shares;
        pool.queuedShares -= withdrawal.shares;
        uint256 lost = withdrawal.assetsAtQueue > assets ? withdrawal.assetsAtQueue - assets : 0;
        emit WithdrawalCompleted(withdrawalId, assets, lost, pool.totalAssets, pool.totalShares);
        IERC20(withdrawal.asset).safeTransfer(msg.sender, assets);
    }

    /// @inheritdoc IDelegationManager
    function isListed(address asset) external view returns (bool) {
        return _listed[asset];
    }

    /// @inheritdoc IDelegationManager
    function poolOf(address operator, address asset) external view returns (Pool memory) {
        return _pools[operator][asset];
    }

    /// @inheritdoc IDelegationManager
    function activeAssetsOf(address operator, address asset) external view returns (uint256) {
        Pool storage pool = _pools[operator][asset];
        return SharesMath.toAssetsDown(pool.totalShares - pool.queuedShares, pool.totalAssets, pool.totalShares);
    }

    /// @inheritdoc IDelegationManager
    function sharesOf(address delegator, address operator, address asset) external view returns (uint256) {
        return _shares[delegator][operator][asset];
    }

    /// @inheritdoc IDelegationManager
    function withdrawalOf(bytes32 withdrawalId) external view returns (Withdrawal memory) {
        return _withdrawals[withdrawalId];
    }
}
