// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IChallengeManager} from "../../src/interfaces/IChallengeManager.sol";
import {ChallengeFixture} from "../support/ChallengeFixture.sol";
import {TestBls} from "../support/TestBls.sol";

/// @dev Gas of an upheld challenge by the signers that it slashes, and of a proof of equivocation, from cold storage. The
/// table of contracts/README.md says how to run it.
contract SlashGasTest is ChallengeFixture {
    uint256 private constant OPERATORS = 100;
    uint256 private constant MOST_GAS_PER_SIGNER = 400_000;
    uint256 private constant MOST_GAS_OF_A_PROOF = 1_000_000;

    function setUp() public override {
        super.setUp();
        _acceptBoth();
        for (uint256 number = 1; number <= OPERATORS; number++) {
            address operator = _register(number);
            _delegate(operator, stakeToken, 1e18);
            // The last ones have two assets at stake.
            if (number > OPERATORS - 20) {
                _delegate(operator, otherToken, 1e18);
                _allocateAll(operator, otherToken);
            }
            _optIn(operator);
        }
        _nextBlock();
    }

    function test_AChallengeCostsTheSameForEachSignerThatItSlashes() public {
        _print("gas of an upheld challenge: slashed signers | assets | gas");
        uint256 none = _measureChallenge(1, 0);
        uint256 one = _measureChallenge(1, 1);
        uint256 ten = _measureChallenge(2, 10);
        uint256 thirty = _measureChallenge(12, 30);
        uint256 tenOfTwo = _measureChallenge(OPERATORS - 15, 10);
        _printRow(0, 1, none);
        _printRow(1, 1, one);
        _printRow(10, 1, ten);
        _printRow(30, 1, thirty);
        _printRow(10, 2, tenOfTwo);
        vm.assertLe(thirty - none, 30 * MOST_GAS_PER_SIGNER, "per signer");
        vm.assertApproxEqAbs((ten - one) / 9, (thirty - one) / 29, 20_000, "linear");
    }

    function test_AProofOfEquivocationCostsLessThanAMillion() public {
        _print("gas of proveEquivocation: slashed signers | assets | gas");
        uint256 one = _measureProof(1);
        uint256 two = _measureProof(OPERATORS);
        _printRow(1, 1, one);
        _printRow(1, 2, two);
        vm.assertLe(two, MOST_GAS_OF_A_PROOF, "two assets");
    }

    /// @dev The numbers `first` and following, of a response that all signed.
    function _measureChallenge(uint256 first, uint256 count) private returns (uint256) {
        bytes32 taskId = _answered(WRONG, OPERATORS, _none());
        uint256[] memory signers = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            signers[i] = first + i;
        }
        IChallengeManager.Evidence memory evidence = _evidence(WRONG, _none(), signers);
        _fundBond(rewardToken, BOND);
        _nextBlock();
        _coolAll();
        _challengeFunded(taskId, evidence);
        return vm.lastCallGas().gasTotalUsed;
    }

    function _measureProof(uint256 number) private returns (uint256) {
        bytes32 taskId = _createTask();
        bytes memory first = _sign(taskId, number, keccak256("first"));
        bytes memory second = _sign(taskId, number, keccak256("second"));
        address operator = _operator(number);
        _nextBlock();
        _coolAll();
        slashingManager.proveEquivocation(taskId, operator, keccak256("first"), first, keccak256("second"), second);
        return vm.lastCallGas().gasTotalUsed;
    }

    function _sign(bytes32 taskId, uint256 number, bytes32 responseHash) private view returns (bytes memory) {
        uint64 referenceBlock = taskManager.taskOf(taskId).referenceBlock;
        return TestBls.sign(number, taskManager.responseDigest(taskId, referenceBlock, responseHash));
    }

    function _acceptBoth() private {
        vm.prank(owner);
        networkRegistry.setAsset(address(network), address(otherToken), ONE);
    }

    function _coolAll() private {
        address[12] memory targets = [
            address(accessManager),
            address(networkRegistry),
            address(operatorRegistry),
            address(delegationManager),
            address(stakeRegistry),
            address(taskManager),
            address(allocationManager),
            address(challengeManager),
            address(slashingManager),
            address(stakeToken),
            address(otherToken),
            address(rewardToken)
        ];
        for (uint256 i = 0; i < targets.length; i++) {
            vm.cool(targets[i]);
        }
    }

    function _printRow(uint256 first, uint256 assets, uint256 gas) private view {
        _print(string.concat(Strings.toString(first), " | ", Strings.toString(assets), " | ", Strings.toString(gas)));
    }
}
