import { type Section, whole } from "../../support/report.ts";
import type { Contender } from "../contenders/Contender.ts";
import { addressOf } from "../data/identities.ts";
import { fullSize } from "../data/size.ts";
import { poll } from "../load/poll.ts";
import { writeBodies } from "../load/writeBodies.ts";
import type { Aim } from "../report/aims.ts";
import { post } from "./operations.ts";

const query = `query Waiting($operator: Address!) {
  tasks(where: {operator: $operator, status_in: [OPEN], awaitingResponse: true}) {
    nodes { taskId payload deadline network { address } }
  }
}`;
const bodies = Array.from({ length: fullSize.operators }, (_, number) =>
  JSON.stringify({ query, variables: { operator: addressOf(`operator ${number}`) } }),
);

/** Each client's body with the answer that it gets. */
export async function answersOfPolls(nektar: Contender): Promise<(readonly [string, string])[]> {
  const answers: [string, string][] = [];
  for (const body of bodies) answers.push([body, (await post(nektar.url, body)).text]);
  return answers;
}

type Polled = { readonly coreShare: number; readonly statements: number; readonly notModified: number };

/** All operators ask once a second for the tasks that wait for them, and nothing changes. */
export async function measurePolling(
  nektar: Contender,
  memory: Contender,
  seconds: number,
): Promise<{ section: Section; aims: Aim[] }> {
  const file = writeBodies("polling", bodies);
  const floor = await polled(memory, file, seconds);
  const ours = await polled(nektar, file, seconds);
  const row = (who: string, { coreShare, statements, notModified }: Polled) => [
    who,
    percent(coreShare),
    statements.toFixed(1),
    percent(notModified),
  ];
  const more = ours.coreShare - floor.coreShare;
  return {
    section: {
      title: `${whole(bodies.length)} operators ask once a second for tasks that wait for them; nothing changes`,
      columns: ["who", "of a core", "SQL a second", "answered by 304"],
      rows: [row("node:http from memory", floor), row("Nektar", ours)],
      notes: ["The statements of Nektar ask whether rows have changed, for all clients together."],
    },
    aims: [
      {
        aim: "polling: of a core more than node:http",
        wanted: "< 5 %",
        measured: percent(more),
        met: more < 0.05,
      },
      {
        aim: "polling: SQL for a request",
        wanted: "none",
        measured: (ours.statements / bodies.length).toFixed(3),
        // It asks for all clients together, at most some ten times a second.
        met: ours.statements < 20,
      },
    ],
  };
}

async function polled({ url, usage }: Contender, file: string, seconds: number): Promise<Polled> {
  await poll({ url, bodies: file, seconds: 2 });
  const before = await usage();
  const { requests, notModified, failures } = await poll({ url, bodies: file, seconds });
  const after = await usage();
  if (failures > 0 || requests < bodies.length * seconds * 0.95)
    throw new Error(`${failures} polls failed, ${requests} were answered`);
  return {
    coreShare: (after.cpuMicros - before.cpuMicros) / 1e6 / seconds,
    statements: (after.statements - before.statements) / seconds,
    notModified: notModified / requests,
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
