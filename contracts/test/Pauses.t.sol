// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {NektarAccessManager} from "../src/NektarAccessManager.sol";
import {IPauses} from "../src/interfaces/IPauses.sol";
import {Fixture} from "./support/Fixture.sol";

contract PausesTest is Fixture {
    IPauses.PauseGroup private constant TASKS = IPauses.PauseGroup.Tasks;

    function test_TheGuardianPausesAndGovernanceResumes() public {
        vm.expectEmit(address(accessManager));
        emit IPauses.PauseSet(TASKS, true, guardian);
        vm.prank(guardian);
        accessManager.pause(TASKS);
        vm.assertTrue(accessManager.isPaused(TASKS), "paused");
        vm.expectRevert(abi.encodeWithSelector(IPauses.GroupPaused.selector, TASKS));
        accessManager.requireOpen(TASKS);

        vm.expectEmit(address(accessManager));
        emit IPauses.PauseSet(TASKS, false, address(this));
        accessManager.resume(TASKS);
        vm.assertFalse(accessManager.isPaused(TASKS), "open");
        accessManager.requireOpen(TASKS);
    }

    function test_NobodyElsePausesNotEvenGovernance() public {
        vm.expectRevert(abi.encodeWithSelector(IPauses.NotGuardian.selector, address(this)));
        accessManager.pause(TASKS);
        vm.expectRevert(abi.encodeWithSelector(IPauses.NotGuardian.selector, stranger));
        vm.prank(stranger);
        accessManager.pause(TASKS);
    }

    function test_NobodyElseResumesNotEvenTheGuardian() public {
        vm.startPrank(guardian);
        accessManager.pause(TASKS);
        vm.expectRevert(abi.encodeWithSelector(IPauses.NotGovernance.selector, guardian));
        accessManager.resume(TASKS);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IPauses.NotGovernance.selector, stranger));
        vm.prank(stranger);
        accessManager.resume(TASKS);
    }

    function test_WhoLostTheRoleOrHasItWithADelayDoesNotPause() public {
        uint64 role = accessManager.GUARDIAN_ROLE();
        accessManager.revokeRole(role, guardian);
        vm.expectRevert(abi.encodeWithSelector(IPauses.NotGuardian.selector, guardian));
        vm.prank(guardian);
        accessManager.pause(TASKS);
        accessManager.grantRole(role, stranger, 1 days);
        vm.expectRevert(abi.encodeWithSelector(IPauses.NotGuardian.selector, stranger));
        vm.prank(stranger);
        accessManager.pause(TASKS);
    }

    function test_EachGroupIsPausedForItself() public {
        for (uint8 paused = 0; paused <= uint8(type(IPauses.PauseGroup).max); paused++) {
            vm.prank(guardian);
            accessManager.pause(IPauses.PauseGroup(paused));
            for (uint8 group = 0; group <= uint8(type(IPauses.PauseGroup).max); group++) {
                vm.assertEq(accessManager.isPaused(IPauses.PauseGroup(group)), group == paused, "only this one");
            }
            accessManager.resume(IPauses.PauseGroup(paused));
        }
    }

    function test_NothingIsPausedAtFirst() public {
        NektarAccessManager fresh = new NektarAccessManager(address(this));
        for (uint8 group = 0; group <= uint8(type(IPauses.PauseGroup).max); group++) {
            vm.assertFalse(fresh.isPaused(IPauses.PauseGroup(group)), "open");
        }
        vm.assertEq(fresh.deployedAt(), block.number, "and knows its block");
    }
}
