import { afterAll, describe, expect, it } from "vitest";
import { responseDigest } from "../../../lib/protocol/messages.ts";
import { blsKeyOf, hashOf, signResponse } from "../../testing/identities.ts";
import { testDeployment } from "../../testing/testDeployment.ts";
import { operators } from "../../testing/world.ts";
import { VerifierPool } from "./VerifierPool.ts";
import type { VerificationRequest } from "./verify.ts";

const [first, second] = operators;
const pool = new VerifierPool({ workers: 2 });
afterAll(() => pool.close());

function requestOf(operator: typeof first, response: `0x${string}`): VerificationRequest {
  const task = hashOf("task");
  const signature = signResponse({ task, operator, response, referenceBlock: 5n });
  const { chainId, contracts } = testDeployment;
  const digest = responseDigest({
    chainId,
    taskManager: contracts.taskManager,
    taskId: task,
    referenceBlock: 5n,
    response,
  });
  return { digest, signature, blsKey: blsKeyOf(operator) };
}

describe("the pool of verifying threads", { timeout: 60_000 }, () => {
  it("answers each request with its own result, however many come at once", async () => {
    const good = [requestOf(first, "0x01"), requestOf(second, "0x01"), requestOf(first, "0x02")];
    const bad = good.map((request) => ({
      ...request,
      blsKey: blsKeyOf(request.blsKey === blsKeyOf(first) ? second : first),
    }));
    const mixed = [...good, ...bad].flatMap((request) => [request, request]);
    const answers = await Promise.all(mixed.map((request) => pool.verify(request)));
    expect(answers).toEqual(mixed.map((_, index) => index < 6));
  });

  it("leaves the event loop free meanwhile", async () => {
    const request = requestOf(first, "0x03");
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    // Until there was time for many turns, be it ten verifications on noble or hundreds on blst.
    const start = performance.now();
    while (performance.now() - start < 200)
      await Promise.all(Array.from({ length: 10 }, () => pool.verify(request)));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  it("fails a request that it cannot judge and answers the next one", async () => {
    const request = requestOf(first, "0x01");
    await expect(pool.verify({ ...request, digest: "0xzz" })).rejects.toThrow();
    expect(await pool.verify(request)).toBe(true);
  });

  it("refuses more than can wait", async () => {
    const small = new VerifierPool({ workers: 1, maxQueued: 1 });
    const request = requestOf(first, "0x01");
    const accepted = [small.verify(request), small.verify(request)];
    expect(() => small.verify(request)).toThrow(
      expect.objectContaining({ extensions: { code: "OVERLOADED", http: { status: 503 } } }),
    );
    expect(await Promise.all(accepted)).toEqual([true, true]);
    await small.close();
  });
});
