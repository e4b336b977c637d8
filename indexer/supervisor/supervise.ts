import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { exitCodes } from "./ponderArguments.ts";
import type { PonderChild } from "./ponderChild.ts";
import { dropSchema, dropSyncCache, isLive, postmasterStart, retireSchemas } from "./schemas.ts";
import type { Verdict } from "./sentinel.ts";

export type Supervision = {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly watchMs: number;
  readonly logger: Logger;
  readonly sentinel: { look(): Promise<Verdict> };
  readonly start: () => Promise<PonderChild>;
  /** Aborted when the process was asked to stop. */
  readonly stop: AbortSignal;
};

const retireEveryMs = 60_000;

type Alarm = "postgres-restarted" | "forked";

/**
 * Runs Ponder until it is asked to stop or ends by itself, and starts it again where only that heals it: after Postgres
 * was restarted (Ponder commits asynchronously: the last blocks may be gone), and on rows rebuilt from nothing after
 * the chain left blocks that were final.
 *
 * @returns the exit code for the process.
 */
export async function supervise(supervision: Supervision): Promise<number> {
  const { pool, schema, logger, stop } = supervision;
  await settleFork(supervision);
  while (!stop.aborted) {
    const child = await supervision.start();
    const watching = new AbortController();
    const outcome = await Promise.race([child.exited, watch(supervision, watching.signal), aborted(stop)]);
    watching.abort();
    if (outcome === "stop") return child.stop();
    if (typeof outcome === "number") {
      if (outcome !== exitCodes.lockLost) return outcome;
      logger.warn({ schema }, "the session in Postgres broke: starting again when it answers");
    } else {
      logger.error({ schema, alarm: outcome }, "stopping the indexer to start it again");
      await child.stop();
      if (outcome === "forked") await discard(supervision);
    }
    await waitForDatabase(pool, logger, stop);
  }
  return 0;
}

/** Before anything is written: the chain may have forked, or have been reset, while nobody was watching. */
async function settleFork(supervision: Supervision): Promise<void> {
  const { sentinel, stop, watchMs } = supervision;
  let verdict = await sentinel.look();
  while (verdict === "suspicious" && !stop.aborted) {
    await sleep(watchMs, undefined, { signal: stop });
    verdict = await sentinel.look();
  }
  if (verdict === "forked") await discard(supervision);
}

async function discard({ pool, schema, logger }: Supervision): Promise<void> {
  logger.error({ schema }, "the chain left blocks that were final: rebuilding every row from its logs");
  await dropSchema(pool, schema);
  await dropSyncCache(pool);
}

/** Looks at Postgres and at the chain until something calls for another start, or for ever once aborted. Never throws. */
async function watch(supervision: Supervision, signal: AbortSignal): Promise<Alarm> {
  const { pool, watchMs, logger, sentinel } = supervision;
  const retire = retirement(supervision);
  let started: string | undefined;
  while (!signal.aborted) {
    await sleep(watchMs, undefined, { signal }).catch(() => {});
    try {
      const now = await postmasterStart(pool);
      started ??= now;
      if (now !== started) return "postgres-restarted";
      if ((await sentinel.look()) === "forked") return "forked";
      await retire();
    } catch (error) {
      logger.warn({ reason: (error as Error).message }, "could not look at Postgres or the chain");
    }
  }
  return new Promise(() => {});
}

/** Once the views read our schema, drops those of earlier code, as soon as their writers have stopped. */
function retirement({ pool, schema, logger }: Supervision): () => Promise<void> {
  let nextAt = 0;
  return async () => {
    if (Date.now() < nextAt || !(await isLive(pool, schema))) return;
    nextAt = Date.now() + retireEveryMs;
    const dropped = await retireSchemas(pool, schema);
    if (dropped.length > 0) logger.info({ dropped }, "dropped the schemas of earlier code");
  };
}

/** Waits until Postgres answers: for ever once we run, as a supervisor does. */
export async function waitForDatabase(
  pool: pg.Pool,
  logger: Logger,
  stop: AbortSignal,
  timeoutMs = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!stop.aborted) {
    try {
      await pool.query("select 1");
      return true;
    } catch (error) {
      if (Date.now() > deadline) return false;
      logger.info({ reason: (error as Error).message }, "waiting for Postgres");
      await sleep(1_000, undefined, { signal: stop });
    }
  }
  return false;
}

function aborted(signal: AbortSignal): Promise<"stop"> {
  return new Promise((done) => {
    if (signal.aborted) done("stop");
    signal.addEventListener("abort", () => done("stop"), { once: true });
  });
}
