import { addressOf } from "../data/identities.ts";
import { clockOf, fullSize, timeOf } from "../data/size.ts";
import { type Data, lower, type Query, seconds } from "./Query.ts";

const columns = "status deadline fee creator";
const { tasks: start, head } = clockOf(fullSize);

/** A network and a time from which on deadlines count: in all thirds of the tasks' time. */
function chosen(variant: number) {
  const network = addressOf(`network ${variant % fullSize.networks}`);
  const deadline = timeOf(start + Math.floor(((head - start) * (variant % 3)) / 3));
  return { network, deadline };
}

export const filter: Query = {
  name: "filter",
  title: "50 tasks of a network, by status and deadline, newest first",
  variants: 30,
  inDialect: {
    nektar: (variant) => {
      const { network, deadline } = chosen(variant);
      return {
        query: `query Tasks($network: Address!, $deadline: DateTime!) {
          tasks(first: 50, where: {network: $network, status_in: [FINAL, EXPIRED], deadline_gte: $deadline}) {
            nodes { taskId ${columns} }
            pageInfo { hasNextPage }
          }
        }`,
        variables: { network, deadline: new Date(deadline * 1_000).toISOString() },
        content: ({ tasks: { nodes, pageInfo } }) => ({
          tasks: nodes.map((task: Data) => ({
            ...task,
            deadline: seconds(task.deadline),
            creator: lower(task.creator),
          })),
          pageInfo,
        }),
      };
    },
    ponder: (variant) => {
      const { network, deadline } = chosen(variant);
      return {
        query: `query Tasks($network: String!, $deadline: BigInt!) {
          tasks(
            where: {network: $network, status_in: ["FINAL", "EXPIRED"], deadline_gte: $deadline}
            limit: 50, orderBy: "createdBlock", orderDirection: "desc"
          ) {
            items { id ${columns} }
            pageInfo { hasNextPage }
          }
        }`,
        variables: { network, deadline: String(deadline) },
        content: ({ tasks: { items, pageInfo } }) => ({
          tasks: items.map(({ id, ...task }: Data) => ({ taskId: id, ...task })),
          pageInfo,
        }),
      };
    },
    postgraphile: (variant) => {
      const { network, deadline } = chosen(variant);
      return {
        query: `query Tasks($network: String!, $deadline: BigFloat!) {
          allTasks(
            condition: {network: $network, statusIn: ["FINAL", "EXPIRED"], deadlineGte: $deadline}
            first: 50, orderBy: [CREATED_BLOCK_DESC]
          ) {
            nodes { rowId ${columns} }
            pageInfo { hasNextPage }
          }
        }`,
        variables: { network, deadline: String(deadline) },
        content: ({ allTasks: { nodes, pageInfo } }) => ({
          tasks: nodes.map(({ rowId, ...task }: Data) => ({ taskId: rowId, ...task })),
          pageInfo,
        }),
      };
    },
  },
};
