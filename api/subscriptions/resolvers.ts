import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import type { LogFilter } from "./Subscriptions.ts";

type Arguments = LogFilter & { readonly after?: string | null | undefined };

/** Never called: the plugin makes the answers by plans. */
const resolve = (): never => {
  throw new Error("An update is answered by shareAnswersPlugin.");
};

const log = (topic: "tasks" | "slashes" | "blocks") => ({
  subscribe: (_root: unknown, { after, ...filter }: Arguments, { subscriptions, client }: Context) =>
    subscriptions.log(topic, filter, after, client),
  resolve,
});

/** Where updates come from. */
export const subscriptionResolvers = {
  Subscription: {
    tasks: log("tasks"),
    slashes: log("slashes"),
    blocks: log("blocks"),
    epochs: {
      subscribe: (_root, { after }, { subscriptions, client }) => subscriptions.epochs(after, client),
      resolve,
    },
  },
} satisfies Resolvers<Context>;
