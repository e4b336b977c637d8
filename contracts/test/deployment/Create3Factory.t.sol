// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CREATE3} from "solady/utils/CREATE3.sol";
import {DemoToken} from "../../src/demo/DemoToken.sol";
import {Create3Factory} from "../../src/deployment/Create3Factory.sol";
import {Test} from "../support/Test.sol";

contract Create3FactoryTest is Test {
    bytes32 private constant SALT = keccak256("salt");
    Create3Factory private factory;

    function setUp() public {
        factory = new Create3Factory();
    }

    function test_DeploysWhereItSaidWhateverTheArguments() public {
        address predicted = factory.addressOf(address(this), SALT);
        vm.expectEmit(address(factory));
        emit Create3Factory.ContractDeployed(address(this), SALT, predicted);
        vm.assertEq(factory.deploy(SALT, _code("Name")), predicted, "address");
        vm.assertEq(DemoToken(predicted).name(), "Name", "the contract");
    }

    function test_TheSaltIsTheDeployersOwn() public {
        address predicted = factory.addressOf(address(this), SALT);
        vm.prank(address(0xBAD));
        factory.deploy(SALT, _code("Bad"));
        vm.assertEq(predicted.code.length, 0, "still free");
        vm.assertEq(factory.deploy(SALT, _code("Good")), predicted, "and ours");
    }

    function test_RefusesASecondDeployment() public {
        factory.deploy(SALT, _code("First"));
        _expectRevert(CREATE3.DeploymentFailed.selector);
        factory.deploy(SALT, _code("Second"));
    }

    function _code(string memory name) private pure returns (bytes memory) {
        return bytes.concat(type(DemoToken).creationCode, abi.encode(name, "SYM"));
    }
}
