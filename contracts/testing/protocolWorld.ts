import { type Abi, encodeFunctionData, type Hex, keccak256, maxUint256, toBytes } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { encodeG1, encodeG2 } from "../../lib/bls/points.ts";
import { hashToG2, possessionDst, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";
import { proofOfPossessionDigest } from "../../lib/protocol/messages.ts";
import { startChain } from "../../test/support/testChain.ts";
import { deploy } from "../deploy/deploy.ts";
import { deployDemo } from "../deploy/deployDemo.ts";
import { allocationManagerAbi } from "../generated/allocationManager.ts";
import { delegationManagerAbi } from "../generated/delegationManager.ts";
import { demoTokenAbi } from "../generated/demoToken.ts";
import { networkRegistryAbi } from "../generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../generated/operatorRegistry.ts";

export type ProtocolWorld = Awaited<ReturnType<typeof startProtocolWorld>>;
export type TestOperator = { readonly account: PrivateKeyAccount; readonly secretKey: Uint8Array };

/** anvil's first account. */
const deployerKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const stake = 100n * 10n ** 18n;
const gas = 2_000_000n;

const accountOf = (name: string): PrivateKeyAccount => privateKeyToAccount(keccak256(toBytes(name)));

/** A BLS key below the subgroup's order, the same in every run. */
export function secretKeyOf(name: string): Uint8Array {
  const bytes = keccak256(toBytes(name), "bytes");
  bytes[0] = 1;
  return bytes;
}

/** The proof of possession, 256 bytes, with which `operator` may register `secretKey`. */
export function possessionProof(
  chainId: number,
  operatorRegistry: Hex,
  operator: Hex,
  secretKey: Uint8Array,
): Hex {
  const digest = proofOfPossessionDigest(chainId, operatorRegistry, operator);
  return encodeG2(signHashed(hashToG2(digest, possessionDst), secretKey));
}

/** A chain with the protocol, the demonstration network, and operators of equal stake that serve it. */
export async function startProtocolWorld(operatorCount: number) {
  const chain = await startChain();
  const [creator, rootSubmitter] = [accountOf("creator"), accountOf("root submitter")];
  const epochLengthSeconds = 600;
  const activationDelaySeconds = 10;
  const config = {
    rpcUrl: chain.url,
    deployerKey,
    rootSubmitter: rootSubmitter.address,
    guardian: accountOf("guardian").address,
    epochLengthSeconds,
    withdrawalDelaySeconds: 10,
    activationDelaySeconds,
  } as const;
  const { contracts, epoch, demo } = await deployDemo(config, await deploy(config));
  if (!demo) throw new Error("the demonstration network is missing");

  /** Sends one call, after giving the sender gas money, and waits for it. */
  async function send(
    from: PrivateKeyAccount,
    call: { to: Hex; abi: Abi; functionName: string; args: readonly unknown[] },
  ) {
    await chain.client.setBalance({ address: from.address, value: 10n ** 18n });
    const data = encodeFunctionData(call);
    const hash = await chain.client.sendTransaction({ account: from, chain: null, to: call.to, data, gas });
    const receipt = await chain.client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`${call.functionName} reverted`);
    return receipt;
  }

  const mintAndApprove = async (owner: PrivateKeyAccount, to: Hex, spender: Hex, amount: bigint) => {
    const token = { to, abi: demoTokenAbi };
    await send(owner, { ...token, functionName: "mint", args: [owner.address, amount] });
    await send(owner, { ...token, functionName: "approve", args: [spender, maxUint256] });
  };

  const addOperator = async (index: number): Promise<TestOperator> => {
    const account = accountOf(`operator ${index}`);
    const secretKey = secretKeyOf(`bls ${index}`);
    const proof = possessionProof(chain.chainId, contracts.operatorRegistry, account.address, secretKey);
    await send(account, {
      to: contracts.operatorRegistry,
      abi: operatorRegistryAbi,
      functionName: "registerOperator",
      args: [account.address, 1000, "", encodeG1(publicKeyOf(secretKey)), proof],
    });
    await mintAndApprove(account, demo.stakeToken, contracts.delegationManager, stake);
    await send(account, {
      to: contracts.delegationManager,
      abi: delegationManagerAbi,
      functionName: "delegate",
      args: [account.address, demo.stakeToken, stake],
    });
    await send(account, {
      to: contracts.allocationManager,
      abi: allocationManagerAbi,
      functionName: "allocate",
      args: [demo.factorizationNetwork, demo.stakeToken, 10n ** 18n],
    });
    await send(account, {
      to: contracts.networkRegistry,
      abi: networkRegistryAbi,
      functionName: "optIn",
      args: [demo.factorizationNetwork],
    });
    return { account, secretKey };
  };

  const operators: TestOperator[] = [];
  for (let index = 0; index < operatorCount; index++) operators.push(await addOperator(index));
  await mintAndApprove(creator, demo.rewardToken, contracts.taskManager, 1000n * stake);
  return {
    client: chain.client,
    chainId: chain.chainId,
    stop: chain.stop,
    contracts,
    demo,
    epoch,
    activationDelaySeconds,
    creator,
    rootSubmitter,
    operators,
    send,
  };
}
