import { expect, it } from "vitest";
import { withLocalParallelism } from "./rpcUrls.ts";

it("names a node on this machine four times", () => {
  const urls = withLocalParallelism(["http://127.0.0.1:8545"]);
  expect(urls).toEqual([0, 1, 2, 3].map((n) => `http://127.0.0.1:8545/?n=${n}`));
});

it("leaves a provider's endpoints as they are", () => {
  const urls = ["https://a.example/key?x=1", "https://b.example"];
  expect(withLocalParallelism(urls)).toEqual(urls);
});
