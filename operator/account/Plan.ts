import type { Abi, Account, Address, PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";

/** A call of a contract that a plan wants sent. */
export type PlannedCall = {
  /** What it does, in a sentence without a full stop. */
  readonly what: string;
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
};

/** What a command would do: shown, and sent only when it is confirmed. */
export type Plan = {
  readonly title: string;
  /** What follows from it: when it takes effect, what stays slashable. */
  readonly consequences: readonly string[];
  /** In the order of sending; empty when there is nothing to do. */
  readonly calls: readonly PlannedCall[];
};

/** What plans are made from. */
export type PlanContext = {
  readonly client: PublicClient;
  readonly deployment: Deployment;
  readonly account: Account;
};
