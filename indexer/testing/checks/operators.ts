import { type Check, eventsOf, lower } from "./comparison.ts";

/** Assets, operators and their commissions. */
export const checkOperators: Check = async (db, protocol, blockNumber) => {
  const { client, operatorRegistry, delegationManager, stake } = protocol;
  const operators = await db.selectFrom("indexer.operator").selectAll().orderBy("address").execute();
  const registered = await eventsOf(protocol, operatorRegistry, "OperatorRegistered");
  const renamed = await eventsOf(protocol, operatorRegistry, "OperatorMetadataUpdated");
  const metadata = new Map(
    [...registered, ...renamed].map(({ args }) => [lower(args.operator), args.metadataURI]),
  );

  const commissions = await db.selectFrom("indexer.commission").selectAll().execute();
  const scheduled = await eventsOf(protocol, operatorRegistry, "CommissionScheduled");
  const assets = await db.selectFrom("indexer.asset").selectAll().orderBy("created_block").execute();
  const listed = await eventsOf(protocol, delegationManager, "AssetListed");

  return [
    {
      what: "operators",
      rows: operators.map(({ address, payout, bls_key, metadata_uri }) => [
        address,
        payout,
        bls_key,
        metadata_uri,
      ]),
      chain: await Promise.all(
        registered
          .map(({ args }) => lower(args.operator))
          .sort()
          .map(async (operator) => {
            const at = { ...operatorRegistry, args: [operator], blockNumber } as const;
            const payout = await client.readContract({ ...at, functionName: "payoutOf" });
            const key = await client.readContract({ ...at, functionName: "blsKeyOf" });
            // Postgres holds no NUL; the rest of the text must be as it was.
            return [operator, lower(payout), key, metadata.get(operator)?.replaceAll("\0", "")];
          }),
      ),
    },
    { what: "number of commissions", rows: commissions.length, chain: registered.length + scheduled.length },
    {
      what: "commissions in force from a later epoch",
      rows: commissions.filter((row) => row.effective_epoch > 0n).map((row) => row.commission_bps),
      chain: await Promise.all(
        commissions
          .filter((row) => row.effective_epoch > 0n)
          .map((row) =>
            client.readContract({
              ...operatorRegistry,
              functionName: "commissionBpsAt",
              args: [row.operator, row.effective_epoch],
              blockNumber,
            }),
          ),
      ),
    },
    {
      what: "first commissions",
      rows: commissions
        .filter((row) => row.effective_epoch === 0n)
        .map((row) => [row.operator, row.commission_bps]),
      chain: registered.map(({ args }) => [lower(args.operator), args.commissionBps]),
    },
    {
      what: "assets",
      rows: assets.map(({ address, symbol, decimals }) => [address, symbol, decimals]),
      chain: await Promise.all(
        listed.map(async ({ args }) => [
          lower(args.asset),
          await client.readContract({ ...stake, address: args.asset, functionName: "symbol" }),
          await client.readContract({ ...stake, address: args.asset, functionName: "decimals" }),
        ]),
      ),
    },
  ];
};
