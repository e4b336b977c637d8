// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DemoToken} from "../../src/demo/DemoToken.sol";
import {IChallengeManager} from "../../src/interfaces/IChallengeManager.sol";
import {IDelegationManager} from "../../src/interfaces/IDelegationManager.sol";
import {INetworkRegistry} from "../../src/interfaces/INetworkRegistry.sol";
import {ISlashingManager} from "../../src/interfaces/ISlashingManager.sol";
import {ITaskManager} from "../../src/interfaces/ITaskManager.sol";
import {TaskHandler} from "./TaskHandler.sol";

/// @title Challenges and proofs of equivocation, and what they may take from whom
abstract contract SlashHandler is TaskHandler {
    /// @param parts Magnitudes of the network that slashes.
    /// @param elsewhere Assets that back the other network.
    /// @param worths What each delegator has in the pool, its queue included.
    struct Snapshot {
        uint256[2][5] pools;
        uint256[2][5] totals;
        uint256[2][5] parts;
        uint256[2][5] elsewhere;
        uint256[2][3][5] worths;
        IDelegationManager.Withdrawal[] queued;
    }

    address internal constant REPORTER = address(0x4E904);

    mapping(address token => uint256) public slashed;
    uint256 public bondsForfeited;
    uint256 public offences;

    bytes32[] internal _slashIds;
    bytes32[] private _upheld;

    /// @dev A whole dispute at once: left to chance, most windows close before anybody challenges.
    function dispute(uint256 at, uint256 n, bool isRight, uint256 absent, bool slashesAtOnce) external {
        createTask(at, n);
        respond(0, isRight, absent);
        challenge(0, slashesAtOnce);
    }

    function challenge(uint256 index, bool slashesAtOnce) public {
        (bool found, bytes32 taskId) = _find(ITaskManager.TaskStatus.Responded, index);
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        if (!found || block.timestamp > task.challengeDeadline) return;
        bool wrong = !_isRight(taskId);
        address[] memory signers = wrong && slashesAtOnce ? _signers(taskId, task) : new address[](0);
        Snapshot memory before = _snapshot(task.network);
        bytes32 challengeId = _raise(taskId, signers);
        _assertStatus(
            taskId, wrong ? ITaskManager.TaskStatus.Rejected : ITaskManager.TaskStatus.Responded, "as the verifier says"
        );
        if (!wrong) bondsForfeited += BOND;
        if (wrong) _upheld.push(challengeId);
        _account(before, task, taskId, ISlashingManager.Offence.WrongResponse, signers);
    }

    /// @dev Whoever was slashed before is passed over.
    function slashSigners(uint256 index) external {
        if (_upheld.length == 0) return;
        bytes32 challengeId = _upheld[index % _upheld.length];
        bytes32 taskId = challengeManager.challengeOf(challengeId).taskId;
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        address[] memory signers = _signers(taskId, task);
        address[] memory fresh = _unslashed(taskId, signers, ISlashingManager.Offence.WrongResponse);
        Snapshot memory before = _snapshot(task.network);
        challengeManager.slashSigners(challengeId, _nonSigners[taskId], signers);
        _account(before, task, taskId, ISlashingManager.Offence.WrongResponse, fresh);
    }

    function equivocate(uint256 index, uint256 who) external {
        if (_tasks.length == 0) return;
        bytes32 taskId = _tasks[index % _tasks.length];
        ITaskManager.Task memory task = taskManager.taskOf(taskId);
        uint256 number = who % OPERATORS + 1;
        if (_weightThen(task, number) == 0) return;
        if (block.timestamp > networkRegistry.slashableUntil(task.network, _operator(number))) return;
        address[] memory culprit = new address[](1);
        culprit[0] = _operator(number);
        if (_unslashed(taskId, culprit, ISlashingManager.Offence.Equivocation).length == 0) return;
        Snapshot memory before = _snapshot(task.network);
        _equivocate(taskId, number);
        _account(before, task, taskId, ISlashingManager.Offence.Equivocation, culprit);
    }

    /// @dev Anything that a halted token held back.
    function distribute(uint256 index) external {
        if (_slashIds.length == 0 || halted) return;
        for (uint256 i = 0; i < _slashIds.length; i++) {
            bytes32 slashId = _slashIds[(index % _slashIds.length + i) % _slashIds.length];
            if (slashingManager.undistributedOf(slashId, address(otherToken)) == 0) continue;
            return slashingManager.distribute(slashId, address(otherToken));
        }
    }

    function _raise(bytes32 taskId, address[] memory signers) private returns (bytes32) {
        rewardToken.mint(REPORTER, BOND);
        vm.startPrank(REPORTER);
        rewardToken.approve(address(challengeManager), BOND);
        bytes32 challengeId = challengeManager.challenge(
            taskId,
            IChallengeManager.Evidence({
                payload: _payloads[taskId],
                response: _responses[taskId],
                nonSigners: _nonSigners[taskId],
                signers: signers
            })
        );
        vm.stopPrank();
        return challengeId;
    }

    function _signers(bytes32 taskId, ITaskManager.Task memory task) private view returns (address[] memory signers) {
        signers = new address[](OPERATORS);
        uint256 count = 0;
        for (uint256 number = 1; number <= OPERATORS; number++) {
            bool absent = _nonSigners[taskId].length > 0 && _nonSigners[taskId][0] == _operator(number);
            if (!absent && _weightThen(task, number) > 0) signers[count++] = _operator(number);
        }
        return _cut(signers, count);
    }

    function _unslashed(bytes32 taskId, address[] memory operators, ISlashingManager.Offence offence)
        private
        view
        returns (address[] memory fresh)
    {
        fresh = new address[](operators.length);
        uint256 count = 0;
        for (uint256 i = 0; i < operators.length; i++) {
            bytes32 slashId = slashingManager.slashIdOf(taskId, operators[i], offence);
            if (slashingManager.slashOf(slashId).network == address(0)) fresh[count++] = operators[i];
        }
        return _cut(fresh, count);
    }

    function _snapshot(address network_) private view returns (Snapshot memory taken) {
        taken.queued = new IDelegationManager.Withdrawal[](_queued.length);
        for (uint256 i = 0; i < _queued.length; i++) {
            taken.queued[i] = delegationManager.withdrawalOf(_queued[i]);
        }
        for (uint256 i = 0; i < OPERATORS; i++) {
            for (uint256 t = 0; t < 2; t++) {
                (address operator, DemoToken token) = (operatorAt(i), tokenAt(t));
                taken.pools[i][t] = _poolAssets(operator, token);
                taken.totals[i][t] = allocationManager.totalMagnitudeOf(operator, address(token));
                taken.parts[i][t] = allocationManager.magnitudeOf(operator, network_, address(token));
                taken.elsewhere[i][t] = _slashable(operator, _otherThan(network_), token);
                for (uint256 d = 0; d < DELEGATORS; d++) {
                    taken.worths[i][d][t] = _held(taken.queued, delegatorAt(d), operator, token);
                }
            }
        }
    }

    /// @dev Checks what the offence took of whom, and books it.
    function _account(
        Snapshot memory before,
        ITaskManager.Task memory task,
        bytes32 taskId,
        ISlashingManager.Offence offence,
        address[] memory culprits
    ) private {
        uint256 fraction = _fraction(task, offence);
        for (uint256 i = 0; i < OPERATORS; i++) {
            bool isCulprit = _contains(culprits, operatorAt(i));
            for (uint256 t = 0; t < 2; t++) {
                _assertTaken(before, i, t, isCulprit ? fraction : 0);
                slashed[address(tokenAt(t))] += before.pools[i][t] - _poolAssets(operatorAt(i), tokenAt(t));
                uint256 elsewhere = _slashable(operatorAt(i), _otherThan(task.network), tokenAt(t));
                vm.assertApproxEqAbs(elsewhere, before.elsewhere[i][t], 1, "what backs the other network");
            }
            if (isCulprit) _assertRecorded(task.network, operatorAt(i));
        }
        for (uint256 i = 0; i < culprits.length; i++) {
            _slashIds.push(slashingManager.slashIdOf(taskId, culprits[i], offence));
            offences++;
        }
    }

    /// @dev The pool pays its part, rounded up, and each delegator its part of that; all others pay nothing at all.
    function _assertTaken(Snapshot memory before, uint256 i, uint256 t, uint256 fraction) private view {
        uint256 total = before.totals[i][t];
        uint256 magnitude = (before.parts[i][t] * fraction + ONE - 1) / ONE;
        uint256 pool = before.pools[i][t];
        uint256 taken = magnitude == 0 ? 0 : (pool * magnitude + total - 1) / total;
        vm.assertEq(_poolAssets(operatorAt(i), tokenAt(t)), pool - taken, "pool");
        for (uint256 d = 0; d < DELEGATORS; d++) {
            uint256 worth = before.worths[i][d][t];
            uint256 left = _held(before.queued, delegatorAt(d), operatorAt(i), tokenAt(t));
            if (taken == 0) vm.assertEq(left, worth, "nobody else loses anything");
            else vm.assertApproxEqAbs(left, worth - worth * taken / (pool + 1), 2, "each loses once");
        }
    }

    /// @dev All that the delegator has in the pool, the queue included, as one sum of shares.
    function _held(IDelegationManager.Withdrawal[] memory queued, address holder, address operator, DemoToken token)
        private
        view
        returns (uint256)
    {
        uint256 shares = delegationManager.sharesOf(holder, operator, address(token));
        for (uint256 i = 0; i < queued.length; i++) {
            bool counts = queued[i].delegator == holder && queued[i].operator == operator;
            if (counts && queued[i].asset == address(token)) shares += queued[i].shares;
        }
        return _worth(shares, operator, token);
    }

    function _fraction(ITaskManager.Task memory task, ISlashingManager.Offence offence) private view returns (uint256) {
        INetworkRegistry.NetworkParameters memory terms =
            networkRegistry.parametersOfVersion(task.network, task.parametersVersion);
        uint256 bps = offence == ISlashingManager.Offence.WrongResponse
            ? terms.wrongResponseSlashBps
            : terms.equivocationSlashBps;
        return bps * ONE / 10_000;
    }

    function _otherThan(address network_) private view returns (address) {
        return network_ == networkAt(0) ? networkAt(1) : networkAt(0);
    }

    function _contains(address[] memory list, address item) private pure returns (bool) {
        for (uint256 i = 0; i < list.length; i++) {
            if (list[i] == item) return true;
        }
        return false;
    }

    function _cut(address[] memory list, uint256 length) private pure returns (address[] memory shorter) {
        shorter = new address[](length);
        for (uint256 i = 0; i < length; i++) {
            shorter[i] = list[i];
        }
    }
}
