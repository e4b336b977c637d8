import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { encodeAbiParameters, getAddress, type Hex, zeroHash } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allocationManagerAbi } from "../../contracts/generated/allocationManager.ts";
import { demoTokenAbi } from "../../contracts/generated/demoToken.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { compressG2, encodeG1 } from "../../lib/bls/points.ts";
import { hashToG2, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { epochAt } from "../../lib/protocol/epochs.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createChainClient } from "../chain/createChainClient.ts";
import { encryptKeystore } from "../keystore/keystore.ts";
import { startClient } from "../testing/startClient.ts";
import { startHostileApi } from "../testing/startHostileApi.ts";
import { startTestNetwork, type TestNetwork } from "../testing/testNetwork.ts";
import { NotConfirmedError } from "./accountErrors.ts";
import { carryOut } from "./carryOut.ts";
import { openAccount } from "./openAccount.ts";
import { planRegister } from "./plans/identity.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-account-"));
const file = (name: string) => join(directory, name);
const secretKey = new Uint8Array(32).fill(0x23);
/** anvil's second account. */
const account = mnemonicToAccount("test test test test test test test test test test test junk", {
  addressIndex: 1,
});
const accountKey = Buffer.from(account.getHdKey().privateKey ?? []).toString("hex");

let chain: TestChain;
let network: TestNetwork;

/** Runs a command as a user does, without a terminal, and returns all that it printed. */
async function run(
  command: string,
  options: Record<string, string> = {},
  flags: readonly string[] = ["--yes"],
) {
  const all = {
    "account-key-file": file("account"),
    rpc: chain.url,
    addresses: file("addresses.json"),
    ...options,
  };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const client = startClient([command, ...args, ...flags]);
  const code = await client.ended();
  expect(client.output()).not.toContain(accountKey);
  return { code, output: client.output() };
}

const isOptedIn = () =>
  chain.client.readContract({
    address: network.deployment.contracts.networkRegistry,
    abi: networkRegistryAbi,
    functionName: "isOptedIn",
    args: [network.network, account.address],
  });

beforeAll(async () => {
  chain = await startChain();
  network = await startTestNetwork(chain);
  writeFileSync(file("account"), `0x${accountKey}\n`);
  writeFileSync(file("addresses.json"), JSON.stringify(network.deployment));
  writeFileSync(file("password"), "password");
  writeFileSync(file("keystore.json"), await encryptKeystore(secretKey, "password"));
}, 120_000);
afterAll(async () => {
  await chain.stop();
  rmSync(directory, { recursive: true, force: true });
});

// One file, though long: all share a chain and a network, and each goes on from where the last one left the account.
describe("the commands that send transactions", () => {
  const registration = () => ({
    keystore: file("keystore.json"),
    "password-file": file("password"),
    "commission-bps": "500",
  });
  const registry = () => ({
    address: network.deployment.contracts.operatorRegistry,
    abi: operatorRegistryAbi,
  });

  it("show the plan and send nothing unless it is confirmed", async () => {
    const { code, output } = await run("register", registration(), []);
    expect(code).toBe(1);
    expect(output).toContain(`Register ${account.address} as an operator`);
    expect(output).toContain("registerOperator");
    expect(output).toContain("Confirm by --yes");
    const args = [account.address] as const;
    expect(await chain.client.readContract({ ...registry(), functionName: "isRegistered", args })).toBe(
      false,
    );
  }, 30_000);

  it("register the keystore's key with the proof that it is held", async () => {
    const { code, output } = await run("register", registration());
    expect(output).toContain("Done in block");
    expect(code).toBe(0);
    const onChain = await chain.client.readContract({
      ...registry(),
      functionName: "blsKeyOf",
      args: [account.address],
    });
    expect(onChain).toBe(encodeG1(publicKeyOf(secretKey)));
  }, 30_000);

  it("ask before they send, and take nothing but yes for an answer", async () => {
    const other = mnemonicToAccount("test test test test test test test test test test test junk", {
      addressIndex: 7,
    });
    const otherKey = Buffer.from(other.getHdKey().privateKey ?? []).toString("hex");
    writeFileSync(file("other-account"), otherKey);
    const { deployment } = network;
    const client = createChainClient([chain.url], deployment);
    const context = { client, deployment, account: openAccount(file("other-account")) };
    const plan = await planRegister(context, {
      secretKey: new Uint8Array(32).fill(0x24),
      ...{ payout: other.address, commissionBps: 0, metadataUri: "" },
    });
    let shown = "";
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        shown += String(chunk);
        done();
      },
    });
    const answer = async (text: string) =>
      carryOut(context, plan, { yes: false, ask: async () => text }, output);
    const isRegistered = () =>
      chain.client.readContract({ ...registry(), functionName: "isRegistered", args: [other.address] });
    for (const text of ["", "y", "no", "yes please"])
      await expect(answer(text)).rejects.toThrow(NotConfirmedError);
    expect(await isRegistered()).toBe(false);
    expect(await chain.client.getTransactionCount({ address: other.address })).toBe(0);
    await answer(" yes\n");
    expect(await isRegistered()).toBe(true);
    expect(shown).toContain("which holds 10000 for gas");
    expect(shown).toContain("Done in block");
  }, 30_000);

  it("name the contract's reason before anybody confirms what it refuses", async () => {
    const { code, output } = await run("register", registration(), []);
    expect(code).toBe(1);
    expect(output).toContain("The contract refuses to register the operator");
    expect(output).not.toContain("Confirm by");
  }, 30_000);

  it("allocate, opt in, announce a commission, opt out", async () => {
    await network.stake(account.address);
    const member = { network: network.network };
    const asset = network.deployment.demo?.stakeToken ?? "0x";
    const done = async (command: string, options: Record<string, string>, sentence: string) => {
      const { code, output } = await run(command, options);
      expect(output).toContain(sentence);
      expect(output).toContain("Done in block");
      expect(code).toBe(0);
    };
    await done("allocate", { ...member, asset, magnitude: "400000000000000000" }, "takes effect");
    const { code, output } = await run("opt-in", member);
    expect(code).toBe(0);
    expect(await isOptedIn()).toBe(true);
    const weight = await chain.client.readContract({
      ...{ address: network.deployment.contracts.stakeRegistry, abi: stakeRegistryAbi },
      ...{ functionName: "liveWeightOf", args: [network.network, account.address] },
    });
    expect(weight).toBeGreaterThan(0n);
    expect(output).toContain(`Its weight there would be ${weight}.`);
    await done("commission", { bps: "700" }, "from 500 to 700");
    expect((await run("commission", { bps: "800" })).output).toContain("refuses");
    await done("opt-out", member, "stays slashable");
    expect(await isOptedIn()).toBe(false);
  }, 90_000);

  it("exit from everything that the chain's logs name", async () => {
    const { demo, contracts } = network.deployment;
    const joined = { network: network.priceNetwork };
    await run("allocate", { ...joined, asset: demo?.stakeToken ?? "0x", magnitude: "500000000000000000" });
    expect((await run("opt-in", joined)).output).toContain("Done in block");
    const { code, output } = await run("exit");
    expect(output).toContain("leave 1 networks and take 2 allocations back");
    expect(code).toBe(0);
    expect((await lastAllocation(contracts.allocationManager)).newMagnitude).toBe(0n);
    expect((await run("exit")).output).toContain("leave 0 networks and take 0 allocations back");
  }, 60_000);

  it("refuse a key file that is none, and a chain that is another, with a sentence", async () => {
    writeFileSync(file("no-key"), "canary-not-a-key");
    const wrong = await run("exit", { "account-key-file": file("no-key") });
    expect(wrong.output).toContain("holds no private key");
    expect(wrong.output).not.toContain("canary");
    writeFileSync(file("other.json"), JSON.stringify({ ...network.deployment, chainId: 5 }));
    expect((await run("exit", { addresses: file("other.json") })).output).toContain("is for chain 5");
  }, 30_000);

  it("answer a task with an API's signatures, and believe no API", async () => {
    const signers = ((await chain.client.getAddresses()) as Hex[]).slice(2, 6);
    const secrets = signers.map((_, index) => new Uint8Array(32).fill(0x31 + index));
    for (const [index, signer] of signers.entries())
      await network.register(signer, secrets[index] ?? new Uint8Array());
    await chain.client.mine({ blocks: 1 });
    const task = await network.createTask(15n);
    const response = encodeAbiParameters([{ type: "uint256[]" }], [[3n, 5n]]);
    const { chainId, contracts } = network.deployment;
    const { taskManager } = contracts;
    const { taskId, referenceBlock } = task;
    const digest = responseDigest({ chainId, taskManager, taskId, referenceBlock, response });
    const signedBy = (secret: Uint8Array) => compressG2(signHashed(hashToG2(digest), secret));
    const address = (signer: Hex) => ({ operator: { address: signer } });
    // The last one's signature is forged: three of four are enough.
    const signedResponses = signers.map((signer, index) => ({
      ...address(signer),
      response,
      signature: signedBy(secrets[index === 3 ? 0 : index] ?? new Uint8Array()),
    }));
    const [liar, honest] = await Promise.all([startHostileApi(), startHostileApi()]);
    const participants = signers.map(address);
    liar.answers.SignedTask = { task: { participants: participants.slice(1), signedResponses } };
    honest.answers.SignedTask = { task: { participants, signedResponses } };
    const alone = await run("aggregate", { task: taskId, api: liar.url });
    expect(alone.code).toBe(1);
    expect(alone.output).toContain("hides operators");
    const { code, output } = await run("aggregate", { task: taskId, api: `${liar.url},${honest.url}` });
    expect(output).toContain("1 of 4 operators did not sign");
    expect(code).toBe(0);
    const { status } = await chain.client.readContract({
      address: taskManager,
      abi: taskManagerAbi,
      functionName: "taskOf",
      args: [taskId],
    });
    expect(status).toBe(2); // responded
    expect((await run("aggregate", { task: taskId, api: honest.url })).output).toContain("nothing to do");
    await Promise.all([liar.close(), honest.close()]);
  }, 120_000);

  it("claim nothing where there is nothing, and nothing by a proof that the contract refuses", async () => {
    const api = await startHostileApi();
    api.answers.Rewards = { rewards: [] };
    expect((await run("claim", { api: api.url })).output).toContain("has nothing to claim");
    const token = network.deployment.demo?.rewardToken;
    const row = { token, epoch: "0", cumulative: "7", claimed: "0", claimable: "7", proof: [] };
    api.answers.Rewards = { rewards: [row] };
    const { code, output } = await run("claim", { api: api.url });
    expect(code).toBe(1);
    expect(output).toContain("7 of ");
    expect(output).toContain("refuses to claim");
    await api.close();
  }, 30_000);

  it("claim what a root pays, by the proof that an API shows, to whom it should go", async () => {
    const [payer, , , , , recipient, , , rootSubmitter] = (await chain.client.getAddresses()) as Hex[];
    if (payer === undefined || recipient === undefined || rootSubmitter === undefined)
      throw new Error("no accounts");
    const { contracts, demo, epoch: schedule } = network.deployment;
    const token = demo?.rewardToken ?? "0x";
    const coordinator = {
      address: contracts.rewardsCoordinator,
      abi: rewardsCoordinatorAbi,
      chain: null,
    } as const;
    const erc20 = { address: token, abi: demoTokenAbi, chain: null } as const;
    const { timestamp } = await chain.client.getBlock();
    const epoch = epochAt(schedule, timestamp) + 1n;
    const write = async (sent: Promise<Hex>) =>
      expect((await chain.client.waitForTransactionReceipt({ hash: await sent })).status).toBe("success");
    const as = { account: payer };
    await write(chain.client.writeContract({ ...erc20, ...as, functionName: "mint", args: [payer, 1_000n] }));
    const approval = [contracts.rewardsCoordinator, 1_000n] as const;
    await write(chain.client.writeContract({ ...erc20, ...as, functionName: "approve", args: approval }));
    const funding = [network.network, token, 1_000n, epoch, 1n] as const;
    await write(
      chain.client.writeContract({ ...coordinator, ...as, functionName: "fundSchedule", args: funding }),
    );
    await chain.client.increaseTime({ seconds: 2 * schedule.lengthSeconds });
    await chain.client.mine({ blocks: 1 });
    const leaves = [
      { earner: account.address, token, cumulative: 700n },
      { earner: payer, token, cumulative: 300n },
    ];
    const tree = buildRewardTree(leaves);
    const root = [epoch, tree.root, zeroHash, 1_000n] as const;
    const submission = {
      ...coordinator,
      account: rootSubmitter,
      functionName: "submitRoot",
      args: root,
    } as const;
    await write(chain.client.writeContract(submission));
    await chain.client.increaseTime({ seconds: 10 });
    await chain.client.mine({ blocks: 1 });
    const api = await startHostileApi();
    const proof = tree.proofOf(account.address, token);
    const row = { token, epoch: String(epoch), cumulative: "700", claimed: "0", claimable: "700", proof };
    api.answers.Rewards = { rewards: [row] };
    const { code, output } = await run("claim", { api: api.url, recipient });
    expect(output).toContain(`Claim the rewards of ${account.address} to ${getAddress(recipient)}.`);
    expect(output).toContain("Done in block");
    expect(code).toBe(0);
    const balance = { ...erc20, functionName: "balanceOf", args: [recipient] } as const;
    expect(await chain.client.readContract(balance)).toBe(700n);
    expect((await run("claim", { api: api.url, recipient })).output).toContain("NothingToClaim");
    await api.close();
  }, 60_000);

  const lastAllocation = async (address: Hex) => {
    const logs = await chain.client.getContractEvents({
      address,
      abi: allocationManagerAbi,
      eventName: "AllocationScheduled",
      fromBlock: 0n,
      strict: true,
    });
    const last = logs.at(-1);
    if (last === undefined) throw new Error("no allocation");
    return last.args;
  };
});
