import type { Address } from "viem";
import type { Position } from "../meta/queries.ts";
import type { PayloadRow } from "../plan/PayloadRow.ts";
import type { Client } from "../server/client.ts";
import type { Outbox } from "./Outbox.ts";

/** An update on its way to many subscribers, who share what is made of it. */
export type Message = {
  /** What the root field of the subscription is made from. */
  readonly row: PayloadRow;
  readonly position: Position;
  /** Finished answers by operation and variables: equal subscriptions are answered by one execution. */
  readonly answers: Map<string, Promise<unknown>>;
};

type Optional<Value> = Value | null | undefined;
export type LogFilter = {
  readonly operator?: Optional<Address>;
  readonly network?: Optional<Address>;
};

/** What a request may subscribe to; `after` is the cursor of the last update that its client had. */
export type Subscriptions = {
  log(
    topic: "tasks" | "slashes" | "blocks",
    filter: LogFilter,
    after: Optional<string>,
    client: Client,
  ): Promise<Outbox<Message>>;
  epochs(after: Optional<string>, client: Client): Promise<Outbox<Message>>;
};
