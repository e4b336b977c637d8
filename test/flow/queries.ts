/** The API's answer to a query; throws on any error in it. */
export async function ask<Data>(url: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(15_000),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join("; ") ?? "no data");
  return data;
}

export type Task = {
  taskId: `0x${string}`;
  status: "OPEN" | "RESPONDED" | "FINAL" | "EXPIRED" | "CHALLENGED" | "REJECTED";
  response: {
    responseHash: `0x${string}`;
    signers: { address: string }[];
    nonSigners: { address: string }[];
  } | null;
};

const taskFields = "taskId status response { responseHash signers { address } nonSigners { address } }";

/** The newest tasks. */
export async function newestTasks(url: string, first = 20): Promise<Task[]> {
  const query = `query ($first: Int!) { tasks(first: $first) { nodes { ${taskFields} } } }`;
  return (await ask<{ tasks: { nodes: Task[] } }>(url, query, { first })).tasks.nodes;
}

type TaskPage = { tasks: { nodes: Task[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

/** Every task, newest first, page by page. */
export async function allTasks(url: string): Promise<Task[]> {
  const query = `query ($after: String) { tasks(first: 50, after: $after) { nodes { ${taskFields} } pageInfo { hasNextPage endCursor } } }`;
  const tasks: Task[] = [];
  for (let after: string | null = null; ; ) {
    const page: TaskPage["tasks"] = (await ask<TaskPage>(url, query, { after })).tasks;
    tasks.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return tasks;
    after = page.pageInfo.endCursor;
  }
}

export type EarnerRewards = {
  token: `0x${string}`;
  cumulative: string;
  claimed: string;
  claimable: string;
  epoch: string;
  root: `0x${string}`;
  proof: `0x${string}`[];
};

export async function rewardsOf(url: string, earner: string): Promise<EarnerRewards[]> {
  const query = `query ($earner: Address!) {
    rewards(earner: $earner) { token cumulative claimed claimable epoch root proof }
  }`;
  return (await ask<{ rewards: EarnerRewards[] }>(url, query, { earner })).rewards;
}

export type Epoch = {
  epoch: string;
  status: string;
  root: { root: string } | null;
  calculatedRoot: string | null;
};

export async function newestEpochs(url: string): Promise<Epoch[]> {
  const query = "{ rewardEpochs(first: 50) { nodes { epoch status root { root } calculatedRoot } } }";
  return (await ask<{ rewardEpochs: { nodes: Epoch[] } }>(url, query)).rewardEpochs.nodes;
}

/** The block that the indexer has reached. */
export async function indexedBlock(url: string): Promise<bigint> {
  const query = "{ _meta { indexed { number } } }";
  return BigInt((await ask<{ _meta: { indexed: { number: string } } }>(url, query))._meta.indexed.number);
}

/** Asks until the indexer stood at the same block before and after, so that the answer is as of that block. */
export async function asOfOneBlock<Answer>(
  url: string,
  read: () => Promise<Answer>,
): Promise<{ block: bigint; answer: Answer }> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const block = await indexedBlock(url);
    const answer = await read();
    if ((await indexedBlock(url)) === block) return { block, answer };
  }
  throw new Error("The indexer never stood still for one query.");
}

export type Story = {
  slashes: { operator: { address: string }; offence: string; assets: { queuedSlashed: string }[] }[];
  challenges: { outcome: string; task: { status: string } }[];
  withdrawals: { status: string; assetsPaid: string | null; assetsLostToSlashing: string | null }[];
};

/** All slashes and challenges, oldest first, and a delegator's withdrawals. */
export async function storyOf(url: string, delegator: string): Promise<Story> {
  const query = `query ($delegator: Address!) {
    slashes(first: 50, orderBy: SLASHED_ASC) { nodes { operator { address } offence assets { queuedSlashed } } }
    challenges(first: 50, orderBy: RAISED_ASC) { nodes { outcome task { status } } }
    withdrawals(first: 50, where: { delegator: $delegator }) { nodes { status assetsPaid assetsLostToSlashing } }
  }`;
  type Nodes = { [Field in keyof Story]: { nodes: Story[Field] } };
  const { slashes, challenges, withdrawals } = await ask<Nodes>(url, query, { delegator });
  return { slashes: slashes.nodes, challenges: challenges.nodes, withdrawals: withdrawals.nodes };
}
