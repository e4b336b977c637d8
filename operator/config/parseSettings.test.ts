import { describe, expect, it } from "vitest";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { parseSettings } from "./parseSettings.ts";
import { runSettings } from "./settings.ts";

const operator = `0x${"aB".repeat(20)}`;
const network = `0x${"cd".repeat(20)}`;
const options = {
  operator,
  keystore: "/k.json",
  "password-file": "/p",
  "data-dir": "/d",
  api: ["http://a/graphql", "http://b/graphql,http://c/graphql"],
  rpc: ["http://r"],
};

describe("parseSettings", () => {
  it("reads options, joins repeated and comma separated ones, and fills in defaults", () => {
    const settings = parseSettings(runSettings, options, {});
    expect(settings.operator).toBe(operator.toLowerCase());
    expect(settings.api).toEqual(["http://a/graphql", "http://b/graphql", "http://c/graphql"]);
    expect(settings.port).toBe(4011);
    expect(settings["log-level"]).toBe("info");
    expect(settings.module).toEqual([]);
  });

  it("takes a variable where an option is not given or empty", () => {
    const environment = { NEKTAR_OPERATOR_RPC: "http://x,http://y", NEKTAR_OPERATOR_PORT: "5000" };
    const settings = parseSettings(runSettings, { ...options, rpc: [], port: "6000" }, environment);
    expect(settings.rpc).toEqual(["http://x", "http://y"]);
    expect(settings.port).toBe(6000);
  });

  it("reads modules, whose commands may hold commas and equal signs", () => {
    const module = [
      `${network}=node m.js --list=a,b`,
      `${operator}='my module'`,
      `0x${"ef".repeat(20)}=https://module.example/?a=b`,
    ];
    expect(parseSettings(runSettings, { ...options, module }, {}).module).toEqual([
      { network, command: ["node", "m.js", "--list=a,b"] },
      { network: operator.toLowerCase(), command: ["my module"] },
      { network: `0x${"ef".repeat(20)}`, url: "https://module.example/?a=b" },
    ]);
  });

  it("lists all faults at once by option and variable, and never repeats a value", () => {
    const faulty = {
      operator: "secret-1",
      "public-key": "secret-4",
      "remote-signer": "secret-5",
      rpc: ["secret-2"],
      port: "99999",
      module: ["secret-3"],
      "log-level": "loud",
    };
    let message = "";
    try {
      parseSettings(runSettings, faulty, {});
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      message = String(error);
    }
    for (const name of [
      "operator",
      "public-key",
      "remote-signer",
      "data-dir",
      "api",
      "rpc",
      "port",
      "module",
      "log-level",
    ])
      expect(message).toContain(`--${name} (or NEKTAR_OPERATOR_`);
    expect(message).not.toContain("secret-");
  });
});
