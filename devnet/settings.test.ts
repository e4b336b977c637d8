import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

describe("readSettings", () => {
  it("embeds everything by default, under .nektar", () => {
    const settings = readSettings({});
    expect([settings.databaseUrl, settings.redisUrl, settings.rpcUrls]).toEqual([null, null, null]);
    expect(settings.addressesFile).toBe(resolve(".nektar/addresses.json"));
  });

  it("keeps the addresses file with the data, unless it is named", () => {
    expect(readSettings({ NEKTAR_DATA_DIR: "/d" }).addressesFile).toBe("/d/addresses.json");
    expect(readSettings({ NEKTAR_DATA_DIR: "/d", NEKTAR_ADDRESSES: "/a.json" }).addressesFile).toBe(
      "/a.json",
    );
  });

  it("names every faulty variable and no value", () => {
    const environment = { DATABASE_URL: "mysql://user:secret@h/d", OPERATOR_PORT: "65534" };
    expect(() => readSettings(environment)).toThrow(/DATABASE_URL: .*\n.*OPERATOR_PORT: .*two more ports/);
    expect(() => readSettings(environment)).not.toThrow(/secret/);
  });
});
