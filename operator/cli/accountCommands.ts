import type { Command } from "commander";
import {
  accountSettings,
  aggregateSettings,
  allocateSettings,
  claimSettings,
  commissionSettings,
  memberSettings,
  registerSettings,
} from "../config/accountSettings.ts";
import type { ParsedSettings, Setting } from "../config/parseSettings.ts";
import { addSettings } from "./addSettings.ts";

type Runs = typeof import("./runAccountCommand.ts");

/** The commands that send transactions: each shows a plan first and asks, unless --yes is given. */
export function addAccountCommands(program: Command): void {
  const add = <Settings extends Record<string, Setting>>(
    name: string,
    description: string,
    settings: Settings,
    run: (runs: Runs) => (parsed: ParsedSettings<Settings>) => Promise<void>,
  ) =>
    addSettings(program.command(name).description(description), settings, async (parsed) =>
      run(await import("./runAccountCommand.ts"))(parsed),
    );

  add(
    "register",
    "registers the account as an operator, with its BLS key",
    registerSettings,
    (runs) => runs.register,
  );
  add("opt-in", "joins a network", memberSettings, (runs) => runs.optIn);
  add("opt-out", "leaves a network", memberSettings, (runs) => runs.optOut);
  add("allocate", "gives a network a part of a pool", allocateSettings, (runs) => runs.allocate);
  add("commission", "announces another commission", commissionSettings, (runs) => runs.commission);
  add("exit", "leaves every network and takes every allocation back", accountSettings, (runs) => runs.exit);
  add("claim", "claims all rewards up to the newest active root", claimSettings, (runs) => runs.claim);
  add(
    "aggregate",
    "answers a task on chain with the signatures that an API has, should nobody else do it",
    aggregateSettings,
    (runs) => runs.aggregate,
  );
}
