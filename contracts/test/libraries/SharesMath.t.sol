// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SharesMath} from "../../src/libraries/SharesMath.sol";
import {Test} from "../support/Test.sol";

contract SharesMathTest is Test {
    struct RoundingVector {
        uint256 amount;
        uint256 assetsDown;
        uint256 sharesDown;
        uint256 totalAssets;
        uint256 totalShares;
    }

    string private constant VECTOR =
        "RoundingVector(uint256 amount,uint256 assetsDown,uint256 sharesDown,uint256 totalAssets,uint256 totalShares)";

    /// @dev What integers without bounds give (fixtures/README.md). api/delegations/sharesToAssets.test.ts reads the same file.
    function test_RoundsAsUnboundedIntegersDo() public view {
        string memory json = vm.readFile("test/fixtures/sharesMath.json");
        RoundingVector[] memory vectors = abi.decode(vm.parseJsonTypeArray(json, ".", VECTOR), (RoundingVector[]));
        vm.assertGe(vectors.length, 100, "vectors");
        for (uint256 i = 0; i < vectors.length; i++) {
            RoundingVector memory v = vectors[i];
            vm.assertEq(SharesMath.toAssetsDown(v.amount, v.totalAssets, v.totalShares), v.assetsDown, "assets");
            vm.assertEq(SharesMath.toSharesDown(v.amount, v.totalAssets, v.totalShares), v.sharesDown, "shares");
        }
    }

    function test_AnEmptyPoolsRateIsOne() public pure {
        vm.assertEq(SharesMath.toSharesDown(123, 0, 0), 123, "shares");
        vm.assertEq(SharesMath.toAssetsDown(123, 0, 0), 123, "assets");
    }

    function test_RoundsDownBothWays() public pure {
        // 10 assets behind 20 shares: 11/21 assets a share with the virtual ones.
        vm.assertEq(SharesMath.toAssetsDown(1, 10, 20), 0, "0.52 assets");
        vm.assertEq(SharesMath.toAssetsDown(2, 10, 20), 1, "1.04 assets");
        vm.assertEq(SharesMath.toSharesDown(1, 20, 10), 0, "0.52 shares");
    }

    function testFuzz_ARoundTripNeverGains(uint128 assets, uint128 totalAssets, uint128 totalShares) public pure {
        uint256 shares = SharesMath.toSharesDown(assets, totalAssets, totalShares);
        uint256 back = SharesMath.toAssetsDown(shares, uint256(totalAssets) + assets, uint256(totalShares) + shares);
        vm.assertLe(back, assets, "no gain");
    }

    function testFuzz_RedeemingNeverPaysMoreThanThePoolHas(uint128 shares, uint128 totalAssets, uint128 totalShares)
        public
        pure
    {
        shares = uint128(_bound(shares, 0, totalShares));
        vm.assertLe(SharesMath.toAssetsDown(shares, totalAssets, totalShares), totalAssets, "bounded");
    }

    function testFuzz_OthersNeverLoseByADeposit(uint128 assets, uint128 totalAssets, uint128 totalShares) public pure {
        uint256 shares = SharesMath.toSharesDown(assets, totalAssets, totalShares);
        uint256 before = SharesMath.toAssetsDown(totalShares, totalAssets, totalShares);
        uint256 afterwards =
            SharesMath.toAssetsDown(totalShares, uint256(totalAssets) + assets, uint256(totalShares) + shares);
        vm.assertGe(afterwards, before, "worth no less");
    }

    function testFuzz_SplittingARedemptionNeverPaysMore(
        uint128 first,
        uint128 second,
        uint128 totalAssets,
        uint128 totalShares
    ) public pure {
        totalShares = uint128(_bound(totalShares, 1, type(uint128).max));
        first = uint128(_bound(first, 0, totalShares));
        second = uint128(_bound(second, 0, totalShares - first));
        uint256 whole = SharesMath.toAssetsDown(uint256(first) + second, totalAssets, totalShares);
        uint256 part = SharesMath.toAssetsDown(first, totalAssets, totalShares);
        uint256 rest = SharesMath.toAssetsDown(second, totalAssets - part, totalShares - first);
        // One unit of rounding may move between the two; nothing is created beyond it.
        vm.assertLe(part + rest, whole + 1, "no gain");
        vm.assertLe(part + rest, totalAssets, "bounded");
    }
}
