import { type Address, encodeAbiParameters, type Hex, keccak256, toBytes } from "viem";

const responseTypeHash = keccak256(
  toBytes(
    "NektarTaskResponse(uint256 chainId,address taskManager,bytes32 taskId,uint64 referenceBlock,bytes32 responseHash)",
  ),
);
const possessionTypeHash = keccak256(
  toBytes("NektarProofOfPossession(uint256 chainId,address operatorRegistry,address operator)"),
);

export type ResponseMessage = {
  readonly chainId: number;
  readonly taskManager: Address;
  readonly taskId: Hex;
  readonly referenceBlock: bigint;
  /** The response itself, not its hash. */
  readonly response: Hex;
};

/** The 32-byte digest that an operator signs for a response; equals `TaskManager.responseDigest`. */
export function responseDigest(message: ResponseMessage): Hex {
  return keccak256(
    encodeAbiParameters(
      [
        { type: "bytes32" },
        { type: "uint256" },
        { type: "address" },
        { type: "bytes32" },
        { type: "uint64" },
        { type: "bytes32" },
      ],
      [
        responseTypeHash,
        BigInt(message.chainId),
        message.taskManager,
        message.taskId,
        message.referenceBlock,
        keccak256(message.response),
      ],
    ),
  );
}

/** The 32-byte digest of an operator's proof of possession; equals `OperatorRegistry.proofOfPossessionDigest`. */
export function proofOfPossessionDigest(chainId: number, operatorRegistry: Address, operator: Address): Hex {
  return keccak256(
    encodeAbiParameters(
      [{ type: "bytes32" }, { type: "uint256" }, { type: "address" }, { type: "address" }],
      [possessionTypeHash, BigInt(chainId), operatorRegistry, operator],
    ),
  );
}

/** The id that `TaskManager.createTask` gives to a task; `counter` counts from 0. */
export function taskIdOf(task: {
  chainId: number;
  taskManager: Address;
  counter: bigint;
  network: Address;
  payload: Hex;
  referenceBlock: bigint;
}): Hex {
  return keccak256(
    encodeAbiParameters(
      [
        { type: "uint256" },
        { type: "address" },
        { type: "uint256" },
        { type: "address" },
        { type: "bytes32" },
        { type: "uint64" },
      ],
      [
        BigInt(task.chainId),
        task.taskManager,
        task.counter,
        task.network,
        keccak256(task.payload),
        task.referenceBlock,
      ],
    ),
  );
}

/** Two responses to one task, both signed by one operator. */
export type Equivocation = {
  readonly taskId: Hex;
  readonly operator: Address;
  readonly responseHashA: Hex;
  /** G2 signature, 256 bytes, EIP-2537. */
  readonly signatureA: Hex;
  readonly responseHashB: Hex;
  readonly signatureB: Hex;
};

/** Equals `SlashingManager.evidenceHashOf`. */
export function equivocationHash(evidence: Equivocation): Hex {
  return keccak256(
    encodeAbiParameters(
      [
        { type: "bytes32" },
        { type: "address" },
        { type: "bytes32" },
        { type: "bytes" },
        { type: "bytes32" },
        { type: "bytes" },
      ],
      [
        evidence.taskId,
        evidence.operator,
        evidence.responseHashA,
        evidence.signatureA,
        evidence.responseHashB,
        evidence.signatureB,
      ],
    ),
  );
}

/** What `SlashingManager.commitReport` takes before the evidence is shown, so that nobody earns by copying it. */
export function reportCommitment(reporter: Address, evidenceHash: Hex): Hex {
  return keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [reporter, evidenceHash]));
}
