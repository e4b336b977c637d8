// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AllocationManager} from "../../src/AllocationManager.sol";
import {ChallengeManager} from "../../src/ChallengeManager.sol";
import {DelegationManager} from "../../src/DelegationManager.sol";
import {EpochClock} from "../../src/EpochClock.sol";
import {NektarAccessManager} from "../../src/NektarAccessManager.sol";
import {NetworkRegistry} from "../../src/NetworkRegistry.sol";
import {OperatorRegistry} from "../../src/OperatorRegistry.sol";
import {RewardsCoordinator} from "../../src/RewardsCoordinator.sol";
import {SlashingManager} from "../../src/SlashingManager.sol";
import {StakeRegistry} from "../../src/StakeRegistry.sol";
import {TaskManager} from "../../src/TaskManager.sol";
import {DemoToken} from "../../src/demo/DemoToken.sol";
import {Create3Factory} from "../../src/deployment/Create3Factory.sol";
import {IEpochClock} from "../../src/interfaces/IEpochClock.sol";
import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {FactorizationNetwork} from "../../src/networks/FactorizationNetwork.sol";
import {Test} from "./Test.sol";
import {TestBls} from "./TestBls.sol";

/// @title The protocol, deployed as in production: addresses by CREATE3, roles by AccessManager
/// @dev This contract is the administrator and governance. Operators are numbered; an operator's number is its secret key.
abstract contract Fixture is Test {
    uint64 internal constant EPOCH_LENGTH = 1000;
    uint64 internal constant WITHDRAWAL_DELAY = 100;
    uint64 internal constant ACTIVATION_DELAY = 50;
    uint64 internal constant RESPONSE_WINDOW = 60;
    uint64 internal constant CHALLENGE_WINDOW = 30;
    uint64 internal constant RESOLUTION_WINDOW = 20;
    uint64 internal constant DEALLOCATION_DELAY = 150;
    uint64 internal constant FULL = 1e18;
    uint256 internal constant BOND = 10e18;
    uint256 internal constant ONE = 1e18;

    NektarAccessManager internal accessManager;
    EpochClock internal epochClock;
    OperatorRegistry internal operatorRegistry;
    NetworkRegistry internal networkRegistry;
    DelegationManager internal delegationManager;
    StakeRegistry internal stakeRegistry;
    TaskManager internal taskManager;
    AllocationManager internal allocationManager;
    ChallengeManager internal challengeManager;
    SlashingManager internal slashingManager;
    RewardsCoordinator internal rewardsCoordinator;

    DemoToken internal stakeToken;
    DemoToken internal otherToken;
    DemoToken internal rewardToken;
    FactorizationNetwork internal network;

    address internal rootSubmitter = address(0xA11CE);
    address internal guardian = address(0x6A2D);
    address internal owner = address(0x0173);
    address internal creator = address(0xC4EA);
    address internal delegator = address(0xDE1E);
    address internal stranger = address(0x57A6);

    Create3Factory private _factory;

    function setUp() public virtual {
        vm.warp(1_000_000);
        vm.roll(100);
        _deployProtocol();
        _assignRoles();
        _deployDemo();
    }

    /// @dev None: operators serve in the block in which they allocate. Tests of the delay have their own.
    function _allocationDelay() internal pure virtual returns (uint64) {
        return 0;
    }

    function _deployProtocol() private {
        _factory = new Create3Factory();
        accessManager = NektarAccessManager(_at("accessManager"));
        epochClock = EpochClock(_at("epochClock"));
        operatorRegistry = OperatorRegistry(_at("operatorRegistry"));
        networkRegistry = NetworkRegistry(_at("networkRegistry"));
        delegationManager = DelegationManager(_at("delegationManager"));
        stakeRegistry = StakeRegistry(_at("stakeRegistry"));
        taskManager = TaskManager(_at("taskManager"));
        rewardsCoordinator = RewardsCoordinator(_at("rewardsCoordinator"));
        allocationManager = AllocationManager(_at("allocationManager"));
        challengeManager = ChallengeManager(_at("challengeManager"));
        slashingManager = SlashingManager(_at("slashingManager"));

        address authority = address(accessManager);
        _deploy("accessManager", type(NektarAccessManager).creationCode, abi.encode(address(this)));
        _deploy("epochClock", type(EpochClock).creationCode, abi.encode(uint64(block.timestamp), EPOCH_LENGTH));
        _deploy("operatorRegistry", type(OperatorRegistry).creationCode, abi.encode(authority, epochClock));
        _deploy(
            "networkRegistry",
            type(NetworkRegistry).creationCode,
            abi.encode(authority, epochClock, operatorRegistry, delegationManager, stakeRegistry)
        );
        _deployStake(authority);
        _deployTasks(authority);
    }

    function _deployStake(address authority) private {
        _deploy(
            "delegationManager",
            type(DelegationManager).creationCode,
            abi.encode(authority, operatorRegistry, allocationManager, slashingManager, WITHDRAWAL_DELAY)
        );
        _deploy(
            "allocationManager",
            type(AllocationManager).creationCode,
            abi.encode(
                authority, networkRegistry, operatorRegistry, slashingManager, _allocationDelay(), DEALLOCATION_DELAY
            )
        );
        _deploy(
            "stakeRegistry",
            type(StakeRegistry).creationCode,
            abi.encode(networkRegistry, operatorRegistry, delegationManager, allocationManager)
        );
        _deploy(
            "slashingManager",
            type(SlashingManager).creationCode,
            abi.encode(
                authority,
                SlashingManager.Contracts({
                    networkRegistry: networkRegistry,
                    operatorRegistry: operatorRegistry,
                    stakeRegistry: stakeRegistry,
                    allocationManager: allocationManager,
                    delegationManager: delegationManager,
                    taskManager: taskManager,
                    rewardsCoordinator: rewardsCoordinator,
                    challengeManager: address(challengeManager)
                })
            )
        );
    }

    function _deployTasks(address authority) private {
        _deploy(
            "taskManager",
            type(TaskManager).creationCode,
            abi.encode(
                authority, networkRegistry, operatorRegistry, stakeRegistry, rewardsCoordinator, challengeManager
            )
        );
        _deploy(
            "challengeManager",
            type(ChallengeManager).creationCode,
            abi.encode(authority, networkRegistry, stakeRegistry, taskManager, slashingManager, rewardsCoordinator)
        );
        _deploy(
            "rewardsCoordinator",
            type(RewardsCoordinator).creationCode,
            abi.encode(
                authority,
                epochClock,
                networkRegistry,
                operatorRegistry,
                taskManager,
                challengeManager,
                slashingManager,
                ACTIVATION_DELAY
            )
        );
    }

    function _assignRoles() private {
        uint64 governance = accessManager.GOVERNANCE_ROLE();
        _permit(address(delegationManager), delegationManager.listAsset.selector, governance);
        _permit(address(networkRegistry), networkRegistry.setStatus.selector, governance);
        _permit(
            address(rewardsCoordinator), rewardsCoordinator.submitRoot.selector, accessManager.ROOT_SUBMITTER_ROLE()
        );
        _permit(address(rewardsCoordinator), rewardsCoordinator.disableRoot.selector, accessManager.GUARDIAN_ROLE());
        accessManager.grantRole(governance, address(this), 0);
        accessManager.grantRole(accessManager.ROOT_SUBMITTER_ROLE(), rootSubmitter, 0);
        accessManager.grantRole(accessManager.GUARDIAN_ROLE(), guardian, 0);
    }

    function _deployDemo() private {
        stakeToken = new DemoToken("Stake", "STK");
        otherToken = new DemoToken("Other", "OTH");
        rewardToken = new DemoToken("Reward", "RWD");
        delegationManager.listAsset(address(stakeToken));
        delegationManager.listAsset(address(otherToken));
        network = new FactorizationNetwork(networkRegistry, owner, "ipfs://network", _parameters());
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Whitelisted);
        vm.prank(owner);
        networkRegistry.setAsset(address(network), address(stakeToken), ONE);
    }

    /// @dev Half the weight is a quorum; no fee; a slash takes a tenth for a wrong response and half for an equivocation, of
    /// which a fifth goes to the challenger, a tenth to the reporter, and the rest is burned.
    function _parameters() internal view returns (INetworkRegistry.NetworkParameters memory) {
        return INetworkRegistry.NetworkParameters({
            minimumWeight: 1,
            minimumOperators: 0,
            quorumBps: 5000,
            performanceBps: 5000,
            responseWindow: RESPONSE_WINDOW,
            challengeWindow: CHALLENGE_WINDOW,
            resolutionWindow: RESOLUTION_WINDOW,
            feeToken: address(rewardToken),
            baseFee: 0,
            feePerByte: 0,
            bondToken: address(rewardToken),
            bond: BOND,
            wrongResponseSlashBps: 1000,
            equivocationSlashBps: 5000,
            challengerShareBps: 2000,
            reporterShareBps: 1000,
            slashSink: INetworkRegistry.SlashSink.Burn,
            slashRecipient: address(0)
        });
    }

    function _operator(uint256 number) internal pure returns (address) {
        return vm.addr(number);
    }

    function _payout(uint256 number) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("payout", number)))));
    }

    function _register(uint256 number) internal returns (address operator) {
        operator = _operator(number);
        bytes memory proof = TestBls.proofOfPossession(number, operatorRegistry.proofOfPossessionDigest(operator));
        bytes memory key = TestBls.publicKey(number);
        vm.prank(operator);
        operatorRegistry.registerOperator(_payout(number), 1000, "ipfs://operator", key, proof);
    }

    function _delegate(address operator, DemoToken token, uint256 assets) internal returns (uint256 shares) {
        return _delegateFrom(delegator, operator, token, assets);
    }

    function _delegateFrom(address from, address operator, DemoToken token, uint256 assets)
        internal
        returns (uint256 shares)
    {
        token.mint(from, assets);
        vm.startPrank(from);
        token.approve(address(delegationManager), assets);
        shares = delegationManager.delegate(operator, address(token), assets);
        vm.stopPrank();
    }

    /// @dev With the whole pool of the network's first asset at stake, unless the operator chose before.
    function _optIn(address operator) internal {
        _allocateAll(operator, stakeToken);
        vm.prank(operator);
        networkRegistry.optIn(address(network));
    }

    /// @dev Nothing when the operator allocated before or the network does not accept the asset.
    function _allocateAll(address operator, DemoToken token) internal {
        if (allocationManager.allocationOf(operator, address(network), address(token)).effectiveAt != 0) return;
        if (networkRegistry.multiplierOf(address(network), address(token)) == 0) return;
        _allocate(operator, address(network), token, FULL);
    }

    function _allocate(address operator, address network_, DemoToken token, uint64 magnitude) internal {
        vm.prank(operator);
        allocationManager.allocate(network_, address(token), magnitude);
    }

    function _optOut(address operator) internal {
        vm.prank(operator);
        networkRegistry.optOut(address(network));
    }

    /// @dev Operators 1 to `count` with 100 units of stake each, serving the network.
    function _operatorsServe(uint256 count) internal {
        for (uint256 number = 1; number <= count; number++) {
            address operator = _register(number);
            _delegate(operator, stakeToken, 100);
            _optIn(operator);
        }
        _nextBlock();
    }

    function _sync(address operator) internal {
        address[] memory operators = new address[](1);
        operators[0] = operator;
        stakeRegistry.syncWeights(address(network), operators);
    }

    function _nextBlock() internal {
        vm.roll(block.number + 1);
        vm.warp(block.timestamp + 1);
    }

    function _toEpoch(uint64 epoch) internal {
        vm.roll(block.number + 1);
        vm.warp(epoch == 0 ? epochClock.genesis() : epochClock.epochEnd(epoch - 1));
    }

    function _expectUnauthorized(address caller) internal {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
    }

    function _permit(address target, bytes4 selector, uint64 role) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        accessManager.setTargetFunctionRole(target, selectors, role);
    }

    function _at(string memory name) private view returns (address) {
        return _factory.addressOf(address(this), keccak256(bytes(name)));
    }

    function _deploy(string memory name, bytes memory creationCode, bytes memory arguments) private {
        _factory.deploy(keccak256(bytes(name)), bytes.concat(creationCode, arguments));
    }
}
