import { type Address, encodeAbiParameters, type Hex, keccak256, zeroAddress } from "viem";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import type { SendingContext } from "../context.ts";
import type { Offence } from "./queries.ts";

const equivocationOffence = 1;

/** Equals `SlashingManager.slashIdOf` for an equivocation. */
export function slashIdOf(chainId: number, slashingManager: Address, { taskId, operator }: Offence): Hex {
  const types = [
    ...[{ type: "uint256" }, { type: "address" }],
    ...[{ type: "bytes32" }, { type: "address" }, { type: "uint8" }],
  ] as const;
  return keccak256(
    encodeAbiParameters(types, [BigInt(chainId), slashingManager, taskId, operator, equivocationOffence]),
  );
}

/** Who reported the offence that an operator is slashed for, as of the end of a block; undefined while it is not slashed. */
export async function readReporter(
  { sender, deployment }: SendingContext,
  slashId: Hex,
  blockNumber: bigint,
): Promise<Address | undefined> {
  const { network, reporter } = await sender.chain.readContract({
    address: deployment.contracts.slashingManager,
    abi: slashingManagerAbi,
    functionName: "slashOf",
    args: [slashId],
    blockNumber,
  });
  return network === zeroAddress ? undefined : (reporter.toLowerCase() as Address);
}
