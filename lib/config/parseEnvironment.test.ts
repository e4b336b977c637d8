import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ConfigError } from "../errors/NektarError.ts";
import { parseEnvironment } from "./parseEnvironment.ts";
import { port, postgresUrl, privateKey, rpcUrls } from "./variables.ts";

const shape = {
  API_PORT: port.default(4000),
  DATABASE_URL: postgresUrl,
  RPC_URL: rpcUrls,
  KEY: privateKey.optional(),
  NAME: z.string().default("nektar"),
};
const valid = { DATABASE_URL: "postgres://localhost/db", RPC_URL: "http://a:1, http://b:2" };

describe("parseEnvironment", () => {
  it("applies defaults, also to variables that are set to nothing", () => {
    expect(parseEnvironment(shape, { ...valid, API_PORT: "", NAME: "" })).toEqual({
      API_PORT: 4000,
      DATABASE_URL: "postgres://localhost/db",
      RPC_URL: ["http://a:1", "http://b:2"],
      NAME: "nektar",
    });
  });

  it("names every faulty variable at once", () => {
    const parse = () =>
      parseEnvironment(shape, { API_PORT: "70000", DATABASE_URL: "mysql://x", RPC_URL: "nonsense" });
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(/API_PORT[\s\S]*DATABASE_URL[\s\S]*RPC_URL/);
  });

  it("never prints the value of a secret", () => {
    const secret = "0xdeadbeefcanary";
    try {
      parseEnvironment(shape, { ...valid, KEY: secret });
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify([error, String(error)])).not.toContain("canary");
    }
  });
});
