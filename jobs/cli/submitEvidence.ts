import { createWalletClient, encodeFunctionData, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { connectChain } from "../../lib/chain/connectChain.ts";
import { RevertedError, revertReason } from "../../lib/chain/revert.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { privateKey, rpcUrls } from "../../lib/config/variables.ts";
import type { EvidenceBundle } from "../../lib/evidence/bundle.ts";
import { reportCommitment } from "../../lib/protocol/messages.ts";

/** For what the commitment adds to the slash: the newest block's estimate may not see it. */
const rewardGas = 200_000n;

/**
 * Commits to a report and, once that is in a block, shows it, with REPORTER_PRIVATE_KEY.
 * @returns the hash of the transaction that slashed.
 * @throws {RevertedError} when the contract refuses, e.g. because another was faster.
 */
export async function submitEvidence({ slash, evidenceHash }: EvidenceBundle): Promise<Hex> {
  const { REPORTER_PRIVATE_KEY, RPC_URL } = parseEnvironment({
    REPORTER_PRIVATE_KEY: privateKey,
    RPC_URL: rpcUrls,
  });
  const account = privateKeyToAccount(REPORTER_PRIVATE_KEY);
  const chain = connectChain(RPC_URL);
  const wallet = createWalletClient({ account, transport: http(RPC_URL[0]) });
  const send = async (data: Hex): Promise<Hex> => {
    try {
      const gas = (await chain.estimateGas({ account, to: slash.to, data })) + rewardGas;
      const hash = await wallet.sendTransaction({ to: slash.to, data, gas, chain: null });
      const receipt = await chain.waitForTransactionReceipt({ hash });
      if (receipt.status !== "success") throw new RevertedError("UNKNOWN", { hash });
      return hash;
    } catch (error) {
      throw named(error, evidenceHash);
    }
  };
  // An offence that is punished needs no commitment.
  await chain.call({ account, to: slash.to, data: slash.data }).catch((error) => {
    throw named(error, evidenceHash);
  });
  const args = [reportCommitment(account.address, evidenceHash)] as const;
  const commit = encodeFunctionData({ abi: slashingManagerAbi, functionName: "commitReport", args });
  await send(commit).catch((error) => {
    // Committed before, by an attempt that ended here.
    if (!(error instanceof RevertedError) || !error.reason.startsWith("AlreadyCommitted")) throw error;
  });
  return send(slash.data);
}

/** The contract's refusal if it is one, else the error itself. */
function named(error: unknown, evidenceHash: Hex): unknown {
  const reason = revertReason(error);
  return reason === undefined ? error : new RevertedError(reason, { evidenceHash }, { cause: error });
}
