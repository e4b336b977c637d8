// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../src/interfaces/INetworkRegistry.sol";
import {StakeFixture} from "./support/StakeFixture.sol";

contract NetworkRegistryParametersTest is StakeFixture {
    address private constant FRESH = address(0xF4E5);
    uint64 private constant YEAR = 365 days;

    function test_RefusesSlashesAndSharesBeyondTheirBounds() public {
        INetworkRegistry.NetworkParameters memory wrong = _parameters();
        wrong.wrongResponseSlashBps = 10_001;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.equivocationSlashBps = 10_001;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.challengerShareBps = 5_001;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.reporterShareBps = 5_001;
        _expectInvalid(wrong);
    }

    function test_RefusesWindowsAndBondsBeyondTheirBounds() public {
        INetworkRegistry.NetworkParameters memory wrong = _parameters();
        wrong.resolutionWindow = YEAR + 1;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.bond = uint256(type(uint128).max) + 1;
        _expectInvalid(wrong);
        wrong = _parameters();
        wrong.bondToken = address(0);
        _expectInvalid(wrong);
    }

    function test_ARecipientIsNamedExactlyWhenItIsTheSink() public {
        INetworkRegistry.NetworkParameters memory wrong = _parameters();
        wrong.slashSink = INetworkRegistry.SlashSink.Recipient;
        _expectInvalid(wrong);
        wrong.slashRecipient = stranger;
        wrong.slashSink = INetworkRegistry.SlashSink.RewardPot;
        _expectInvalid(wrong);
        wrong.slashSink = INetworkRegistry.SlashSink.Burn;
        _expectInvalid(wrong);
        wrong.slashSink = INetworkRegistry.SlashSink.Recipient;
        _registerFresh(wrong);
    }

    function test_TakesEveryParameterAtItsUpperBound() public {
        INetworkRegistry.NetworkParameters memory most = _parameters();
        (most.quorumBps, most.performanceBps) = (10_000, 10_000);
        (most.responseWindow, most.challengeWindow, most.resolutionWindow) = (YEAR, YEAR, YEAR);
        (most.baseFee, most.feePerByte, most.bond) = (type(uint128).max, type(uint128).max, type(uint128).max);
        (most.wrongResponseSlashBps, most.equivocationSlashBps) = (10_000, 10_000);
        (most.challengerShareBps, most.reporterShareBps) = (5_000, 5_000);
        _registerFresh(most);
        (INetworkRegistry.NetworkParameters memory held, uint32 version) = networkRegistry.parametersOf(FRESH);
        vm.assertEq(keccak256(abi.encode(held)), keccak256(abi.encode(most)), "as given");
        vm.assertEq(version, 0, "the first");
    }

    function test_TakesEveryParameterAtItsLowerBound() public {
        INetworkRegistry.NetworkParameters memory least;
        (least.quorumBps, least.responseWindow) = (1, 1);
        _registerFresh(least);
    }

    function test_ANetworkWithoutSlashesOrSharesIsAllowed() public {
        INetworkRegistry.NetworkParameters memory none = _parameters();
        (none.wrongResponseSlashBps, none.equivocationSlashBps) = (0, 0);
        (none.challengerShareBps, none.reporterShareBps) = (0, 0);
        (none.bondToken, none.bond) = (address(0), 0);
        (none.challengeWindow, none.resolutionWindow) = (0, 0);
        _registerFresh(none);
    }

    function test_EachSetHasANumberForEver() public {
        _change(6000);
        _assertInForce(5000, 0);
        vm.assertEq(networkRegistry.parametersOfVersion(address(network), 1).quorumBps, 6000, "known while it waits");
        _toEpoch(1);
        _assertInForce(5000, 0);
        _toEpoch(2);
        _assertInForce(6000, 1);
        _change(7000);
        _toEpoch(5);
        _assertInForce(7000, 2);
        _change(8000);
        _assertInForce(7000, 2);
        for (uint32 version = 0; version < 4; version++) {
            uint16 expected = 5000 + 1000 * uint16(version);
            vm.assertEq(networkRegistry.parametersOfVersion(address(network), version).quorumBps, expected, "unchanged");
        }
    }

    function test_RefusesNumbersThatNoSetHas() public {
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x32));
        networkRegistry.parametersOfVersion(address(network), 1);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x32));
        networkRegistry.parametersOfVersion(FRESH, 0);
    }

    function test_WhoServesIsSlashableWithoutEnd() public {
        address operator = _register(1);
        _delegate(operator, stakeToken, 100);
        vm.assertEq(_until(operator), 0, "never served");
        _optIn(operator);
        vm.assertEq(_until(operator), type(uint64).max, "serves");
        _optOut(operator);
        uint64 end = uint64(block.timestamp) + RESPONSE_WINDOW + CHALLENGE_WINDOW + RESOLUTION_WINDOW;
        vm.assertEq(_until(operator), end, "left");
        vm.warp(end + 1);
        vm.assertEq(_until(operator), end, "and stays left");
        _optIn(operator);
        vm.assertEq(_until(operator), type(uint64).max, "serves again");
        vm.assertEq(networkRegistry.slashableUntil(FRESH, operator), 0, "elsewhere never");
    }

    /// @dev Against the whole history: each set's last task is created just before the next set begins.
    function testFuzz_SlashableUntilIsTheLatestEndOfAnyTask(uint256 seed) public {
        address operator = _register(1);
        _delegate(operator, stakeToken, 100);
        _optIn(operator);
        uint64 ends = 0;
        uint64 windows = RESPONSE_WINDOW + CHALLENGE_WINDOW + RESOLUTION_WINDOW;
        uint64 epoch = 0;
        for (uint256 i = 0; i < 1 + seed % 8; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint64 next = _changeWindows(seed >> 8);
            epoch += 2;
            uint64 end = epochClock.epochEnd(epoch - 1) + windows;
            if (end > ends) ends = end;
            windows = next;
            epoch += uint64(seed % 3);
            _toEpoch(epoch);
        }
        vm.warp(block.timestamp + seed % EPOCH_LENGTH);
        _optOut(operator);
        uint64 now_ = uint64(block.timestamp) + windows;
        vm.assertEq(_until(operator), now_ > ends ? now_ : ends, "the latest");
    }

    function _changeWindows(uint256 seed) private returns (uint64 windows) {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.responseWindow = 1 + uint64(seed % 4000);
        parameters.challengeWindow = uint64((seed >> 32) % 4000);
        parameters.resolutionWindow = uint64((seed >> 64) % 4000);
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
        return parameters.responseWindow + parameters.challengeWindow + parameters.resolutionWindow;
    }

    function _change(uint16 quorumBps) private {
        INetworkRegistry.NetworkParameters memory parameters = _parameters();
        parameters.quorumBps = quorumBps;
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
    }

    function _registerFresh(INetworkRegistry.NetworkParameters memory parameters) private {
        vm.prank(FRESH);
        networkRegistry.registerNetwork(owner, "", parameters);
    }

    function _expectInvalid(INetworkRegistry.NetworkParameters memory parameters) private {
        _expectRevert(INetworkRegistry.InvalidParameters.selector);
        _registerFresh(parameters);
        _expectRevert(INetworkRegistry.InvalidParameters.selector);
        vm.prank(owner);
        networkRegistry.setParameters(address(network), parameters);
    }

    function _until(address operator) private view returns (uint64) {
        return networkRegistry.slashableUntil(address(network), operator);
    }

    function _assertInForce(uint16 quorumBps, uint32 version) private view {
        (INetworkRegistry.NetworkParameters memory held, uint32 number) = networkRegistry.parametersOf(address(network));
        vm.assertEq(held.quorumBps, quorumBps, "in force");
        vm.assertEq(number, version, "its number");
    }
}
