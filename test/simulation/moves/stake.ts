import type { Hex } from "viem";
import { delegate } from "../../../indexer/testing/actions.ts";
import type { Simulation } from "../simulation.ts";
import { isOpen, listedAssets, lower, one, registeredOperators } from "./knowledge.ts";
import type { Move } from "./Move.ts";

type Pair = { readonly operator: Hex; readonly asset: Hex };

/** A pool that takes deposits. */
export async function openPool(simulation: Simulation, of?: Hex): Promise<Pair | undefined> {
  const { random, protocol } = simulation;
  const { client, delegationManager, allocationManager } = protocol;
  if (!isOpen(simulation, "deposits")) return undefined;
  const operator = of ?? random.pick(registeredOperators(simulation))?.address;
  const asset = random.pick(listedAssets(simulation));
  if (!operator || !asset) return undefined;
  const args = [operator, asset] as const;
  const [pool, magnitude] = await Promise.all([
    client.readContract({ ...delegationManager, functionName: "poolOf", args }),
    client.readContract({ ...allocationManager, functionName: "totalMagnitudeOf", args }),
  ]);
  const isClosed = (pool.totalAssets === 0n && pool.totalShares > 0n) || magnitude === 0n;
  return isClosed ? undefined : { operator, asset };
}

export async function deposit(simulation: Simulation, { operator, asset }: Pair): Promise<void> {
  const { random, protocol } = simulation;
  const from = random.pick(protocol.delegators) ?? "0x";
  const assets = random.chance(0.15) ? random.amount(1n, 20n) : random.amount(1n, 60n * one);
  await protocol.done(delegate(protocol, from, operator, assets, asset));
}

const delegation: Move = {
  name: "delegate",
  weight: 10,
  async play(simulation) {
    const pair = await openPool(simulation);
    if (!pair) return false;
    const times = simulation.random.chance(0.7) ? 1 : 3;
    for (let time = 0; time < times; time++) await deposit(simulation, pair);
    return true;
  },
};

const queue: Move = {
  name: "queue a withdrawal",
  weight: 7,
  async play({ random, ledger, protocol }) {
    const { client, done, delegationManager } = protocol;
    const from = random.pick(ledger.of("Delegated"));
    if (!from) return false;
    const { delegator, operator, asset } = from;
    const args = [delegator, operator, asset] as const;
    const shares = await client.readContract({ ...delegationManager, functionName: "sharesOf", args });
    if (shares === 0n) return false;
    const part = random.chance(0.2) ? shares : random.amount(1n, shares);
    await done(
      client.writeContract({
        ...delegationManager,
        account: lower(delegator),
        functionName: "queueWithdrawal",
        args: [operator, asset, part],
      }),
    );
    return true;
  },
};

const complete: Move = {
  name: "complete withdrawals",
  weight: 6,
  async play(simulation) {
    const { random, ledger, protocol, now } = simulation;
    if (!isOpen(simulation, "withdrawals")) return false;
    const completed = new Set(ledger.of("WithdrawalCompleted").map(({ withdrawalId }) => withdrawalId));
    const unlocked = ledger
      .of("WithdrawalQueued")
      .filter(({ withdrawalId, unlockAt }) => unlockAt <= now && !completed.has(withdrawalId));
    for (const { withdrawalId, delegator } of random.some(unlocked).slice(0, 2)) {
      const { client, done, delegationManager } = protocol;
      const call = { ...delegationManager, account: lower(delegator), args: [withdrawalId] } as const;
      await done(client.writeContract({ ...call, functionName: "completeWithdrawal" }));
    }
    return unlocked.length > 0;
  },
};

const listing: Move = {
  name: "list an asset",
  weight: 1,
  async play(simulation) {
    const { protocol, stage } = simulation;
    const [, , third] = stage.tokens;
    if (listedAssets(simulation).includes(third)) return false;
    const { client, done, delegationManager, governor } = protocol;
    const call = { ...delegationManager, account: governor, args: [third] } as const;
    await done(client.writeContract({ ...call, functionName: "listAsset" }));
    return true;
  },
};

export const stakeMoves: readonly Move[] = [delegation, queue, complete, listing];
