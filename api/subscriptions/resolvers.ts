import type { Context } from "../context.ts";
import type { Resolvers, TaskStep } from "../generated/schema.ts";
import type { Message } from "./Channel.ts";
import type { LogUpdate } from "./LogTopic.ts";
import type { LogFilter } from "./SubscriptionHub.ts";

type Arguments = LogFilter & { readonly after?: string | null | undefined };

/** A message's update is the value of the field: `shareAnswers` executes the rest of the operation on it. */
const updateOf = (message: unknown) => (message as Message).update as never;

const log = (topic: "tasks" | "slashes" | "blocks") => ({
  subscribe: (_root: unknown, { after, ...filter }: Arguments, { subscriptions, client }: Context) =>
    subscriptions.log(topic, filter, after, client),
  resolve: updateOf,
});

const logIndex = ({ item }: LogUpdate) => item?.logIndex;

export const subscriptionResolvers = {
  Subscription: {
    tasks: log("tasks"),
    slashes: log("slashes"),
    blocks: log("blocks"),
    epochs: {
      subscribe: (_root, { after }, { subscriptions, client }) => subscriptions.epochs(after, client),
      resolve: updateOf,
    },
  },
  TaskUpdate: {
    logIndex,
    step: ({ item }) => item?.what as TaskStep | undefined,
    taskId: ({ item }) => item?.subject,
    task: ({ item }, _args, { loaders }) => (item ? loaders.tasks.byId.load(item.subject) : null),
  },
  SlashUpdate: {
    logIndex,
    slashId: ({ item }) => item?.subject,
    slash: ({ item }, _args, { loaders }) => (item ? loaders.slashing.slash.load(item.subject) : null),
  },
  BlockUpdate: {
    hash: ({ item }) => item?.subject,
    timestamp: ({ item }) => item?.timestamp,
  },
  EpochUpdate: {
    epoch: ({ epoch }) => ({ epoch }),
  },
} satisfies Resolvers<Context>;
