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
import { addSettings } from "./addSettings.ts";

/** The commands that send transactions: each shows a plan first and asks, unless --yes is given. */
export function addAccountCommands(program: Command): void {
  const add = (name: string, description: string) => program.command(name).description(description);
  const load = () => import("./runAccountCommand.ts");

  addSettings(
    add("register", "registers the account as an operator, with its BLS key"),
    registerSettings,
    async (settings) => (await load()).register(settings),
  );
  addSettings(add("opt-in", "joins a network"), memberSettings, async (settings) =>
    (await load()).optIn(settings),
  );
  addSettings(add("opt-out", "leaves a network"), memberSettings, async (settings) =>
    (await load()).optOut(settings),
  );
  addSettings(add("allocate", "gives a network a part of a pool"), allocateSettings, async (settings) =>
    (await load()).allocate(settings),
  );
  addSettings(add("commission", "announces another commission"), commissionSettings, async (settings) =>
    (await load()).commission(settings),
  );
  addSettings(
    add("exit", "leaves every network and takes every allocation back"),
    accountSettings,
    async (settings) => (await load()).exit(settings),
  );
  addSettings(
    add("claim", "claims all rewards up to the newest active root"),
    claimSettings,
    async (settings) => (await load()).claim(settings),
  );
  addSettings(
    add("aggregate", "answers a task on chain with the signatures that an API has, should nobody else do it"),
    aggregateSettings,
    async (settings) => (await load()).aggregate(settings),
  );
}
