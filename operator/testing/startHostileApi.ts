import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SignedSubmission, SubmitResult } from "../api/submitResponse.ts";
import type { TaskCandidate } from "../tasks/TaskCandidate.ts";

/** How the adversary treats a request: as a GraphQL API would, or not at all. */
export type Manner =
  | "graphql"
  | "garbage"
  | "html"
  | "huge"
  | "slow"
  | "error"
  | "reset"
  | "redirect"
  | "malformed";

type ShownTask = Pick<TaskCandidate, "taskId" | "network" | "payload" | "referenceBlock">;
type StoredResponse = SignedSubmission & { readonly referenceBlock: bigint };

export type HostileApi = Awaited<ReturnType<typeof startHostileApi>>;

/**
 * The adversary: an HTTP server in the place of an API. It shows whatever tasks it is told to, answers submissions as it
 * is told to, and can answer nonsense of many kinds. It keeps what was handed in.
 */
export async function startHostileApi() {
  const api = {
    manner: "graphql" as Manner,
    tasks: [] as ShownTask[],
    submissions: [] as SignedSubmission[],
    /** What it says that operators handed in for open tasks. */
    stored: [] as StoredResponse[],
    /** What it answers to other queries, by the operation's name. */
    answers: {} as Record<string, unknown>,
    /** Subscriptions that were opened, with their cursors, and the lines that stand. */
    subscriptions: [] as (string | null)[],
    lines: new Set<ServerResponse>(),
    /** Whether it opens subscriptions at all. */
    subscribes: false,
    polls: 0,
    /** The answer to a submission; the number says how many came before it. */
    answerSubmission: (_before: number): SubmitResult => ({
      __typename: "ResponseAccepted",
      duplicate: false,
    }),
  };
  const server = createServer(async (request, response) => {
    const body = await readJson(request);
    const input = body.variables?.input;
    if (body.query?.startsWith("subscription")) {
      if (!api.subscribes) {
        response.writeHead(406).end();
        return;
      }
      api.subscriptions.push(body.variables?.after ?? null);
      api.lines.add(response);
      response.on("close", () => api.lines.delete(response));
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      return;
    }
    if (input === undefined) api.polls++;
    if (misbehave(api.manner, response)) return;
    if (input !== undefined) {
      api.submissions.push(input);
      send(response, { submitResponse: api.answerSubmission(api.submissions.length - 1) });
      return;
    }
    if (body.query?.includes("OwnResponses")) {
      send(response, { tasks: { nodes: api.stored.map(storedTask), pageInfo: lastPage } });
      return;
    }
    const operation = /query (\w+)/.exec(body.query ?? "")?.[1] ?? "";
    if (operation in api.answers) {
      send(response, api.answers[operation]);
      return;
    }
    const nodes: unknown[] = api.tasks.map((task) => ({
      taskId: task.taskId,
      network: { address: task.network },
      payload: task.payload,
      referenceBlock: task.referenceBlock.toString(),
      // Nobody asked for these: whoever believed them would sign what is over.
      deadline: "2999-01-01T00:00:00.000Z",
      status: "OPEN",
    }));
    if (api.manner === "malformed") nodes.unshift({ taskId: "0x12" }, null, { taskId: { $ne: 1 } }, 7);
    // An answer without an end: there is always a next page.
    send(response, { tasks: { nodes, pageInfo: { hasNextPage: true, endCursor: "again" } } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  /** Writes to every line that stands; `text` as it is, a task as the API tells of its creation. */
  const push = (what: string | ShownTask, cursor = "c") => {
    const text =
      typeof what === "string" ? what : `event: next\ndata: ${JSON.stringify(created(what, cursor))}\n\n`;
    for (const line of api.lines) line.write(text);
  };
  return Object.assign(api, { url: `http://127.0.0.1:${port}/graphql`, close, push });
}

function misbehave(manner: Manner, response: ServerResponse): boolean {
  if (manner === "garbage") response.end("\u0000{{{");
  else if (manner === "html")
    response.setHeader("content-type", "text/html").end("<html>502 Bad Gateway</html>");
  else if (manner === "error") response.end(JSON.stringify({ errors: [{ message: "canary-in-an-error" }] }));
  else if (manner === "reset") response.destroy();
  else if (manner === "redirect") response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
  else if (manner === "huge") flood(response);
  else if (manner === "slow") drip(response);
  else return false;
  return true;
}

function flood(response: ServerResponse): void {
  const chunk = `"${"a".repeat(1 << 20)}",`;
  response.write('{"data":[');
  const more = () => {
    while (!response.destroyed && response.write(chunk)) {}
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

function drip(response: ServerResponse): void {
  response.write('{"data":');
  const timer = setInterval(() => response.write(" "), 200);
  response.on("close", () => clearInterval(timer));
}

function created({ taskId, network, payload, referenceBlock }: ShownTask, cursor: string) {
  const task = { taskId, network: { address: network }, payload, referenceBlock: referenceBlock.toString() };
  return { data: { tasks: { kind: "ADDED", cursor, step: "CREATED", task } } };
}

const lastPage = { hasNextPage: false, endCursor: null };

function storedTask({ taskId, referenceBlock, operator, response, signature }: StoredResponse) {
  const signedResponses = [{ operator: { address: operator }, response, signature }];
  return { taskId, referenceBlock: referenceBlock.toString(), signedResponses };
}

type Body = { query?: string; variables?: { input?: SignedSubmission; after?: string } };

async function readJson(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as Body;
}

function send(response: ServerResponse, data: unknown): void {
  response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
}
