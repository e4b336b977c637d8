// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {ITaskVerifier} from "../../src/interfaces/ITaskVerifier.sol";
import {PriceAttestationNetwork} from "../../src/networks/PriceAttestationNetwork.sol";
import {Fixture} from "../support/Fixture.sol";

contract PriceAttestationNetworkTest is Fixture {
    address private constant ARBITER = address(0xA2B1);
    bytes32 private constant TASK = keccak256("task");
    bytes private constant PAYLOAD = abi.encode(bytes32("ETH/USD"), uint64(1_700_000_000));
    bytes private constant PRICE = abi.encode(uint256(2000e8));

    PriceAttestationNetwork private prices;

    function setUp() public override {
        super.setUp();
        prices = new PriceAttestationNetwork(networkRegistry, owner, ARBITER, "ipfs://prices", _parameters());
    }

    function test_RegistersItself() public view {
        vm.assertEq(networkRegistry.ownerOf(address(prices)), owner, "owner");
        vm.assertEq(prices.arbiter(), ARBITER, "arbiter");
        vm.assertTrue(networkRegistry.statusOf(address(prices)) == INetworkRegistry.NetworkStatus.Pending, "status");
    }

    function test_APriceIsUndecidedUntilTheArbiterHasRuled() public {
        _assertVerdict(PRICE, ITaskVerifier.Verdict.Undecided);
        vm.expectEmit(address(prices));
        emit PriceAttestationNetwork.Ruled(TASK, keccak256(PRICE), ITaskVerifier.Verdict.Right, "as traded");
        _rule(TASK, ITaskVerifier.Verdict.Right);
        _assertVerdict(PRICE, ITaskVerifier.Verdict.Right);
    }

    function test_ARulingHoldsForItsTaskOnly() public {
        _rule(keccak256("another"), ITaskVerifier.Verdict.Wrong);
        _assertVerdict(PRICE, ITaskVerifier.Verdict.Undecided);
        _rule(TASK, ITaskVerifier.Verdict.Wrong);
        _assertVerdict(PRICE, ITaskVerifier.Verdict.Wrong);
    }

    /// @dev A ruling that was sent before the chain was reorganised may meet another response than the one it was made on.
    function test_ARulingHoldsForItsResponseOnly() public {
        _rule(TASK, ITaskVerifier.Verdict.Wrong);
        bytes memory other = abi.encode(uint256(2001e8));
        _assertVerdict(other, ITaskVerifier.Verdict.Undecided);
        vm.prank(ARBITER);
        prices.rule(TASK, keccak256(other), ITaskVerifier.Verdict.Right, "as traded");
        _assertVerdict(other, ITaskVerifier.Verdict.Right);
        _assertVerdict(PRICE, ITaskVerifier.Verdict.Wrong);
    }

    function test_AResponseThatIsNoPriceIsWrongWhateverTheArbiterSays() public {
        _assertVerdict("", ITaskVerifier.Verdict.Wrong);
        for (uint256 length = 0; length < 66; length++) {
            bytes memory response = new bytes(length);
            vm.prank(ARBITER);
            prices.rule(TASK, keccak256(response), ITaskVerifier.Verdict.Right, "as traded");
            _assertVerdict(response, length == 32 ? ITaskVerifier.Verdict.Right : ITaskVerifier.Verdict.Wrong);
        }
    }

    function test_TheArbiterAloneRules() public {
        vm.expectRevert(abi.encodeWithSelector(PriceAttestationNetwork.NotArbiter.selector, owner));
        vm.prank(owner);
        prices.rule(TASK, keccak256(PRICE), ITaskVerifier.Verdict.Right, "");
    }

    function test_UndecidedIsNoRuling() public {
        _expectRevert(PriceAttestationNetwork.NotARuling.selector);
        _rule(TASK, ITaskVerifier.Verdict.Undecided);
    }

    function test_ARulingIsForEver() public {
        _rule(TASK, ITaskVerifier.Verdict.Right);
        bytes memory ruled =
            abi.encodeWithSelector(PriceAttestationNetwork.AlreadyRuled.selector, TASK, keccak256(PRICE));
        vm.expectRevert(ruled);
        _rule(TASK, ITaskVerifier.Verdict.Wrong);
        vm.expectRevert(ruled);
        _rule(TASK, ITaskVerifier.Verdict.Right);
    }

    function testFuzz_VerifyingNeverReverts(bytes32 taskId, bytes calldata payload, bytes calldata response)
        public
        view
    {
        ITaskVerifier.Verdict verdict = prices.verify(taskId, payload, response);
        vm.assertTrue(verdict != ITaskVerifier.Verdict.Right, "never right without a ruling");
    }

    function _rule(bytes32 taskId, ITaskVerifier.Verdict verdict) private {
        vm.prank(ARBITER);
        prices.rule(taskId, keccak256(PRICE), verdict, "as traded");
    }

    function _assertVerdict(bytes memory response, ITaskVerifier.Verdict verdict) private view {
        vm.assertEq(uint256(prices.verify(TASK, PAYLOAD, response)), uint256(verdict), "verdict");
    }
}
