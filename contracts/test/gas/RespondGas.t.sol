// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {TaskFixture} from "../support/TaskFixture.sol";

/// @dev Gas of the call's execution from cold storage; a transaction pays its 21000 and its calldata besides. The table of
/// contracts/README.md says how to run it.
contract RespondGasTest is TaskFixture {
    uint256 private constant MOST_GAS_PER_NON_SIGNER = 30_000;

    function test_TheCostGrowsWithTheNonSignersOnly() public {
        uint256[4] memory operators = [uint256(10), 100, 200, 500];
        uint256[4] memory missing = [uint256(0), 1, 10, 50];
        uint256[4][4] memory gas;
        uint256 registered = 0;
        _print("gas of respond: operators | non-signers | gas");
        for (uint256 i = 0; i < 4; i++) {
            registered = _grow(registered, operators[i]);
            for (uint256 j = 0; j < 4 && missing[j] * 2 <= operators[i]; j++) {
                gas[i][j] = _measure(operators[i], missing[j]);
                _printRow(operators[i], missing[j], gas[i][j]);
            }
        }
        vm.assertApproxEqAbs(gas[0][0], gas[3][0], 10_000, "no cost per signer");
        vm.assertApproxEqAbs(gas[1][2], gas[3][2], 10_000, "no cost per signer");
        vm.assertLe(gas[3][2] - gas[3][0], 10 * MOST_GAS_PER_NON_SIGNER, "cost per non-signer");
        vm.assertLe(gas[3][3] - gas[3][0], 50 * MOST_GAS_PER_NON_SIGNER, "cost per non-signer");
    }

    function _grow(uint256 from, uint256 to) private returns (uint256) {
        for (uint256 number = from + 1; number <= to; number++) {
            address operator = _register(number);
            _delegate(operator, stakeToken, 100);
            _optIn(operator);
        }
        _nextBlock();
        return to;
    }

    function _measure(uint256 count, uint256 missingCount) private returns (uint256) {
        bytes32 taskId = _createTask();
        uint256[] memory missing = new uint256[](missingCount);
        for (uint256 i = 0; i < missingCount; i++) {
            missing[i] = i + 1;
        }
        bytes memory signature = _signature(_others(count, missing), _digest(taskId, RESPONSE));
        bytes memory key = stakeRegistry.aggregateKeyOf(address(network));
        address[] memory nonSigners = _addresses(missing);
        _nextBlock();
        vm.cool(address(accessManager));
        vm.cool(address(stakeRegistry));
        vm.cool(address(operatorRegistry));
        vm.cool(address(taskManager));
        taskManager.respond(taskId, RESPONSE, nonSigners, key, signature);
        return vm.lastCallGas().gasTotalUsed;
    }

    function _printRow(uint256 operators, uint256 missing, uint256 gas) private view {
        _print(
            string.concat(Strings.toString(operators), " | ", Strings.toString(missing), " | ", Strings.toString(gas))
        );
    }
}
