import type { Hex } from "viem";
import type { OperatorRow } from "../../lib/database/indexerTables.ts";
import type { Context } from "../context.ts";
import { badInput } from "../errors.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { readHash } from "../ids/readHash.ts";
import { mustExist } from "../loading/mustExist.ts";
import { slashList } from "../slashing/lists.ts";
import { isResponded } from "./models.ts";
import { taskList } from "./queries.ts";
import { responseTransaction, timelineOf } from "./timeline.ts";

export const taskResolvers = {
  Query: {
    task: (_parent, { taskId }, { loaders }) => loaders.tasks.byId.load(readHash(taskId, "A task id")),
    tasks: (_parent, { where, ...page }, { db, connections }) => {
      if (where?.awaitingResponse != null && !where.operator)
        throw badInput("`awaitingResponse` needs `operator`: whose response is awaited.");
      return connections.root(taskList(db, where ?? {}), page);
    },
  },
  Task: {
    id: ({ id }) => globalId("Task", id),
    taskId: ({ id }) => id,
    network: ({ network }, _args, { loaders }) =>
      mustExist(loaders.networks.byAddress.load(network), `network ${network}`),
    referenceBlock: (task) => task.reference_block,
    quorumBps: (task) => task.quorum_bps,
    feeToken: (task) => task.fee_token,
    totalWeight: (task) => task.total_weight,
    response: (task) => (isResponded(task) ? task : null),
    participants: ({ id }, _args, { loaders }) => loaders.tasks.participation.load(id),
    signedResponses: ({ id }, _args, { loaders }) => loaders.responses.ofTask.load(id),
    challenges: ({ id }, _args, { loaders }) => loaders.slashing.challengesOfTask.load(id),
    slashes: ({ id }, { where, orderBy, ...page }, { db, connections }) =>
      connections.nested(slashList(db, { ...where }, orderBy, "task_id"), page, id),
    ruling: ({ id }, _args, { loaders }) => loaders.slashing.ruling.load(id),
    timeline: async (task, _args, { loaders }) =>
      timelineOf(
        task,
        // Without a response there is nothing to challenge.
        isResponded(task) ? await loaders.slashing.challengesOfTask.load(task.id) : [],
        await loaders.slashing.slashesOfTask.load(task.id),
      ),
  },
  TaskResponse: {
    responseHash: (task) => task.response_hash,
    signedWeight: (task) => task.signed_weight,
    signers: ({ id }, _args, context) => operatorsWho(context, id, true),
    nonSigners: ({ id }, _args, context) => operatorsWho(context, id, false),
    challengeDeadline: (task) => task.challenge_deadline,
    transaction: responseTransaction,
  },
  Participation: {
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
  },
} satisfies Resolvers<Context>;

/** Assigned operators by whether their signature is in the response, heaviest first. */
async function operatorsWho({ loaders }: Context, taskId: Hex, signed: boolean): Promise<OperatorRow[]> {
  const participation = await loaders.tasks.participation.load(taskId);
  const chosen = participation.filter((part) => part.signed === signed);
  return Promise.all(
    chosen.map(({ operator }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    ),
  );
}
