// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {IAllocationManager} from "../../src/interfaces/IAllocationManager.sol";
import {IDelegationManager} from "../../src/interfaces/IDelegationManager.sol";
import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {FactorizationNetwork} from "../../src/networks/FactorizationNetwork.sol";
import {RefusingToken} from "../support/RefusingToken.sol";
import {StakeFixture} from "../support/StakeFixture.sol";

/// @title What delegators, operators and owners of two networks do with stake
/// @dev Every action checks first whether it may happen, so that no call is wasted and any revert is a finding.
abstract contract StakeHandler is StakeFixture {
    uint256 public constant OPERATORS = 5;
    uint256 public constant DELEGATORS = 3;
    uint256 public constant NETWORKS = 2;
    uint64 private constant RISE_DELAY = 40;

    mapping(address token => uint256) public delegatedIn;
    mapping(address token => uint256) public withdrawn;
    /// @dev `otherToken` moves nowhere for the time being.
    bool public halted;

    bytes32[] internal _queued;
    FactorizationNetwork private _second;

    function _allocationDelay() internal pure override returns (uint64) {
        return RISE_DELAY;
    }

    function setUp() public virtual override {
        super.setUp();
        otherToken = new RefusingToken();
        delegationManager.listAsset(address(otherToken));
        _second = new FactorizationNetwork(networkRegistry, owner, "", _otherParameters());
        networkRegistry.setStatus(address(_second), INetworkRegistry.NetworkStatus.Whitelisted);
        _accept(address(network), otherToken, 3e17);
        _accept(address(_second), stakeToken, 2e18);
        _accept(address(_second), otherToken, ONE);
        for (uint256 number = 1; number <= OPERATORS; number++) {
            _begin(_register(number), number);
        }
        vm.warp(block.timestamp + RISE_DELAY);
        for (uint256 number = 1; number <= OPERATORS; number++) {
            _optInto(_operator(number), address(network));
            if (number > 2) _optInto(_operator(number), address(_second));
        }
        _nextBlock();
    }

    function networkAt(uint256 index) public view returns (address) {
        return index % NETWORKS == 0 ? address(network) : address(_second);
    }

    function tokenAt(uint256 index) public view returns (DemoToken) {
        return index % 2 == 0 ? stakeToken : otherToken;
    }

    function delegatorAt(uint256 index) public pure returns (address) {
        return address(uint160(0xD000 + index % DELEGATORS));
    }

    function operatorAt(uint256 index) public pure returns (address) {
        return _operator(index % OPERATORS + 1);
    }

    function delegate(uint256 from, uint256 to, uint256 token, uint256 assets) public {
        (DemoToken chosen, address operator) = (tokenAt(token), operatorAt(to));
        if (_isHalted(chosen) || _isClosed(operator, chosen)) return;
        assets = _bound(assets, 1, 1e24);
        uint256 before = _redeemable(delegatorAt(from), operator, chosen);
        _delegateFrom(delegatorAt(from), operator, chosen, assets);
        delegatedIn[address(chosen)] += assets;
        vm.assertLe(_redeemable(delegatorAt(from), operator, chosen), before + assets + 1, "no gain by depositing");
    }

    function queueWithdrawal(uint256 from, uint256 to, uint256 token, uint256 amount) external {
        (address holder, address operator) = (delegatorAt(from), operatorAt(to));
        uint256 available = delegationManager.sharesOf(holder, operator, address(tokenAt(token)));
        if (available == 0) return;
        amount = amount % 4 == 0 ? available : _bound(amount, 1, available);
        _queued.push(_queueFrom(holder, operator, tokenAt(token), amount));
    }

    function completeWithdrawal(uint256 index) external {
        if (_queued.length == 0) return;
        index = index % _queued.length;
        IDelegationManager.Withdrawal memory withdrawal = delegationManager.withdrawalOf(_queued[index]);
        if (_isHalted(DemoToken(withdrawal.asset))) return;
        if (block.timestamp < withdrawal.unlockAt) vm.warp(withdrawal.unlockAt);
        withdrawn[withdrawal.asset] += _completeFor(withdrawal.delegator, _queued[index]);
        _queued[index] = _queued[_queued.length - 1];
        _queued.pop();
    }

    /// @dev Rises and falls; a rise takes at most what is free.
    function allocate(uint256 to, uint256 at, uint256 token, uint256 magnitude) external {
        (address operator, address chosen, DemoToken asset) = (operatorAt(to), networkAt(at), tokenAt(token));
        IAllocationManager.Allocation memory part = allocationManager.allocationOf(operator, chosen, address(asset));
        if (block.timestamp < part.effectiveAt) return;
        uint256 most = part.current;
        if (networkRegistry.multiplierOf(chosen, address(asset)) > 0) {
            most += allocationManager.freeMagnitudeOf(operator, address(asset));
        }
        magnitude = _bound(magnitude, 0, most);
        if (magnitude == part.current) return;
        _allocate(operator, chosen, asset, uint64(magnitude));
    }

    function toggleService(uint256 index, uint256 at) external {
        (address operator, address chosen) = (operatorAt(index), networkAt(at));
        if (networkRegistry.isOptedIn(chosen, operator)) {
            vm.prank(operator);
            networkRegistry.optOut(chosen);
        } else if (_formula(chosen, operator, stakeToken) + _formula(chosen, operator, otherToken) > 0) {
            _optInto(operator, chosen);
        }
        _assertRecorded(chosen, operator);
    }

    function sync(uint256 index, uint256 at) external {
        stakeRegistry.syncOperator(networkAt(at), operatorAt(index));
        _assertRecorded(networkAt(at), operatorAt(index));
    }

    function setMultiplier(uint256 at, uint256 token, uint256 multiplier) external {
        (address[] memory assets,) = networkRegistry.assetsOf(networkAt(at));
        bool removable = networkRegistry.multiplierOf(networkAt(at), address(tokenAt(token))) > 0;
        bool removes = multiplier % 4 == 0 && assets.length == 2 && removable;
        _accept(networkAt(at), tokenAt(token), removes ? 0 : _bound(multiplier, 1, 5e18));
    }

    /// @dev Slashes go on while a token is halted; what they took is paid later.
    function haltOrResume() external {
        halted = !halted;
        RefusingToken(address(otherToken)).halt(halted);
    }

    function passTime(uint256 duration) external {
        vm.roll(block.number + 1);
        vm.warp(block.timestamp + _bound(duration, 1, RISE_DELAY));
    }

    /// @dev What the recorded weight must be, from views of other contracts only.
    function _assertRecorded(address chosen, address operator) internal view {
        uint256 total = 0;
        for (uint256 i = 0; i < 2; i++) {
            uint256 expected = networkRegistry.isOptedIn(chosen, operator) ? _formula(chosen, operator, tokenAt(i)) : 0;
            vm.assertEq(
                stakeRegistry.assetWeightOf(chosen, operator, address(tokenAt(i))), expected, "weight of an asset"
            );
            total += expected;
        }
        vm.assertEq(stakeRegistry.weightOf(chosen, operator), total, "weight");
    }

    function _isHalted(DemoToken token) internal view returns (bool) {
        return halted && address(token) == address(otherToken);
    }

    function _isClosed(address operator, DemoToken token) private view returns (bool) {
        IDelegationManager.Pool memory pool = delegationManager.poolOf(operator, address(token));
        if (pool.totalAssets == 0 && pool.totalShares > 0) return true;
        return allocationManager.totalMagnitudeOf(operator, address(token)) == 0;
    }

    function _formula(address chosen, address operator, DemoToken token) private view returns (uint256) {
        uint256 magnitude = allocationManager.magnitudeOf(operator, chosen, address(token));
        if (magnitude == 0) return 0;
        IDelegationManager.Pool memory pool = delegationManager.poolOf(operator, address(token));
        uint256 active = _worth(pool.totalShares - pool.queuedShares, operator, token);
        uint256 total = allocationManager.totalMagnitudeOf(operator, address(token));
        return active * magnitude * networkRegistry.multiplierOf(chosen, address(token)) / (total * ONE);
    }

    function _begin(address operator, uint256 number) private {
        for (uint256 d = 0; d < DELEGATORS; d++) {
            delegate(d, number - 1, 0, 1000 * number);
            delegate(d, number - 1, 1, 1e18 * (d + 1));
        }
        _allocate(operator, address(network), stakeToken, FULL / 2);
        _allocate(operator, address(_second), stakeToken, FULL / 4);
        _allocate(operator, address(network), otherToken, FULL / 3);
    }

    /// @dev The second network takes everything for two signatures and gives what it takes to its rewards.
    function _otherParameters() private view returns (INetworkRegistry.NetworkParameters memory parameters) {
        parameters = _parameters();
        (parameters.wrongResponseSlashBps, parameters.equivocationSlashBps) = (3333, 10_000);
        parameters.slashSink = INetworkRegistry.SlashSink.RewardPot;
    }
}
