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
  /** Decides the price network's challenges. */
  arbiter: account(11),
  /** Challenges and reports the dishonest operators. */
  challenger: account(12),
  /** Serve the price network, and lie and equivocate once. */
  dishonestOperators: [account(13), account(14)],
  /** Backs the dishonest ones. */
  deceivedDelegator: account(15),
  /** With --faulty only: serve the factorisation network; the first signs two responses to each task, the second none. */
  faultyOperators: [account(16), account(17)],
  /** With --faulty only: proves the first equivocation. */
  reporter: account(18),
} as const;

/** As many as anvil must fund. */
export const accountCount = 19;

export const everyone: readonly HDAccount[] = [
  roles.deployer,
  roles.jobs,
  roles.guardian,
  roles.taskCreator,
  ...roles.operators,
  ...roles.delegators,
  roles.arbiter,
  roles.challenger,
  ...roles.dishonestOperators,
  roles.deceivedDelegator,
  ...roles.faultyOperators,
  roles.reporter,
];
