import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const generated = fileURLToPath(new URL("../contracts/generated/", import.meta.url));
const handlers = fileURLToPath(new URL("./src/", import.meta.url));

/** Contracts none of whose events are taken, each with the reason. */
const ignoredContracts: Readonly<Record<string, string>> = {
  Create3Factory: "Where contracts were deployed: the addresses file says it.",
  DemoToken: "Transfers of an ERC-20: what enters the protocol is in its own events.",
};

type AbiItem = { readonly type: string; readonly name?: string };

/** `Contract:Event` for every event in the generated ABIs. */
async function emittedEvents(): Promise<string[]> {
  const files = readdirSync(generated).filter((file) => file.endsWith(".ts"));
  const events = await Promise.all(
    files.map(async (file) => {
      const name = file.slice(0, -".ts".length);
      const module = (await import(`../contracts/generated/${name}.ts`)) as Record<string, AbiItem[]>;
      const abi = module[`${name}Abi`] ?? [];
      const contract = name.charAt(0).toUpperCase() + name.slice(1);
      return abi.filter((item) => item.type === "event").map((item) => `${contract}:${item.name}`);
    }),
  );
  return events.flat();
}

/** `Contract:Event` for every handler. */
function handledEvents(): string[] {
  const text = readdirSync(handlers)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`${handlers}${file}`, "utf8"))
    .join("\n");
  return [...text.matchAll(/\bon\("(\w+:\w+)"/g)].map((match) => match[1] ?? "");
}

describe("the events of the contracts", () => {
  it("have a handler each, or a reason why not", async () => {
    const handled = new Set(handledEvents());
    const missed = (await emittedEvents()).filter((event) => {
      const [contract = ""] = event.split(":");
      return !handled.has(event) && !(contract in ignoredContracts);
    });
    expect(missed).toEqual([]);
  });

  it("exist, where a handler takes them", async () => {
    const emitted = new Set(await emittedEvents());
    expect(emitted.size).toBeGreaterThan(20);
    expect(handledEvents().filter((event) => !emitted.has(event))).toEqual([]);
  });
});
