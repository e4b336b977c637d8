// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Networks, what they accept and who serves them
/// @notice A network is identified by the address of its contract, which registers itself. Governance whitelists it.
interface INetworkRegistry {
    enum NetworkStatus {
        Unregistered,
        Pending,
        Whitelisted,
        Suspended
    }

    /// @param minimumWeight Least live weight (1e-18 units) with which an operator may opt in.
    /// @param quorumBps Share of the total weight whose signatures a response needs, 1 to 10000.
    /// @param responseWindow Seconds from a task's creation to its deadline.
    /// @param challengeWindow Seconds from an accepted response until it may be finalised.
    /// @param performanceBps Share of the score that depends on signing assigned tasks, 0 to 10000.
    /// @param feeToken Token of the task fee.
    /// @param baseFee Fee of every task, in the fee token's smallest unit.
    /// @param feePerByte Fee per byte of payload, in the fee token's smallest unit.
    struct NetworkParameters {
        uint256 minimumWeight;
        uint16 quorumBps;
        uint64 responseWindow;
        uint64 challengeWindow;
        uint16 performanceBps;
        address feeToken;
        uint256 baseFee;
        uint256 feePerByte;
    }

    event NetworkRegistered(address indexed network, address indexed owner, string metadataURI);
    event NetworkStatusChanged(address indexed network, NetworkStatus status);
    event NetworkAssetSet(address indexed network, address indexed asset, uint256 multiplier);
    /// @notice `parameters` are in force from the start of `effectiveEpoch` on.
    event NetworkParametersSet(address indexed network, NetworkParameters parameters, uint64 effectiveEpoch);
    event OperatorOptedIn(address indexed network, address indexed operator);
    /// @param slashableUntil Timestamp until which tasks created before the opt-out may still slash.
    event OperatorOptedOut(address indexed network, address indexed operator, uint64 slashableUntil);

    error NetworkAlreadyRegistered(address network);
    error NetworkNotRegistered(address network);
    error NetworkNotWhitelisted(address network);
    error NotNetworkOwner(address network, address caller);
    error OperatorNotRegistered(address operator);
    error AlreadyOptedIn(address network, address operator);
    error NotOptedIn(address network, address operator);
    error WeightBelowMinimum(uint256 weight, uint256 minimum);
    error AssetNotListed(address asset);
    error TooManyAssets(uint256 maximum);
    error InvalidParameters();
    error InvalidStatus();
    error ParameterChangePending(uint64 effectiveEpoch);
    error ZeroAddress();

    /// @notice Registers `msg.sender`, a network's contract, with `parameters` in force at once. Status becomes Pending.
    function registerNetwork(address owner, string calldata metadataURI, NetworkParameters calldata parameters) external;

    /// @notice Governance only: whitelists or suspends a registered network.
    function setStatus(address network, NetworkStatus status) external;

    /// @notice Owner only. Multiplier 1e18 counts an asset once; 0 removes it. Weights change when they are next synced.
    function setAsset(address network, address asset, uint256 multiplier) external;

    /// @notice Owner only. In force from the next epoch on; refused while another change is pending.
    function setParameters(address network, NetworkParameters calldata parameters) external;

    /// @notice The calling operator begins to serve `network`; its weight is recorded at once.
    function optIn(address network) external;

    /// @notice The calling operator stops to serve `network`; its weight falls to zero at once.
    function optOut(address network) external;

    function statusOf(address network) external view returns (NetworkStatus);

    function ownerOf(address network) external view returns (address);

    function parametersOf(address network) external view returns (NetworkParameters memory);

    /// @notice The assets that `network` accepts (at most 16) and their multipliers.
    function assetsOf(address network) external view returns (address[] memory assets, uint256[] memory multipliers);

    function isOptedIn(address network, address operator) external view returns (bool);
}
