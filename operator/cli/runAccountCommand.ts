import { readDeployment } from "../../lib/chain/deployment.ts";
import { verifyCode } from "../../lib/chain/verifyCode.ts";
import { carryOut } from "../account/carryOut.ts";
import { openAccount } from "../account/openAccount.ts";
import type { Plan, PlanContext } from "../account/Plan.ts";
import { planAggregate } from "../account/plans/aggregate.ts";
import { planClaim } from "../account/plans/claim.ts";
import { planExit } from "../account/plans/exit.ts";
import { planCommission, planRegister } from "../account/plans/identity.ts";
import { planAllocate, planOptIn, planOptOut } from "../account/plans/membership.ts";
import { createChainClient } from "../chain/createChainClient.ts";
import type {
  AccountSettings,
  aggregateSettings,
  allocateSettings,
  claimSettings,
  commissionSettings,
  memberSettings,
  registerSettings,
} from "../config/accountSettings.ts";
import type { ParsedSettings } from "../config/parseSettings.ts";
import { askLine } from "../keystore/prompt.ts";
import { openKeystore } from "../signer/openSigner.ts";

const never = new AbortController().signal;

export const register = async (settings: ParsedSettings<typeof registerSettings>) => {
  const secretKey = await openKeystore(settings.keystore, settings["password-file"]);
  await perform(settings, (context) =>
    planRegister(context, {
      secretKey,
      payout: settings.payout ?? context.account.address,
      commissionBps: settings["commission-bps"],
      metadataUri: settings["metadata-uri"],
    }),
  );
};
export const optIn = (settings: ParsedSettings<typeof memberSettings>) =>
  perform(settings, (context) => planOptIn(context, settings.network));
export const optOut = (settings: ParsedSettings<typeof memberSettings>) =>
  perform(settings, (context) => planOptOut(context, settings.network));
export const allocate = (settings: ParsedSettings<typeof allocateSettings>) =>
  perform(settings, (context) => planAllocate(context, settings.network, settings.asset, settings.magnitude));
export const commission = (settings: ParsedSettings<typeof commissionSettings>) =>
  perform(settings, (context) => planCommission(context, settings.bps));
export const exit = (settings: AccountSettings) => perform(settings, planExit);
export const claim = (settings: ParsedSettings<typeof claimSettings>) =>
  perform(settings, (context) => planClaim(context, settings, never));
export const aggregate = (settings: ParsedSettings<typeof aggregateSettings>) =>
  perform(settings, (context) => planAggregate(context, { api: settings.api, taskId: settings.task }, never));

/** Makes a plan on the chain of the addresses file and carries it out. */
async function perform(
  settings: AccountSettings,
  makePlan: (context: PlanContext) => Promise<Plan>,
): Promise<void> {
  const account = openAccount(settings["account-key-file"]);
  const deployment = readDeployment(settings.addresses);
  const client = createChainClient(settings.rpc, deployment);
  await verifyCode(client, deployment, "the addresses file");
  const context = { client, deployment, account };
  const plan = await makePlan(context);
  const ask = (question: string) => askLine(question, "Confirm by --yes.");
  await carryOut(context, plan, { yes: settings.yes, ask }, process.stdout);
}
