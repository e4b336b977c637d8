import { encodeFunctionData, type Hex, toFunctionSelector } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { accessManagerAbi } from "../generated/accessManager.ts";
import { type ChainClient, isDeployed } from "./chain.ts";
import type { Step } from "./TransactionBatch.ts";

/** As in NektarAccessManager.sol. */
const governanceRole = 1n;
const rootSubmitterRole = 2n;
const guardianRole = 3n;

/** Far above what setting a role costs; these calls rest on contracts of their own batch. */
const roleGas = 300_000n;

type Contracts = Deployment["contracts"];
type Permission = { readonly target: Hex; readonly signature: string; readonly role: bigint };
type Grant = { readonly name: string; readonly account: Hex; readonly role: bigint };

const permissions = (at: Contracts): readonly Permission[] => [
  { target: at.delegationManager, signature: "listAsset(address)", role: governanceRole },
  { target: at.networkRegistry, signature: "setStatus(address,uint8)", role: governanceRole },
  {
    target: at.rewardsCoordinator,
    signature: "submitRoot(uint64,bytes32,bytes32,uint256)",
    role: rootSubmitterRole,
  },
  { target: at.rewardsCoordinator, signature: "disableRoot(uint64)", role: guardianRole },
];

/** The calls that give functions to roles and roles to accounts, as far as the chain does not have them yet. */
export async function missingRoleSteps(
  client: ChainClient,
  at: Contracts,
  holders: { governance: Hex; rootSubmitter: Hex; guardian: Hex },
): Promise<Step[]> {
  const manager = { address: at.accessManager, abi: accessManagerAbi } as const;
  const exists = await isDeployed(client, at.accessManager);
  const grants: readonly Grant[] = [
    { name: "governance", account: holders.governance, role: governanceRole },
    { name: "root submitter", account: holders.rootSubmitter, role: rootSubmitterRole },
    { name: "guardian", account: holders.guardian, role: guardianRole },
  ];
  const permissionSteps = permissions(at).map(async ({ target, signature, role }) => {
    const selector = toFunctionSelector(signature);
    const functionName = "getTargetFunctionRole";
    const current = exists
      ? await client.readContract({ ...manager, functionName, args: [target, selector] })
      : 0n;
    if (current === role) return [];
    const data = encodeFunctionData({
      abi: accessManagerAbi,
      functionName: "setTargetFunctionRole",
      args: [target, [selector], role],
    });
    return [{ step: `permission for ${signature}`, to: at.accessManager, data, gas: roleGas }];
  });
  const grantSteps = grants.map(async ({ name, account, role }) => {
    const functionName = "hasRole";
    const [holds] = exists
      ? await client.readContract({ ...manager, functionName, args: [role, account] })
      : [false];
    if (holds) return [];
    const data = encodeFunctionData({
      abi: accessManagerAbi,
      functionName: "grantRole",
      args: [role, account, 0],
    });
    return [{ step: `role of ${name}`, to: at.accessManager, data, gas: roleGas }];
  });
  return (await Promise.all([...permissionSteps, ...grantSteps])).flat();
}
