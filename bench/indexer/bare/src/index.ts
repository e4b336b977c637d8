import { ponder } from "ponder:registry";
import { event as eventTable } from "ponder:schema";
import config from "../ponder.config.ts";

/** The least that Ponder can be asked for: each event becomes a row, and nothing is looked up. */
for (const [contract, { abi }] of Object.entries(config.contracts)) {
  for (const item of abi) {
    if (item.type !== "event") continue;
    const name = `${contract}:${item.name}` as "TaskManager:TaskCreated";
    ponder.on(name, async ({ event, context: { db } }) => {
      await db.insert(eventTable).values({
        block: event.block.number,
        logIndex: event.log.logIndex,
        timestamp: event.block.timestamp,
        tx: event.transaction.hash,
        address: event.log.address,
        contract,
        name: item.name,
        args: JSON.stringify(event.args, (_key, value) =>
          typeof value === "bigint" ? value.toString() : value,
        ),
      });
    });
  }
}
