import { type Command, Option } from "commander";
import { type ParsedSettings, parseSettings, type Setting } from "../config/parseSettings.ts";

/** Gives a command an option for each setting, and calls `act` with what they and the environment say. */
export function addSettings<Settings extends Record<string, Setting>>(
  command: Command,
  settings: Settings,
  act: (parsed: ParsedSettings<Settings>) => Promise<void>,
): void {
  for (const [name, setting] of Object.entries<Setting>(settings)) {
    const option = new Option([`--${name}`, setting.value].join(" ").trim(), setting.description);
    if (setting.many) option.argParser<string[]>((value, before = []) => [...before, value]);
    command.addOption(option);
  }
  command.action(() => act(parseSettings(settings, optionsByName(command))));
}

type OptionValue = string | string[] | boolean | undefined;

/** Commander names options in camel case; settings have the names of the command line. */
function optionsByName(command: Command): Record<string, OptionValue> {
  const values = command.opts<Record<string, OptionValue>>();
  return Object.fromEntries(
    command.options.map((option) => [option.long?.slice(2), values[option.attributeName()]]),
  );
}
