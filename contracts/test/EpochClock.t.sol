// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EpochClock} from "../src/EpochClock.sol";
import {IEpochClock} from "../src/interfaces/IEpochClock.sol";
import {Test} from "./support/Test.sol";

contract EpochClockTest is Test {
    function test_EpochsAreHalfOpenIntervals() public {
        vm.warp(1000);
        EpochClock clock = new EpochClock(1000, 100);
        vm.assertEq(clock.currentEpoch(), 0, "genesis");
        vm.assertEq(clock.epochEnd(0), 1100, "end");
        vm.warp(1099);
        vm.assertEq(clock.currentEpoch(), 0, "last second");
        vm.warp(1100);
        vm.assertEq(clock.currentEpoch(), 1, "the end belongs to the next");
    }

    function testFuzz_TheCurrentEpochHoldsTheCurrentTimestamp(uint32 genesis, uint16 length, uint32 later) public {
        length = uint16(_bound(length, 1, type(uint16).max));
        vm.warp(uint256(genesis) + later);
        EpochClock clock = new EpochClock(genesis, length);
        uint64 epoch = clock.currentEpoch();
        vm.assertTrue(block.timestamp < clock.epochEnd(epoch), "before its end");
        vm.assertTrue(block.timestamp + length >= clock.epochEnd(epoch), "not before its start");
    }

    function test_RefusesAGenesisInTheFutureAndEpochsWithoutLength() public {
        vm.warp(1000);
        vm.expectRevert(abi.encodeWithSelector(IEpochClock.GenesisInFuture.selector, 1001));
        new EpochClock(1001, 100);
        _expectRevert(IEpochClock.ZeroEpochLength.selector);
        new EpochClock(1000, 0);
    }
}
