import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readApiConfig } from "./config.ts";
import { testDeployment } from "./testing/testDeployment.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-api-config-"));
const addresses = join(directory, "addresses.json");
writeFileSync(addresses, JSON.stringify(testDeployment));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const required = {
  DATABASE_URL: "postgres://u:secret@host/db",
  RPC_URL: "http://a,http://b",
  NEKTAR_ADDRESSES: addresses,
};

describe("the configuration", () => {
  it("needs three variables and reads from the same database unless another is given", () => {
    expect(readApiConfig(required)).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      corsOrigins: "*",
      databaseReadUrl: required.DATABASE_URL,
      rpcUrls: ["http://a", "http://b"],
      deployment: testDeployment,
    });
    expect(readApiConfig({ ...required, DATABASE_READ_URL: "postgres://replica/db" }).databaseReadUrl).toBe(
      "postgres://replica/db",
    );
  });

  it("takes origins, not addresses of pages", () => {
    const origins = (value: string) => readApiConfig({ ...required, API_CORS_ORIGINS: value }).corsOrigins;
    expect(origins("https://a.example, http://localhost:3000")).toEqual([
      "https://a.example",
      "http://localhost:3000",
    ]);
    expect(() => origins("https://a.example/page")).toThrow(/API_CORS_ORIGINS/);
  });

  it("names every faulty variable at once and no value", () => {
    const faulty = {
      DATABASE_URL: "mysql://secret",
      API_PORT: "99999",
      API_VERIFY_WORKERS: "no",
      NEKTAR_ADDRESSES: addresses,
    };
    const message = (() => {
      try {
        readApiConfig(faulty);
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toMatch(/DATABASE_URL.*RPC_URL.*API_PORT.*API_VERIFY_WORKERS/s);
    expect(message).not.toContain("secret");
  });
});
