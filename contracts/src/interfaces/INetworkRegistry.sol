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

    /// @notice Where slashed stake goes, after the share of whoever brought the evidence.
    enum SlashSink {
        Burn,
        RewardPot,
        Recipient
    }

    /// @param minimumWeight Least live weight (1e-18 units) with which an operator may opt in.
    /// @param minimumOperators Least number of operators with weight for which tasks are taken.
    /// @param quorumBps Share of the total weight whose signatures a response needs, 1 to 10000.
    /// @param performanceBps Share of the score that depends on signing assigned tasks, 0 to 10000.
    /// @param responseWindow Seconds from a task's creation to its deadline.
    /// @param challengeWindow Seconds from an accepted response until it may be finalised.
    /// @param resolutionWindow Seconds that the network has to decide a challenge that its verifier leaves undecided.
    /// @param feeToken Token of the task fee.
    /// @param baseFee Fee of every task, in the fee token's smallest unit.
    /// @param feePerByte Fee per byte of payload, in the fee token's smallest unit.
    /// @param bondToken Token of a challenge's bond.
    /// @param bond Bond of a challenge, in its token's smallest unit.
    /// @param wrongResponseSlashBps Share of its magnitude that a signer of a wrong response loses, 0 to 10000.
    /// @param equivocationSlashBps Share of its magnitude that a signer of two responses to one task loses, 0 to 10000.
    /// @param challengerShareBps Share of the slashed stake for whoever challenged, 0 to 5000.
    /// @param reporterShareBps Share of the slashed stake for whoever proved an equivocation, 0 to 5000.
    /// @param slashSink Where the rest of the slashed stake goes.
    /// @param slashRecipient Receives it when the sink is `Recipient`; zero otherwise.
    struct NetworkParameters {
        uint256 minimumWeight;
        uint32 minimumOperators;
        uint16 quorumBps;
        uint16 performanceBps;
        uint64 responseWindow;
        uint64 challengeWindow;
        uint64 resolutionWindow;
        address feeToken;
        uint256 baseFee;
        uint256 feePerByte;
        address bondToken;
        uint256 bond;
        uint16 wrongResponseSlashBps;
        uint16 equivocationSlashBps;
        uint16 challengerShareBps;
        uint16 reporterShareBps;
        SlashSink slashSink;
        address slashRecipient;
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

    /// @notice Owner only. Set in epoch `k`, in force from `k + 2` on; refused while another change is pending.
    function setParameters(address network, NetworkParameters calldata parameters) external;

    /// @notice The calling operator begins to serve `network`; its weight is recorded at once.
    function optIn(address network) external;

    /// @notice The calling operator stops to serve `network`; its weight falls to zero at once.
    function optOut(address network) external;

    function statusOf(address network) external view returns (NetworkStatus);

    function ownerOf(address network) external view returns (address);

    /// @notice The parameters in force now, and the number under which they can be had for ever.
    function parametersOf(address network) external view returns (NetworkParameters memory parameters, uint32 version);

    /// @notice The parameters that `version` stands for, whether they are in force or not.
    function parametersOfVersion(address network, uint32 version) external view returns (NetworkParameters memory);

    /// @notice The assets that `network` accepts (at most 16) and their multipliers.
    function assetsOf(address network) external view returns (address[] memory assets, uint256[] memory multipliers);

    /// @notice 1e18 counts an asset once; 0 means that `network` does not accept it.
    function multiplierOf(address network, address asset) external view returns (uint256);

    function isOptedIn(address network, address operator) external view returns (bool);

    /// @notice Timestamp until which `operator` may be proven to have equivocated: the maximum while it is opted in.
    function slashableUntil(address network, address operator) external view returns (uint64);
}
