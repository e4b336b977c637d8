import type { Address, Hex } from "viem";
import { keyOf, RewardsError } from "../arithmetic.ts";
import type { Accrual, EpochInput, Schedule, SharesStep, WeightStep } from "../types.ts";
import type { ChainEvent } from "./readEvents.ts";
import { StepLog } from "./StepLog.ts";

type Task = { readonly network: Address; readonly referenceBlock: bigint };
type Total = { readonly block: bigint; readonly timestamp: bigint; readonly weight: bigint };
type Answer = {
  readonly network: Address;
  readonly operator: Address;
  readonly at: bigint;
  readonly signed: boolean;
};
type InForce<Value> = { readonly from: bigint; readonly value: Value };

const sources = ["FEE", "FORFEITED_BOND", "SLASHED_STAKE"] as const;

/**
 * What the rules need to know, from the contracts' logs alone, in the order of the chain. It shares nothing with the indexer, so that
 * either finds the other's mistakes.
 */
export class ChainFacts {
  readonly #schedules: Schedule[] = [];
  readonly #accruals: (Accrual & { readonly epoch: bigint })[] = [];
  readonly #weights = new StepLog<WeightStep>();
  readonly #operatorWeights = new StepLog<Total>();
  readonly #shares = new StepLog<SharesStep>();
  readonly #members = new Map<Address, Set<Address>>();
  readonly #tasks = new Map<Hex, Task>();
  #answers: Answer[] = [];
  readonly #commissions = new Map<Address, InForce<number>[]>();
  readonly #performance = new Map<Address, InForce<number>[]>();
  readonly #slashed: { readonly network: Address; readonly operator: Address; readonly at: bigint }[] = [];

  /** Takes in the next log of the chain. */
  add(event: ChainEvent): void {
    const { block, timestamp } = event;
    switch (event.eventName) {
      case "RewardsScheduled": {
        const { network, token, amountPerEpoch, firstEpoch, epochs } = event.args;
        this.#schedules.push({
          ...{ network: lower(network), token: lower(token), amountPerEpoch, firstEpoch, epochs },
        });
        return;
      }
      case "RewardsAccrued": {
        const { network, token, epoch, amount, source } = event.args;
        const name = sources[source];
        if (!name) throw new RewardsError("An accrual of an unknown source.", { source });
        this.#accruals.push({ network: lower(network), token: lower(token), epoch, amount, source: name });
        return;
      }
      case "WeightUpdated":
        this.#weightUpdated(event.args, { block, timestamp });
        return;
      case "Delegated":
        this.#moveShares(event.args, event.args.shares, { block, timestamp });
        return;
      case "WithdrawalQueued":
        this.#moveShares(event.args, -event.args.shares, { block, timestamp });
        return;
      case "TaskCreated": {
        const { taskId, network, referenceBlock } = event.args;
        this.#tasks.set(taskId, { network: lower(network), referenceBlock });
        return;
      }
      case "TaskResponded":
        this.#taskResponded(event.args.taskId, event.args.nonSigners, timestamp);
        return;
      case "OperatorRegistered":
        setFrom(this.#commissions, lower(event.args.operator), 0n, event.args.commissionBps);
        return;
      case "CommissionScheduled": {
        const { operator, effectiveEpoch, newBps } = event.args;
        setFrom(this.#commissions, lower(operator), effectiveEpoch, newBps);
        return;
      }
      case "NetworkParametersSet": {
        const { network, effectiveEpoch, parameters } = event.args;
        setFrom(this.#performance, lower(network), effectiveEpoch, parameters.performanceBps);
        return;
      }
      case "OperatorSlashed": {
        const { network, operator } = event.args;
        this.#slashed.push({ network: lower(network), operator: lower(operator), at: timestamp });
      }
    }
  }

  /** The facts of an epoch, all of whose logs were taken in; carries and totals are the caller's. */
  inputOf(epoch: bigint, start: bigint, end: bigint): Omit<EpochInput, "carries" | "earned"> {
    const inEpoch = ({ at }: { readonly at: bigint }) => at >= start && at < end;
    return {
      ...{ epoch, start, end, schedules: this.#schedules },
      accruals: this.#accruals.filter((row) => row.epoch === epoch),
      weights: this.#weights.inside(start, end),
      shares: this.#shares.inside(start, end),
      participations: countAnswers(this.#answers.filter(inEpoch)),
      performance: inForce(this.#performance, epoch).map(([network, value]) => ({
        ...{ network, performanceBps: value },
      })),
      commissions: inForce(this.#commissions, epoch).map(([operator, value]) => ({
        ...{ operator, commissionBps: value },
      })),
      slashed: this.#slashed.filter(inEpoch).map(({ network, operator }) => ({ network, operator })),
    };
  }

  /** Forgets what only epochs that ended by `start` needed. */
  forgetBefore(start: bigint): void {
    this.#weights.forgetBefore(start);
    this.#shares.forgetBefore(start);
    this.#answers = this.#answers.filter(({ at }) => at >= start);
  }

  #weightUpdated(
    args: {
      readonly network: Address;
      readonly operator: Address;
      readonly asset: Address;
      readonly weight: bigint;
      readonly operatorTotal: bigint;
    },
    at: { readonly block: bigint; readonly timestamp: bigint },
  ): void {
    const [network, operator, asset] = [lower(args.network), lower(args.operator), lower(args.asset)];
    this.#weights.add(keyOf(network, operator, asset), {
      ...{ network, operator, asset, weight: args.weight, ...at },
    });
    this.#operatorWeights.add(keyOf(network, operator), { weight: args.operatorTotal, ...at });
    const members = this.#members.get(network) ?? new Set();
    this.#members.set(network, members.add(operator));
  }

  #moveShares(
    of: { readonly delegator: Address; readonly operator: Address; readonly asset: Address },
    change: bigint,
    at: { readonly block: bigint; readonly timestamp: bigint },
  ): void {
    const [delegator, operator, asset] = [lower(of.delegator), lower(of.operator), lower(of.asset)];
    const key = keyOf(delegator, operator, asset);
    const shares = (this.#shares.last(key)?.shares ?? 0n) + change;
    if (shares < 0n) throw new RewardsError("More shares left a pool than were in it.", { key, shares });
    this.#shares.add(key, { delegator, operator, asset, shares, ...at });
  }

  /** Whoever had weight at the reference block was assigned, and signed unless it is named. */
  #taskResponded(taskId: Hex, nonSigners: readonly Address[], at: bigint): void {
    const task = this.#tasks.get(taskId);
    if (!task) throw new RewardsError("A response to a task that was not created.", { taskId });
    const missed = new Set(nonSigners.map(lower));
    for (const operator of this.#members.get(task.network) ?? []) {
      const total = this.#operatorWeights.at(keyOf(task.network, operator), task.referenceBlock);
      if (total && total.weight > 0n)
        this.#answers.push({ network: task.network, operator, at, signed: !missed.has(operator) });
    }
  }
}

const lower = (address: Address) => address.toLowerCase() as Address;

function setFrom<Value>(map: Map<Address, InForce<Value>[]>, key: Address, from: bigint, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), { from, value }]);
}

/** Of each key the value with the latest beginning up to `epoch`; of two with the same the later log's. */
function inForce<Value>(map: ReadonlyMap<Address, readonly InForce<Value>[]>, epoch: bigint) {
  return [...map].flatMap(([key, changes]): [Address, Value][] => {
    const begun = changes.filter(({ from }) => from <= epoch);
    const [first, ...others] = begun;
    if (!first) return [];
    return [[key, others.reduce((best, change) => (change.from >= best.from ? change : best), first).value]];
  });
}

function countAnswers(answers: readonly Answer[]): EpochInput["participations"] {
  const counts = new Map<string, EpochInput["participations"][number]>();
  for (const { network, operator, signed } of answers) {
    const key = keyOf(network, operator);
    const row = counts.get(key) ?? { network, operator, assigned: 0n, signed: 0n };
    counts.set(key, { ...row, assigned: row.assigned + 1n, signed: row.signed + (signed ? 1n : 0n) });
  }
  return [...counts.values()];
}
