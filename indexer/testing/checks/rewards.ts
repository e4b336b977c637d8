import { zeroAddress } from "viem";
import { type Check, eventsOf, lower } from "./comparison.ts";

/** Schedules, what came in, roots and claims. */
export const checkRewards: Check = async (db, protocol, blockNumber) => {
  const { client, rewardsCoordinator, operatorRegistry } = protocol;
  const schedules = await db.selectFrom("indexer.reward_schedule").selectAll().execute();
  const accruals = await db.selectFrom("indexer.reward_accrual").selectAll().execute();
  const claims = await db.selectFrom("indexer.reward_claim").selectAll().execute();
  const totals = await db.selectFrom("indexer.claimed").selectAll().execute();
  const roots = await db.selectFrom("indexer.reward_root").selectAll().execute();
  const epochs = await db.selectFrom("indexer.epoch_root").selectAll().orderBy("epoch").execute();
  const claimers = await db.selectFrom("indexer.claimer").selectAll().execute();
  const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const count = async (name: "RewardsAccrued" | "RootSubmitted" | "RewardsClaimed") =>
    (await eventsOf(protocol, rewardsCoordinator, name)).length;

  const tokens = [...new Set([...schedules, ...accruals].map((row) => row.token))];

  return [
    {
      what: "funds: all that came in, less all that was claimed",
      rows: tokens.map((token) => {
        const of = <Row extends { token: string }>(rows: Row[]) => rows.filter((row) => row.token === token);
        return (
          sum(of(schedules).map((row) => row.amount_per_epoch * row.epochs)) +
          sum(of(accruals).map((row) => row.amount)) -
          sum(of(claims).map((row) => row.amount))
        );
      }),
      chain: await Promise.all(
        tokens.map((token) =>
          client.readContract({
            ...rewardsCoordinator,
            functionName: "fundsOf",
            args: [token],
            blockNumber,
          }),
        ),
      ),
    },
    {
      what: "numbers of accruals, roots and claims",
      rows: [accruals.length, roots.length, claims.length],
      chain: await Promise.all([count("RewardsAccrued"), count("RootSubmitted"), count("RewardsClaimed")]),
    },
    {
      what: "the roots that stand",
      rows: epochs.map(({ epoch, root_id }) => {
        const row = roots.find(({ id }) => id === root_id);
        return row && [epoch, row.root, row.bundle_hash, row.total, row.activates_at, row.disabled];
      }),
      chain: await Promise.all(
        epochs.map(async ({ epoch }) => {
          const root = await client.readContract({
            ...rewardsCoordinator,
            functionName: "rootOf",
            args: [epoch],
            blockNumber,
          });
          return [epoch, root.root, root.bundleHash, root.total, root.activatesAt, root.disabled];
        }),
      ),
    },
    {
      what: "roots that were disabled",
      rows: roots.filter((row) => row.disabled).map((row) => row.root),
      chain: (await eventsOf(protocol, rewardsCoordinator, "RootDisabled")).map(({ args }) => args.root),
    },
    {
      what: "claimed totals",
      rows: totals.map((row) => row.cumulative),
      chain: await Promise.all(
        totals.map((row) =>
          client.readContract({
            ...rewardsCoordinator,
            functionName: "claimedOf",
            args: [row.earner, row.token],
            blockNumber,
          }),
        ),
      ),
    },
    {
      what: "claimers",
      // Without one an operator's payout address takes its place.
      rows: await Promise.all(
        claimers.map(async ({ earner, claimer }) => {
          if (claimer !== zeroAddress) return claimer;
          const args = [earner] as const;
          const payout = { ...operatorRegistry, functionName: "payoutOf", args, blockNumber } as const;
          return lower(await client.readContract(payout));
        }),
      ),
      chain: await Promise.all(
        claimers.map(async (row) =>
          lower(
            await client.readContract({
              ...rewardsCoordinator,
              functionName: "claimerOf",
              args: [row.earner],
              blockNumber,
            }),
          ),
        ),
      ),
    },
  ];
};
