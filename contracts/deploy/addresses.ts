import { encodeAbiParameters, getContractAddress, type Hex, keccak256 } from "viem";
import { create3FactoryBytecode } from "../generated/create3Factory.ts";
import { deterministicProxy } from "./chain.ts";

export const factorySalt: Hex = `0x${"00".repeat(32)}`;

/** Where our CREATE3 factory is, on every chain. */
export const factoryAddress = getContractAddress({
  opcode: "CREATE2",
  from: deterministicProxy,
  salt: factorySalt,
  bytecode: create3FactoryBytecode,
}).toLowerCase() as Hex;

/** Hash of the small contract through which CREATE3 deploys (Solady's CREATE3). */
const create3ProxyHash = "0x21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f";

/**
 * The salt of one contract. It binds the code of the whole deployment: after a change of the sources the same command
 * makes a new deployment instead of taking old contracts for the new ones.
 */
export function contractSalt(label: string, name: string, bytecodes: readonly Hex[]): Hex {
  const version = keccak256(encodeAbiParameters([{ type: "bytes[]" }], [bytecodes]));
  return keccak256(
    encodeAbiParameters(
      [{ type: "string" }, { type: "string" }, { type: "bytes32" }],
      [label, name, version],
    ),
  );
}

/** The address that `Create3Factory.deploy` gives to a deployer's salt; lowercase. */
export function create3Address(deployer: Hex, salt: Hex): Hex {
  const boundSalt = keccak256(
    encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [deployer, salt]),
  );
  const proxy = getContractAddress({
    opcode: "CREATE2",
    from: factoryAddress,
    salt: boundSalt,
    bytecodeHash: create3ProxyHash,
  });
  return getContractAddress({ opcode: "CREATE", from: proxy, nonce: 1n }).toLowerCase() as Hex;
}

/** Deployment data for the deterministic proxy: the salt, then the code. */
export function proxyCallData(bytecode: Hex): Hex {
  return `${factorySalt}${bytecode.slice(2)}`;
}
