import { type HDAccount, mnemonicToAccount } from "viem/accounts";

/** anvil's default phrase: known to everyone, so its accounts are for local chains only. */
const mnemonic = "test test test test test test test test test test test junk";

const account = (addressIndex: number): HDAccount => mnemonicToAccount(mnemonic, { addressIndex });

/** Who does what on a local chain; always the same accounts, so that a second start finds what the first one did. */
export const roles = {
  deployer: account(0),
  /** Sends responses, finalisations and roots; may submit roots. */
  jobs: account(1),
  /** May disable a root before it can be claimed against. */
  guardian: account(2),
  taskCreator: account(3),
  operators: [account(4), account(5), account(6)],
  delegators: [account(7), account(8), account(9), account(10)],
} as const;

/** As many as anvil must fund. */
export const accountCount = 11;

export const everyone: readonly HDAccount[] = [
  roles.deployer,
  roles.jobs,
  roles.guardian,
  roles.taskCreator,
  ...roles.operators,
  ...roles.delegators,
];
