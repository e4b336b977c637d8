import { expect, it } from "vitest";
import { gatewayUrls } from "./rpcUrls.ts";

const gateway = "http://127.0.0.1:1";

it("names the gateway four times for a node on this machine", () => {
  const urls = gatewayUrls(gateway, ["http://127.0.0.1:8545"]);
  expect(urls).toEqual([0, 1, 2, 3].map((n) => `http://127.0.0.1:1/?n=${n}`));
});

it("names it once for each provider", () => {
  expect(gatewayUrls(gateway, ["https://a.example/key?x=1", "https://b.example"])).toHaveLength(2);
});
