// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IOperatorRegistry} from "../src/interfaces/IOperatorRegistry.sol";
import {BLS12381} from "../src/libraries/BLS12381.sol";
import {Fixture} from "./support/Fixture.sol";
import {TestBls} from "./support/TestBls.sol";

contract OperatorRegistryTest is Fixture {
    uint256 private constant NUMBER = 7;
    address private immutable operator = _operator(NUMBER);

    function test_RegistersWithKeyPayoutAndCommission() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        vm.expectEmit(address(operatorRegistry));
        emit IOperatorRegistry.OperatorRegistered(operator, _payout(NUMBER), key, 1000, "ipfs://operator");
        _register(NUMBER);

        vm.assertTrue(operatorRegistry.isRegistered(operator), "registered");
        vm.assertEq(operatorRegistry.payoutOf(operator), _payout(NUMBER), "payout");
        vm.assertEq(operatorRegistry.blsKeyOf(operator), key, "key");
        vm.assertEq(operatorRegistry.operatorOfKey(keccak256(key)), operator, "operator of key");
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 0), 1000, "commission");
    }

    function test_RefusesASecondRegistration() public {
        _register(NUMBER);
        bytes memory proof = _proof(8, operator);
        bytes memory key = TestBls.publicKey(8);
        vm.expectRevert(abi.encodeWithSelector(IOperatorRegistry.OperatorAlreadyRegistered.selector, operator));
        _registerWith(key, proof);
    }

    function test_RefusesAKeyThatIsTaken() public {
        address other = address(0xBEEF);
        bytes memory key = TestBls.publicKey(NUMBER);
        bytes memory othersProof = _proof(NUMBER, other);
        _register(NUMBER);
        vm.expectRevert(abi.encodeWithSelector(IOperatorRegistry.BlsKeyAlreadyUsed.selector, keccak256(key)));
        vm.prank(other);
        operatorRegistry.registerOperator(other, 0, "", key, othersProof);
    }

    function test_RefusesZeroPayoutAndTooHighCommission() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        bytes memory proof = _proof(NUMBER, operator);
        _expectRevert(IOperatorRegistry.ZeroAddress.selector);
        vm.prank(operator);
        operatorRegistry.registerOperator(address(0), 0, "", key, proof);

        vm.expectRevert(abi.encodeWithSelector(IOperatorRegistry.CommissionTooHigh.selector, 10_001));
        vm.prank(operator);
        operatorRegistry.registerOperator(operator, 10_001, "", key, proof);
    }

    /// @dev The rogue key `own - victim` would make the sum of both keys one that the attacker alone can sign for.
    function test_RefusesARogueKeyWithoutProofOfPossession() public {
        bytes memory victim = TestBls.publicKey(1);
        bytes memory rogue = BLS12381.addG1(TestBls.publicKey(NUMBER), BLS12381.negateG1(victim));
        bytes memory proof = _proof(NUMBER, operator);
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(rogue, proof);
    }

    function test_RefusesProofsForAnotherOperatorOrUnderTheResponsesCiphersuite() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        bytes memory copied = _proof(NUMBER, address(0xBEEF));
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(key, copied);

        bytes memory response = TestBls.sign(NUMBER, operatorRegistry.proofOfPossessionDigest(operator));
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(key, response);
    }

    function test_RefusesMalformedProofs() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        bytes memory proof = _proof(NUMBER, operator);
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(key, bytes.concat(proof, hex"00"));
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(key, "");
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(key, new bytes(256));
        proof[255] = bytes1(uint8(proof[255]) ^ 1);
        _expectRevert(IOperatorRegistry.InvalidProofOfPossession.selector);
        _registerWith(key, proof);
    }

    function test_RefusesInfinityAsKey() public {
        _expectInvalidKey(new bytes(128));
    }

    /// @dev (0, 2) satisfies y^2 = x^3 + 4 and has order 3.
    function test_RefusesAKeyOutsideTheSubgroup() public {
        bytes memory key = new bytes(128);
        key[127] = 0x02;
        _expectInvalidKey(key);
    }

    function test_RefusesAKeyOffTheCurve() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        key[127] = bytes1(uint8(key[127]) ^ 1);
        _expectInvalidKey(key);
    }

    function test_RefusesAKeyOfTheWrongLength() public {
        _expectInvalidKey("");
        _expectInvalidKey(bytes.concat(TestBls.publicKey(NUMBER), hex"00"));
    }

    /// @dev x + p is the same element written otherwise: accepted, it would give one key two hashes.
    function test_RefusesANonCanonicalFieldElement() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        bytes memory modulus =
            hex"1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";
        uint256 carry = 0;
        for (uint256 i = 0; i < 48; i++) {
            uint256 digit = uint256(uint8(key[63 - i])) + uint8(modulus[47 - i]) + carry;
            key[63 - i] = bytes1(uint8(digit));
            carry = digit >> 8;
        }
        vm.assertEq(carry, 0, "x + p fits into 48 bytes");
        _expectInvalidKey(key);
    }

    function test_RefusesAKeyWithPaddingThatIsNotZero() public {
        bytes memory key = TestBls.publicKey(NUMBER);
        key[0] = 0x01;
        _expectInvalidKey(key);
    }

    function test_UpdatesPayoutAndMetadata() public {
        _register(NUMBER);
        vm.expectEmit(address(operatorRegistry));
        emit IOperatorRegistry.OperatorPayoutUpdated(operator, address(0xBEEF));
        vm.prank(operator);
        operatorRegistry.updatePayout(address(0xBEEF));
        vm.assertEq(operatorRegistry.payoutOf(operator), address(0xBEEF), "payout");

        vm.expectEmit(address(operatorRegistry));
        emit IOperatorRegistry.OperatorMetadataUpdated(operator, "ipfs://new");
        vm.prank(operator);
        operatorRegistry.updateMetadata("ipfs://new");

        _expectRevert(IOperatorRegistry.ZeroAddress.selector);
        vm.prank(operator);
        operatorRegistry.updatePayout(address(0));
    }

    function test_OnlyOperatorsUpdate() public {
        bytes memory expected = abi.encodeWithSelector(IOperatorRegistry.OperatorNotRegistered.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(expected);
        operatorRegistry.updatePayout(stranger);
        vm.expectRevert(expected);
        operatorRegistry.updateMetadata("");
        vm.expectRevert(expected);
        operatorRegistry.scheduleCommission(1);
        vm.stopPrank();
    }

    function test_CommissionAnnouncedInEpochKHoldsFromKPlusTwo() public {
        _register(NUMBER);
        _toEpoch(3);
        vm.expectEmit(address(operatorRegistry));
        emit IOperatorRegistry.CommissionScheduled(operator, 1000, 2000, 5);
        _schedule(2000);
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 3), 1000, "at once");
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 4), 1000, "a whole epoch's notice");
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 5), 2000, "in force");
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, type(uint64).max), 2000, "far future");
    }

    function test_RefusesASecondCommissionWhileOneIsPending() public {
        _register(NUMBER);
        _schedule(2000);
        _toEpoch(1);
        vm.expectRevert(abi.encodeWithSelector(IOperatorRegistry.CommissionChangePending.selector, 2));
        _schedule(3000);
        _toEpoch(2);
        _schedule(3000);
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 3), 2000, "before");
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 4), 3000, "after");
        vm.assertEq(operatorRegistry.commissionBpsAt(operator, 1), 1000, "the past stays");
    }

    function test_RefusesTooHighACommission() public {
        _register(NUMBER);
        vm.expectRevert(abi.encodeWithSelector(IOperatorRegistry.CommissionTooHigh.selector, 10_001));
        _schedule(10_001);
    }

    function _schedule(uint16 bps) private {
        vm.prank(operator);
        operatorRegistry.scheduleCommission(bps);
    }

    function _registerWith(bytes memory key, bytes memory proof) private {
        vm.prank(operator);
        operatorRegistry.registerOperator(operator, 0, "", key, proof);
    }

    function _expectInvalidKey(bytes memory key) private {
        bytes memory proof = _proof(NUMBER, operator);
        _expectRevert(IOperatorRegistry.InvalidBlsKey.selector);
        _registerWith(key, proof);
    }

    function _proof(uint256 secretKey, address for_) private view returns (bytes memory) {
        return TestBls.proofOfPossession(secretKey, operatorRegistry.proofOfPossessionDigest(for_));
    }
}
