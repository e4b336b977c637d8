// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Unique security: which part of an operator's pool answers to which network
/// @notice Each pool (operator, asset) begins with a magnitude of 1e18. The operator gives each network a part of it; the
/// parts never sum to more than what remains. A slash takes from one network's part and from the remaining magnitude alike,
/// so that what backs the other networks stays what it was.
interface IAllocationManager {
    /// @param current Magnitude that counts for weights and slashes until `effectiveAt`.
    /// @param next Magnitude from `effectiveAt` on; equal to `current` when no change waits.
    /// @param effectiveAt Timestamp of the change; 0 when there never was one.
    struct Allocation {
        uint64 current;
        uint64 next;
        uint64 effectiveAt;
    }

    /// @param effectiveAt Timestamp from which `newMagnitude` counts. Until then `oldMagnitude` counts and is slashable.
    event AllocationScheduled(
        address indexed operator,
        address indexed network,
        address indexed asset,
        uint64 oldMagnitude,
        uint64 newMagnitude,
        uint64 effectiveAt
    );
    /// @param magnitudeSlashed What was taken from the network's magnitude and from the pool's, rounded up.
    /// @param magnitudeAfter The network's magnitude that counts now.
    /// @param nextMagnitudeAfter The network's magnitude once a waiting change has its effect; else `magnitudeAfter`.
    /// @param totalMagnitudeAfter The pool's remaining magnitude.
    event AllocationSlashed(
        bytes32 indexed slashId,
        address indexed operator,
        address indexed asset,
        address network,
        uint64 magnitudeSlashed,
        uint64 magnitudeAfter,
        uint64 nextMagnitudeAfter,
        uint64 totalMagnitudeAfter
    );

    error OperatorNotRegistered(address operator);
    error AssetNotAccepted(address network, address asset);
    error MagnitudeExceeded(uint256 available, uint256 requested);
    error MagnitudeUnchanged(uint64 magnitude);
    error AllocationChangePending(uint64 effectiveAt);
    error TooManyAllocations(uint256 maximum);
    error NotSlashingManager(address caller);

    /// @notice Gives `network` the magnitude `magnitude` of the calling operator's pool of `asset`. A rise has its effect
    /// after `allocationDelay`, a fall after `deallocationDelay`. Refused while another change of it waits.
    function allocate(address network, address asset, uint64 magnitude) external;

    /// @notice SlashingManager only: takes `fraction` (1e18 = all) of the network's magnitude, rounded up.
    /// @return slashed What was taken.
    /// @return totalBefore The pool's remaining magnitude before: the pool loses `slashed / totalBefore` of its assets.
    function slash(bytes32 slashId, address operator, address network, address asset, uint256 fraction)
        external
        returns (uint64 slashed, uint64 totalBefore);

    /// @notice Seconds until a rise has its effect.
    function allocationDelay() external view returns (uint64);

    /// @notice Seconds until a fall has its effect, and for which what falls stays slashable.
    function deallocationDelay() external view returns (uint64);

    /// @notice The magnitude that counts now.
    function magnitudeOf(address operator, address network, address asset) external view returns (uint64);

    /// @notice What remains of the pool's 1e18 after slashes. Zero closes the pool for deposits.
    function totalMagnitudeOf(address operator, address asset) external view returns (uint64);

    /// @notice What no network has, neither now nor by a change that waits.
    function freeMagnitudeOf(address operator, address asset) external view returns (uint64);

    function allocationOf(address operator, address network, address asset) external view returns (Allocation memory);

    /// @notice The assets of which `operator` ever gave `network` a part that is not settled at zero, at most 16: what a
    /// slash goes through.
    function allocatedAssetsOf(address operator, address network) external view returns (address[] memory);

    /// @notice The networks that have a part of the pool, at most 64.
    function allocatedNetworksOf(address operator, address asset) external view returns (address[] memory);
}
