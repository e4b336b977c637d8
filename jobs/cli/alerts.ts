import type { Command } from "commander";
import { withChain } from "../../lib/cli/withChain.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { ConfigError, NektarError } from "../../lib/errors/NektarError.ts";
import { deliver } from "../alerts/deliver.ts";
import { alertId, messageOf } from "../alerts/message.ts";
import { listAlerts } from "../alerts/queries.ts";
import { alertEnvironment, alertSettings } from "../alerts/settings.ts";
import { parseLimit } from "./parseArguments.ts";
import { print, printList } from "./print.ts";

/** An endpoint did not take the test. */
class AlertNotTakenError extends NektarError {
  readonly code = "ALERT_NOT_TAKEN";
}

/** `alerts list` and `alerts test`. */
export function addAlertCommands(program: Command): void {
  const alerts = program.command("alerts").description("signed webhooks about offences, slashes and halts");
  alerts
    .command("list")
    .description("print what was told, newest first, and to whom")
    .option("--limit <number>", "at most so many", parseLimit, 50)
    .action(({ limit }: { limit: number }) =>
      withChain(async ({ db }) => {
        printList((await listAlerts(db, limit)).map(describe), "Nothing was told so far.");
      }),
    );
  alerts
    .command("test")
    .description("post a signed test to each of ALERT_WEBHOOKS, and print what each answers; no database")
    .action(test);
}

async function test(): Promise<void> {
  const settings = alertSettings(parseEnvironment(alertEnvironment));
  if (!settings) throw new ConfigError("ALERT_WEBHOOKS names no endpoint.");
  const now = new Date();
  const id = alertId("test", "nektar alerts test", now.getTime());
  const message = messageOf({ id, kind: "test", data: "{}", raised_at: now });
  let failures = 0;
  for (const endpoint of settings.endpoints) {
    const { outcome, answer } = await deliver(settings, endpoint, message);
    if (outcome !== "delivered") failures++;
    print(`${outcome} ${endpoint.name}: ${answer}`);
  }
  if (failures > 0) throw new AlertNotTakenError(`${failures} of the endpoints did not take the test.`);
}

function describe(row: Awaited<ReturnType<typeof listAlerts>>[number]): string {
  const over = row.resolved_at === null ? "" : `, over since ${row.resolved_at.toISOString()}`;
  const answer = row.answer === null ? "" : ` (${row.answer})`;
  const delivery =
    row.endpoint === null ? "" : ` -> ${row.endpoint} ${row.state} after ${row.attempts} attempts${answer}`;
  return `${row.raised_at.toISOString()} ${row.kind} ${row.subject}${over} ${row.id}${delivery}`;
}
