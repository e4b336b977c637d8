// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../src/demo/DemoToken.sol";
import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {Fixture} from "./support/Fixture.sol";

contract NetworkRegistryTest is Fixture {
    address private constant FRESH = address(0xF4E5);
    address private operator;

    function setUp() public override {
        super.setUp();
        operator = _register(1);
        _allocateAll(operator, stakeToken);
    }

    function test_ANetworkRegistersItselfAndWaits() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        _toEpoch(4);
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkRegistered(FRESH, owner, "ipfs://fresh");
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkStatusChanged(FRESH, INetworkRegistry.NetworkStatus.Pending);
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkParametersSet(FRESH, parameters, 4);
        vm.prank(FRESH);
        networkRegistry.registerNetwork(owner, "ipfs://fresh", parameters);

        vm.assertEq(networkRegistry.ownerOf(FRESH), owner, "owner");
        vm.assertTrue(networkRegistry.statusOf(FRESH) == INetworkRegistry.NetworkStatus.Pending, "pending");
        vm.assertEq(_quorumOf(FRESH), 5000, "parameters hold at once");
    }

    function test_RefusesASecondRegistrationAndANetworkWithoutOwner() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.NetworkAlreadyRegistered.selector, address(network)));
        vm.prank(address(network));
        networkRegistry.registerNetwork(owner, "", parameters);
        _expectRevert(INetworkRegistry.ZeroAddress.selector);
        vm.prank(FRESH);
        networkRegistry.registerNetwork(address(0), "", parameters);
    }

    function test_RefusesParametersOutOfBounds() public {
        INetworkRegistry.NetworkParameters memory wrong = _parameters();
        wrong.quorumBps = 0;
        _expectInvalid(wrong);
        wrong.quorumBps = 10_001;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.performanceBps = 10_001;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.responseWindow = 0;
        _expectInvalid(wrong);
        wrong.responseWindow = 365 days + 1;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.challengeWindow = 365 days + 1;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.baseFee = uint256(type(uint128).max) + 1;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.feePerByte = uint256(type(uint128).max) + 1;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.feeToken = address(0);
        wrong.baseFee = 1;
        _expectInvalid(wrong);
        wrong.baseFee = 0;
        wrong.feePerByte = 1;
        _expectInvalid(wrong);
    }

    function test_GovernanceWhitelistsAndSuspends() public {
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkStatusChanged(address(network), INetworkRegistry.NetworkStatus.Suspended);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Whitelisted);

        _expectUnauthorized(owner);
        vm.prank(owner);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.NetworkNotRegistered.selector, FRESH));
        networkRegistry.setStatus(FRESH, INetworkRegistry.NetworkStatus.Whitelisted);
    }

    function test_RefusesStatusesThatAreNotReachable() public {
        _expectRevert(INetworkRegistry.InvalidStatus.selector);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Whitelisted);
        _expectRevert(INetworkRegistry.InvalidStatus.selector);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Pending);
        _expectRevert(INetworkRegistry.InvalidStatus.selector);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Unregistered);
    }

    function test_TheOwnerSetsAndRemovesAssets() public {
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkAssetSet(address(network), address(otherToken), 5e17);
        _setAsset(address(otherToken), 5e17);
        (address[] memory assets, uint256[] memory multipliers) = networkRegistry.assetsOf(address(network));
        vm.assertEq(assets.length, 2, "two assets");
        vm.assertEq(multipliers[1], 5e17, "multiplier");

        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkAssetSet(address(network), address(stakeToken), 0);
        _setAsset(address(stakeToken), 0);
        (assets,) = networkRegistry.assetsOf(address(network));
        vm.assertEq(assets.length, 1, "one left");
        vm.assertEq(assets[0], address(otherToken), "the other");
    }

    function test_RefusesAssetsThatAreUnlistedUnknownOrTooHeavy() public {
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.AssetNotListed.selector, address(rewardToken)));
        _setAsset(address(rewardToken), 1);
        _expectRevert(INetworkRegistry.InvalidParameters.selector);
        _setAsset(address(otherToken), 0);
        _expectRevert(INetworkRegistry.InvalidParameters.selector);
        _setAsset(address(stakeToken), 1e36 + 1);
    }

    function test_RefusesASeventeenthAsset() public {
        for (uint256 i = 0; i < 15; i++) {
            DemoToken token = new DemoToken("T", "T");
            delegationManager.listAsset(address(token));
            _setAsset(address(token), 1);
        }
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.TooManyAssets.selector, 16));
        _setAsset(address(otherToken), 1);
        _setAsset(address(stakeToken), 2); // one that is there may still change
    }

    function test_OnlyTheOwnerChangesANetwork() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        bytes memory notOwner =
            abi.encodeWithSelector(INetworkRegistry.NotNetworkOwner.selector, address(network), stranger);
        bytes memory unknown = abi.encodeWithSelector(INetworkRegistry.NetworkNotRegistered.selector, FRESH);
        vm.startPrank(stranger);
        vm.expectRevert(notOwner);
        networkRegistry.setAsset(address(network), address(stakeToken), 1);
        vm.expectRevert(notOwner);
        networkRegistry.setParameters(address(network), parameters);
        vm.expectRevert(unknown);
        networkRegistry.setParameters(FRESH, parameters);
        vm.stopPrank();
    }

    function test_NewParametersHoldAfterAWholeEpochAndOneChangeWaitsAtATime() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.quorumBps = 6000;
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.NetworkParametersSet(address(network), parameters, 2);
        _setParameters(parameters);
        vm.assertEq(_quorumOf(address(network)), 5000, "not yet");

        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.ParameterChangePending.selector, 2));
        _setParameters(parameters);

        vm.warp(epochClock.epochEnd(1) - 1);
        vm.assertEq(_quorumOf(address(network)), 5000, "still not");
        _toEpoch(2);
        vm.assertEq(_quorumOf(address(network)), 6000, "in force");
        parameters.quorumBps = 7000;
        _setParameters(parameters);
        vm.assertEq(_quorumOf(address(network)), 6000, "the former holds on");
        _toEpoch(4);
        vm.assertEq(_quorumOf(address(network)), 7000, "the latter");
        parameters.quorumBps = 0;
        _expectRevert(INetworkRegistry.InvalidParameters.selector);
        _setParameters(parameters);
    }

    function test_OptingInRecordsTheWeight() public {
        _delegate(operator, stakeToken, 100);
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.OperatorOptedIn(address(network), operator);
        _join(operator);
        vm.assertTrue(networkRegistry.isOptedIn(address(network), operator), "opted in");
        vm.assertEq(stakeRegistry.weightOf(address(network), operator), 100, "weight");
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.AlreadyOptedIn.selector, address(network), operator));
        _join(operator);
    }

    function test_RefusesToOptInWithTooLittleWeight() public {
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.WeightBelowMinimum.selector, 0, 1));
        _join(operator);
        vm.assertFalse(networkRegistry.isOptedIn(address(network), operator), "not opted in");
    }

    function test_OptsInWithoutWeightWhereTheMinimumIsZero() public {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.minimumWeight = 0;
        _setParameters(parameters);
        _toEpoch(2);
        _join(operator);
        vm.assertEq(stakeRegistry.weightOf(address(network), operator), 0, "no weight");
    }

    function test_RefusesStrangersAndSuspendedNetworks() public {
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.OperatorNotRegistered.selector, stranger));
        _join(stranger);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.NetworkNotWhitelisted.selector, address(network)));
        _join(operator);
    }

    function test_OptingOutDropsTheWeightAlsoWhileSuspended() public {
        _delegate(operator, stakeToken, 100);
        _join(operator);
        networkRegistry.setStatus(address(network), INetworkRegistry.NetworkStatus.Suspended);
        uint64 until = uint64(block.timestamp) + RESPONSE_WINDOW + CHALLENGE_WINDOW + RESOLUTION_WINDOW;
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.OperatorOptedOut(address(network), operator, until);
        _optOut(operator);
        vm.assertEq(stakeRegistry.weightOf(address(network), operator), 0, "weight");
        vm.expectRevert(abi.encodeWithSelector(INetworkRegistry.NotOptedIn.selector, address(network), operator));
        _optOut(operator);
    }

    /// @dev Tasks created under longer windows end later than those created now.
    function test_SlashableUntilCoversTasksOfEarlierParameters() public {
        _delegate(operator, stakeToken, 100);
        _join(operator);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.responseWindow = 3000;
        _setParameters(parameters); // long windows from epoch 2 on
        _toEpoch(2);
        parameters.responseWindow = 10;
        _setParameters(parameters); // short ones from epoch 4 on
        _toEpoch(4);
        uint64 longTasksEnd = epochClock.epochEnd(3) + 3000 + CHALLENGE_WINDOW + RESOLUTION_WINDOW;
        parameters.responseWindow = 20;
        _setParameters(parameters); // and others from epoch 6 on
        _toEpoch(6);
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.OperatorOptedOut(address(network), operator, longTasksEnd);
        _optOut(operator);
    }

    function test_SlashableUntilCoversTasksOfTheSetBeforeTheOneInForce() public {
        _delegate(operator, stakeToken, 100);
        _join(operator);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.responseWindow = 1;
        parameters.challengeWindow = 1;
        _setParameters(parameters);
        _toEpoch(2);
        uint64 until = epochClock.epochEnd(1) + RESPONSE_WINDOW + CHALLENGE_WINDOW + RESOLUTION_WINDOW;
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.OperatorOptedOut(address(network), operator, until);
        _optOut(operator);
    }

    function test_AChangeThatIsStillPendingDoesNotCount() public {
        _delegate(operator, stakeToken, 100);
        _join(operator);
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.responseWindow = 3000;
        _setParameters(parameters);
        uint64 until = uint64(block.timestamp) + RESPONSE_WINDOW + CHALLENGE_WINDOW + RESOLUTION_WINDOW;
        vm.expectEmit(address(networkRegistry));
        emit INetworkRegistry.OperatorOptedOut(address(network), operator, until);
        _optOut(operator);
    }

    function _join(address account) private {
        vm.prank(account);
        networkRegistry.optIn(address(network));
    }

    function _quorumOf(address network_) private view returns (uint16) {
        (INetworkRegistry.NetworkParameters memory parameters,) = networkRegistry.parametersOf(network_);
        return parameters.quorumBps;
    }

    function _setAsset(address asset, uint256 multiplier) private {
        vm.prank(owner);
        networkRegistry.setAsset(address(network), asset, multiplier);
    }

    function _setParameters(INetworkRegistry.NetworkParameters memory parameters) private {
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
    }

    function _expectInvalid(INetworkRegistry.NetworkParameters memory parameters) private {
        _expectRevert(INetworkRegistry.InvalidParameters.selector);
        vm.prank(FRESH);
        networkRegistry.registerNetwork(owner, "", parameters);
    }
}
