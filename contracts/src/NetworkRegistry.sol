// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EnumerableMap} from "@openzeppelin/contracts/utils/structs/EnumerableMap.sol";
import {Pausable} from "./Pausable.sol";
import {IDelegationManager} from "./interfaces/IDelegationManager.sol";
import {IEpochClock} from "./interfaces/IEpochClock.sol";
import {INetworkRegistry} from "./interfaces/INetworkRegistry.sol";
import {IOperatorRegistry} from "./interfaces/IOperatorRegistry.sol";
import {IPauses} from "./interfaces/IPauses.sol";
import {IStakeRegistry} from "./interfaces/IStakeRegistry.sol";
import {ParametersHistory} from "./libraries/ParametersHistory.sol";

contract NetworkRegistry is INetworkRegistry, AccessManaged, Pausable {
    using EnumerableMap for EnumerableMap.AddressToUintMap;
    using ParametersHistory for ParametersHistory.History;

    struct Network {
        address owner;
        NetworkStatus status;
        ParametersHistory.History parameters;
        EnumerableMap.AddressToUintMap multipliers;
        mapping(address operator => bool) optedIn;
        mapping(address operator => uint64) slashableUntil;
    }

    /// @dev A sync reads every asset of a network: the bound keeps it affordable.
    uint256 private constant MAX_ASSETS = 16;
    /// @dev 1e18 times an asset's face value. With the bound on pools it keeps every weight within its checkpoint, so
    /// that no owner can make its network's syncs, and with them opting out, impossible.
    uint256 private constant MAX_MULTIPLIER = 1e36;
    /// @dev The rest of the current epoch and a whole one: whoever will not serve under new terms has time to leave.
    uint64 private constant PARAMETERS_NOTICE_EPOCHS = 2;

    IEpochClock public immutable epochClock;
    IOperatorRegistry public immutable operatorRegistry;
    IDelegationManager public immutable delegationManager;
    IStakeRegistry public immutable stakeRegistry;

    mapping(address network => Network) private _networks;

    constructor(
        address authority,
        IEpochClock epochClock_,
        IOperatorRegistry operatorRegistry_,
        IDelegationManager delegationManager_,
        IStakeRegistry stakeRegistry_
    ) AccessManaged(authority) Pausable(IPauses(authority)) {
        epochClock = epochClock_;
        operatorRegistry = operatorRegistry_;
        delegationManager = delegationManager_;
        stakeRegistry = stakeRegistry_;
    }

    modifier onlyNetworkOwner(address network) {
        _requireOwner(network);
        _;
    }

    /// @inheritdoc INetworkRegistry
    function registerNetwork(address owner, string calldata metadataURI, NetworkParameters calldata parameters)
        external
        whenOpen(IPauses.PauseGroup.Registration)
    {
        Network storage network = _networks[msg.sender];
        if (network.status != NetworkStatus.Unregistered) revert NetworkAlreadyRegistered(msg.sender);
        if (owner == address(0)) revert ZeroAddress();
        if (!ParametersHistory.areValid(parameters)) revert InvalidParameters();

        network.owner = owner;
        network.status = NetworkStatus.Pending;
        uint64 epoch = epochClock.currentEpoch();
        network.parameters.begin(parameters, epoch);
        emit NetworkRegistered(msg.sender, owner, metadataURI);
        emit NetworkStatusChanged(msg.sender, NetworkStatus.Pending);
        emit NetworkParametersSet(msg.sender, parameters, epoch);
    }

    /// @inheritdoc INetworkRegistry
    function setStatus(address network, NetworkStatus status) external restricted {
        NetworkStatus current = _networks[network].status;
        if (current == NetworkStatus.Unregistered) revert NetworkNotRegistered(network);
        bool reachable = status == NetworkStatus.Whitelisted || status == NetworkStatus.Suspended;
        if (!reachable || status == current) revert InvalidStatus();
        _networks[network].status = status;
        emit NetworkStatusChanged(network, status);
    }

    /// @inheritdoc INetworkRegistry
    function setAsset(address network, address asset, uint256 multiplier) external onlyNetworkOwner(network) {
        EnumerableMap.AddressToUintMap storage multipliers = _networks[network].multipliers;
        if (multiplier == 0) {
            if (!multipliers.remove(asset)) revert InvalidParameters();
        } else {
            if (multiplier > MAX_MULTIPLIER) revert InvalidParameters();
            if (!delegationManager.isListed(asset)) revert AssetNotListed(asset);
            multipliers.set(asset, multiplier);
            if (multipliers.length() > MAX_ASSETS) revert TooManyAssets(MAX_ASSETS);
        }
        emit NetworkAssetSet(network, asset, multiplier);
    }

    /// @inheritdoc INetworkRegistry
    function setParameters(address network, NetworkParameters calldata parameters) external onlyNetworkOwner(network) {
        if (!ParametersHistory.areValid(parameters)) revert InvalidParameters();
        ParametersHistory.History storage history = _networks[network].parameters;
        uint64 epoch = epochClock.currentEpoch();
        if (history.isPending(epoch)) revert ParameterChangePending(history.latest().effectiveEpoch);

        uint64 effectiveEpoch = epoch + PARAMETERS_NOTICE_EPOCHS;
        history.schedule(parameters, effectiveEpoch, epochClock.epochEnd(effectiveEpoch - 1));
        emit NetworkParametersSet(network, parameters, effectiveEpoch);
    }

    /// @inheritdoc INetworkRegistry
    function optIn(address network) external whenOpen(IPauses.PauseGroup.Registration) {
        if (_networks[network].status != NetworkStatus.Whitelisted) revert NetworkNotWhitelisted(network);
        if (!operatorRegistry.isRegistered(msg.sender)) revert OperatorNotRegistered(msg.sender);
        if (_networks[network].optedIn[msg.sender]) revert AlreadyOptedIn(network, msg.sender);
        _networks[network].optedIn[msg.sender] = true;

        uint256 weight = stakeRegistry.liveWeightOf(network, msg.sender);
        uint256 minimum = _inForce(network).minimumWeight;
        if (weight < minimum) revert WeightBelowMinimum(weight, minimum);
        emit OperatorOptedIn(network, msg.sender);
        stakeRegistry.syncOperator(network, msg.sender);
    }

    /// @inheritdoc INetworkRegistry
    function optOut(address network) external {
        Network storage entry = _networks[network];
        if (!entry.optedIn[msg.sender]) revert NotOptedIn(network, msg.sender);
        entry.optedIn[msg.sender] = false;
        uint64 until = entry.parameters.lastTaskEnd(epochClock.currentEpoch());
        entry.slashableUntil[msg.sender] = until;
        emit OperatorOptedOut(network, msg.sender, until);
        stakeRegistry.syncOperator(network, msg.sender);
    }

    /// @inheritdoc INetworkRegistry
    function statusOf(address network) external view returns (NetworkStatus) {
        return _networks[network].status;
    }

    /// @inheritdoc INetworkRegistry
    function ownerOf(address network) external view returns (address) {
        return _networks[network].owner;
    }

    /// @inheritdoc INetworkRegistry
    function assetsOf(address network) external view returns (address[] memory assets, uint256[] memory multipliers) {
        EnumerableMap.AddressToUintMap storage map = _networks[network].multipliers;
        uint256 count = map.length();
        assets = new address[](count);
        multipliers = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            (assets[i], multipliers[i]) = map.at(i);
        }
    }

    /// @inheritdoc INetworkRegistry
    function isOptedIn(address network, address operator) external view returns (bool) {
        return _networks[network].optedIn[operator];
    }

    /// @inheritdoc INetworkRegistry
    function multiplierOf(address network, address asset) external view returns (uint256 multiplier) {
        (, multiplier) = _networks[network].multipliers.tryGet(asset);
    }

    /// @inheritdoc INetworkRegistry
    function slashableUntil(address network, address operator) external view returns (uint64) {
        Network storage entry = _networks[network];
        return entry.optedIn[operator] ? type(uint64).max : entry.slashableUntil[operator];
    }

    /// @inheritdoc INetworkRegistry
    function parametersOf(address network) external view returns (NetworkParameters memory parameters, uint32 version) {
        version = _networks[network].parameters.versionInForce(epochClock.currentEpoch());
        parameters = parametersOfVersion(network, version);
    }

    /// @inheritdoc INetworkRegistry
    function parametersOfVersion(address network, uint32 version) public view returns (NetworkParameters memory) {
        return _networks[network].parameters.versions[version].parameters;
    }

    function _inForce(address network) private view returns (NetworkParameters storage) {
        ParametersHistory.History storage history = _networks[network].parameters;
        return history.versions[history.versionInForce(epochClock.currentEpoch())].parameters;
    }

    function _requireOwner(address network) private view {
        if (_networks[network].status == NetworkStatus.Unregistered) revert NetworkNotRegistered(network);
        if (_networks[network].owner != msg.sender) revert NotNetworkOwner(network, msg.sender);
    }
}
