// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Pausable} from "./Pausable.sol";
import {IAllocationManager} from "./interfaces/IAllocationManager.sol";
import {IDelegationManager} from "./interfaces/IDelegationManager.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {SharesMath} from "./libraries/SharesMath.sol";

contract DelegationManager is IDelegationManager, AccessManaged, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Keeps every weight within its checkpoint, whatever a token's supply.
    uint256 private constant MAX_POOL_ASSETS = type(uint128).max;

    /// @dev Deposits into a pool that was slashed to dust mint shares by the quadrillion; this ends it.
    uint256 private constant MAX_POOL_SHARES = type(uint192).max;
    uint256 private constant ONE = 1e18;

    IOperatorRegistry public immutable operatorRegistry;
    IAllocationManager public immutable allocationManager;
    address public immutable slashingManager;
    uint64 public immutable withdrawalDelay;

    mapping(address asset => bool) private _listed;
    mapping(address operator => mapping(address asset => Pool)) private _pools;
    mapping(address delegator => mapping(address operator => mapping(address asset => uint256))) private _shares;
    mapping(bytes32 withdrawalId => Withdrawal) private _withdrawals;
    mapping(address asset => uint256) private _slashed;
    uint256 private _withdrawalCount;

    constructor(
        address authority,
        IOperatorRegistry operatorRegistry_,
        IAllocationManager allocationManager_,
        address slashingManager_,
        uint64 withdrawalDelay_
    ) AccessManaged(authority) Pausable(IPauses(authority)) {
        operatorRegistry = operatorRegistry_;
        allocationManager = allocationManager_;
        slashingManager = slashingManager_;
        withdrawalDelay = withdrawalDelay_;
    }

    modifier onlySlashingManager() {
        if (msg.sender != slashingManager) revert NotSlashingManager(msg.sender);
        _;
    }

    /// @inheritdoc IDelegationManager
    function listAsset(address asset) external restricted {
        if (_listed[asset]) revert AssetAlreadyListed(asset);
        _listed[asset] = true;
        emit AssetListed(asset, IERC20Metadata(asset).symbol(), IERC20Metadata(asset).decimals());
    }

    /// @inheritdoc IDelegationManager
    function delegate(address operator, address asset, uint256 assets)
        external
        nonReentrant
        whenOpen(IPauses.PauseGroup.Deposits)
        returns (uint256 shares)
    {
        if (!_listed[asset]) revert AssetNotListed(asset);
        if (!operatorRegistry.isRegistered(operator)) revert OperatorNotRegistered(operator);
        Pool storage pool = _pools[operator][asset];
        if (_isClosed(pool, operator, asset)) revert PoolClosed(operator, asset);
        if (assets > MAX_POOL_ASSETS - pool.totalAssets) revert PoolTooLarge(MAX_POOL_ASSETS);
        shares = SharesMath.toSharesDown(assets, pool.totalAssets, pool.totalShares);
        if (shares == 0) revert ZeroShares();
        if (shares > MAX_POOL_SHARES - pool.totalShares) revert PoolTooLarge(MAX_POOL_ASSETS);

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
    function completeWithdrawal(bytes32 withdrawalId)
        external
        nonReentrant
        whenOpen(IPauses.PauseGroup.Withdrawals)
        returns (uint256 assets)
    {
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
    function slash(bytes32 slashId, address operator, address asset, uint256 slashed, uint256 totalMagnitude)
        external
        nonReentrant
        onlySlashingManager
        returns (uint256 amount)
    {
        Pool storage pool = _pools[operator][asset];
        Pool memory before = pool;
        amount = Math.mulDiv(before.totalAssets, slashed, totalMagnitude, Math.Rounding.Ceil);
        pool.totalAssets = before.totalAssets - amount;
        _slashed[asset] += amount;
        // The queue's part is what its shares lost; the rest, with all rounding, is the active shares'.
        uint256 queuedSlashed = _queuedAssets(before) - _queuedAssets(pool);
        if (queuedSlashed > amount) queuedSlashed = amount;
        emit PoolSlashed(
            slashId,
            operator,
            asset,
            Math.mulDiv(slashed, ONE, totalMagnitude, Math.Rounding.Ceil),
            amount - queuedSlashed,
            queuedSlashed,
            SharesMath.toAssetsDown(ONE, before.totalAssets, before.totalShares),
            SharesMath.toAssetsDown(ONE, pool.totalAssets, pool.totalShares),
            pool.totalAssets,
            pool.totalShares
        );
    }

    /// @inheritdoc IDelegationManager
    function payFromSlashed(address asset, address recipient, uint256 amount)
        external
        nonReentrant
        onlySlashingManager
    {
        _slashed[asset] -= amount;
        IERC20(asset).safeTransfer(recipient, amount);
    }

    /// @inheritdoc IDelegationManager
    function slashedOf(address asset) external view returns (uint256) {
        return _slashed[asset];
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

    /// @dev Slashed to nothing: new shares would have no price, or could never carry weight.
    function _isClosed(Pool storage pool, address operator, address asset) private view returns (bool) {
        if (pool.totalAssets == 0 && pool.totalShares > 0) return true;
        return allocationManager.totalMagnitudeOf(operator, asset) == 0;
    }

    function _queuedAssets(Pool memory pool) private pure returns (uint256) {
        return SharesMath.toAssetsDown(pool.queuedShares, pool.totalAssets, pool.totalShares);
    }
}
