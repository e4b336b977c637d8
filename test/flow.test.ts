import { encodeFunctionData, erc20Abi } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rewardsCoordinatorAbi } from "../contracts/generated/rewardsCoordinator.ts";
import { isAlive } from "../devnet/processes/endProcesses.ts";
import { deceivedStake } from "../devnet/seed/amounts.ts";
import { roles } from "../devnet/seed/roles.ts";
import { sendBatch } from "../devnet/seed/sendBatch.ts";
import { type ChainClient, chainClient, responses, taskStatus } from "./flow/chainFacts.ts";
import { TestDevnet } from "./flow/devnet.ts";
import { figuresOfApi, figuresOfContracts } from "./flow/figures.ts";
import { asOfOneBlock, newestEpochs, newestTasks, rewardsOf, storyOf } from "./flow/queries.ts";
import { waitFor } from "./support/waitFor.ts";

const operators = roles.operators.map(({ address }) => address);
const delegators = roles.delegators.map(({ address }) => address);
const [delegator] = roles.delegators;

const everyone = {
  operators: [...operators, ...roles.dishonestOperators.map(({ address }) => address)],
  delegators: [...delegators, roles.deceivedDelegator.address],
};

let devnet: TestDevnet;
let client: ChainClient;

beforeAll(async () => {
  devnet = await TestDevnet.create({ TASK_INTERVAL_SECONDS: "4" });
  await devnet.start();
  client = chainClient(devnet.rpcUrl);
});
afterAll(() => devnet.dispose());

describe("what npm start starts", () => {
  it("takes a task from its creation to final, signed by all three operators", async () => {
    const task = await waitFor(
      "a final task that three operators signed",
      async () =>
        (await newestTasks(devnet.apiUrl)).find(
          ({ status, response }) => status === "FINAL" && response?.signers.length === 3,
        ),
      { timeoutMs: 120_000, intervalMs: 500 },
    );
    expect(task.response?.nonSigners).toEqual([]);
    expect(task.response?.signers.map(({ address }) => address).sort()).toEqual([...operators].sort());
    expect(await taskStatus(client, devnet.deployment, task.taskId)).toBe("FINAL");
  });

  it("submits an epoch's root, against which a delegator claims with the API's proof", async () => {
    const reward = await waitFor(
      "a claimable reward",
      async () =>
        (await rewardsOf(devnet.apiUrl, delegator.address)).find(({ claimable }) => claimable !== "0"),
      { timeoutMs: 200_000, intervalMs: 1_000 },
    );
    const { rewardsCoordinator } = devnet.deployment.contracts;
    const balance = () =>
      client.readContract({
        address: reward.token,
        abi: erc20Abi,
        functionName: "balanceOf",
        args: [delegator.address],
      });
    const before = await balance();
    const { epoch, token, cumulative, proof } = reward;
    const data = encodeFunctionData({
      abi: rewardsCoordinatorAbi,
      functionName: "claim",
      args: [BigInt(epoch), delegator.address, token, BigInt(cumulative), proof, delegator.address],
    });
    await sendBatch(client, [{ from: delegator, to: rewardsCoordinator, data }]);
    expect((await balance()) - before).toBe(BigInt(reward.claimable));
    await waitFor(
      "the API to show the claim",
      async () =>
        (await rewardsOf(devnet.apiUrl, delegator.address)).some(({ claimed }) => claimed === cumulative),
      { timeoutMs: 30_000 },
    );
    const epochs = await newestEpochs(devnet.apiUrl);
    expect(epochs.find((entry) => entry.epoch === epoch)?.root?.root).toBe(reward.root);
  });

  it("shows the same stake, pools, weights and keys as the contracts at the same block", async () => {
    const { block, answer } = await asOfOneBlock(devnet.apiUrl, () => figuresOfApi(devnet.apiUrl));
    expect(answer.delegations.length).toBeGreaterThanOrEqual(10);
    expect(answer).toEqual(await figuresOfContracts(client, devnet.deployment, everyone, block));
  });

  it("shows what goes wrong once: a challenge that slashes, one that fails, an equivocation, a withdrawal slashed in the queue", async () => {
    const story = await waitFor(
      "the story of the price network, to its end",
      async () => {
        const told = await storyOf(devnet.apiUrl, roles.deceivedDelegator.address);
        return told.withdrawals.some(({ status }) => status === "COMPLETED") ? told : undefined;
      },
      { timeoutMs: 150_000, intervalMs: 1_000 },
    );
    const [first, second] = roles.dishonestOperators.map(({ address }) => address);
    expect(story.slashes.map(({ operator, offence }) => [operator.address, offence])).toEqual([
      [first, "WRONG_RESPONSE"],
      [second, "WRONG_RESPONSE"],
      [second, "EQUIVOCATION"],
    ]);
    expect(story.challenges.map(({ outcome, task }) => [outcome, task.status])).toEqual([
      ["UPHELD", "REJECTED"],
      ["FAILED", expect.stringMatching(/RESPONDED|FINAL/)],
    ]);
    const [withdrawal] = story.withdrawals;
    const queued = BigInt(withdrawal?.assetsPaid ?? 0) + BigInt(withdrawal?.assetsLostToSlashing ?? 0);
    expect(queued).toBe(deceivedStake / 2n);
    expect(BigInt(withdrawal?.assetsLostToSlashing ?? 0)).toBe(queued / 10n);
    const queuedSlashed = story.slashes[0]?.assets.map((line) => BigInt(line.queuedSlashed));
    expect(queuedSlashed).toEqual([queued / 10n]);
  });

  it("shows an operator that is stopped as a non-signer, and signed by the others the task still becomes final", async () => {
    const { pid } = devnet.processOf("operator-3");
    // Not ended but halted: an ended one would be started again at once.
    process.kill(pid, "SIGSTOP");
    const silent = operators[2];
    try {
      const task = await waitFor(
        "a final task without the third operator",
        async () =>
          (await newestTasks(devnet.apiUrl)).find(
            ({ status, response }) =>
              status === "FINAL" && response?.nonSigners.some(({ address }) => address === silent),
          ),
        { timeoutMs: 120_000, intervalMs: 500 },
      );
      expect(task.response?.signers.map(({ address }) => address).sort()).toEqual(
        operators.slice(0, 2).sort(),
      );
      const head = await client.getBlockNumber();
      const onChain = (await responses(client, devnet.deployment, head)).find(
        ({ taskId }) => taskId === task.taskId,
      );
      expect(onChain?.nonSigners).toEqual([silent]);
    } finally {
      process.kill(pid, "SIGCONT");
    }
  });

  it("stops within ten seconds and leaves no process and no port behind", async () => {
    const processes = devnet.processes();
    expect(processes.length).toBe(9);
    const { exitCode, seconds } = await devnet.interrupt();
    expect(exitCode).toBe(0);
    expect(seconds).toBeLessThan(12);
    expect(processes.filter(isAlive)).toEqual([]);
    expect(await devnet.portsAreFree()).toBe(true);
    expect(devnet.output).toContain("The data stays");
  });
});
