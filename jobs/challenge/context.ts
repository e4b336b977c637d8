import type { Address } from "viem";
import type { Module } from "../../lib/modules/Module.ts";
import type { SendingContext } from "../context.ts";

/** Two instances of one network's module, which share nothing: both must give the same. */
export type ModulePair = readonly [Module, Module];

/** Bonds that may be at stake at once, of each token, in its smallest unit. A bond that was lost stays counted. */
export type BondLimits = { readonly total: bigint; readonly perNetwork: bigint };

/** What the watcher of accepted responses works with. */
export type Challenging = {
  /** By network, lowercase. */
  readonly modules: ReadonlyMap<Address, ModulePair>;
  readonly limits: BondLimits;
};

export type ChallengeContext = SendingContext & { readonly challenging: Challenging };
