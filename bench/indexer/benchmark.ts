import { startTestPostgres } from "../../test/support/testPostgres.ts";
import type { Section } from "../support/report.ts";

/** The indexer against its floor and against Ponder's handlers in the obvious way. */
export async function* run(): AsyncIterable<Section> {
  const postgres = await startTestPostgres();
  try {
    yield { title: "none yet", columns: ["what"], rows: [] };
  } finally {
    await postgres.stop();
  }
}
