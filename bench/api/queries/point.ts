import { hashOf } from "../data/identities.ts";
import { fullSize } from "../data/size.ts";
import { type Data, lower, type Query, seconds } from "./Query.ts";

const variants = 1_000;
/** Tasks from all over the list. */
const taskOf = (variant: number) => hashOf(`task ${variant * (fullSize.tasks / variants)}`);

const columns = `status deadline fee quorumBps totalWeight responseHash signedWeight aggregator challengeDeadline
  respondedTx respondedBlock respondedAt`;

export const point: Query = {
  name: "point",
  title: "a task with its network and response",
  variants,
  inDialect: {
    nektar: (variant) => ({
      query: `query Task($id: Bytes!) {
        task(taskId: $id) {
          taskId status deadline fee quorumBps totalWeight
          network { address status totalWeight }
          response { responseHash signedWeight aggregator challengeDeadline transaction { hash block timestamp } }
        }
      }`,
      variables: { id: taskOf(variant) },
      content: ({ task }) => ({
        ...task,
        deadline: seconds(task.deadline),
        network: { ...task.network, address: lower(task.network.address) },
        response: task.response && {
          ...task.response,
          aggregator: lower(task.response.aggregator),
          challengeDeadline: seconds(task.response.challengeDeadline),
          transaction: {
            ...task.response.transaction,
            timestamp: seconds(task.response.transaction.timestamp),
          },
        },
      }),
    }),
    ponder: (variant) => ({
      query: `query Task($id: String!) {
        task(id: $id) { id ${columns} ofNetwork { address status totalWeight } }
      }`,
      variables: { id: taskOf(variant) },
      content: ({ task }) => contentOf(task.id, task.ofNetwork, task),
    }),
    postgraphile: (variant) => ({
      query: `query Task($id: String!) {
        taskByRowId(rowId: $id) { rowId ${columns} networkByNetwork { address status totalWeight } }
      }`,
      variables: { id: taskOf(variant) },
      content: ({ taskByRowId: task }) => contentOf(task.rowId, task.networkByNetwork, task),
    }),
  },
};

function contentOf(taskId: string, network: Data, task: Data) {
  const { status, deadline, fee, quorumBps, totalWeight } = task;
  const { responseHash, signedWeight, aggregator, challengeDeadline } = task;
  const transaction = { hash: task.respondedTx, block: task.respondedBlock, timestamp: task.respondedAt };
  const response = { responseHash, signedWeight, aggregator, challengeDeadline, transaction };
  return {
    ...{ taskId, status, deadline, fee, quorumBps, totalWeight, network },
    response: responseHash === null ? null : response,
  };
}
