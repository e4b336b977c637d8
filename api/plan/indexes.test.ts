import { buildSchema, type GraphQLObjectType, getNamedType, isEnumType, parse } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { createIndexerIndexes } from "../../test/support/createIndexerTables.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { createPlans } from "../plans.ts";
import { schemaText } from "../schemaText.ts";
import { fillDatabase } from "../testing/fillDatabase.ts";
import { testDeployment } from "../testing/testDeployment.ts";
import { bind } from "./answers.ts";
import { compileQuery } from "./compile.ts";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await fillDatabase(db);
  await createIndexerIndexes(db);
  await db.destroy();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // What is left to sort then has no index, however few the rows are.
  await client.query("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const schema = buildSchema(schemaText);
const plans = createPlans(testDeployment.epoch);

/** Some tens of rows, of which some change with every deposit, and one an epoch: an index would cost more than their sort. */
const fewRows = new Set([
  "networks by TOTAL_WEIGHT",
  "networks by REGISTERED",
  "assets by LISTED",
  "rewardEpochs by EPOCH",
]);

/** Made from the rows of three tables by window functions, so sorted whatever is indexed; the rows grow with announcements alone. */
const madeRows = new Set(["scheduledChanges by EFFECTIVE_AT"]);

/** Every root connection with every order that it offers. */
const orders = Object.values((schema.getQueryType() as GraphQLObjectType).getFields()).flatMap(
  ({ name, args, type }) => {
    const order = getNamedType(args.find((argument) => argument.name === "orderBy")?.type);
    if (!isEnumType(order) || !getNamedType(type).name.endsWith("Connection")) return [];
    return order.getValues().map((value) => [name, value.name] as const);
  },
);

type Node = { readonly "Node Type": string; readonly Plans?: readonly Node[] };

async function nodesOf(text: string): Promise<string[]> {
  const document = parse(text);
  const [node] = document.definitions as never[];
  const plan = compileQuery(plans, { schema, node: node as never, fragments: new Map(), variables: {} });
  const now = { block: undefined, timestamp: 1_700_005_600n, epoch: 0n };
  const position = { chainId: 31337, indexed: now, finalised: now } as never;
  const { values } = bind(plan.statement?.parameters ?? [], {
    variables: {},
    position,
    moments: [now],
    row: {},
  });
  const explained = await client.query(`explain (format json) ${plan.statement?.sql}`, values);
  const all = ({ "Node Type": type, Plans = [] }: Node): string[] => [type, ...Plans.flatMap(all)];
  return all(explained.rows[0]["QUERY PLAN"][0].Plan);
}

it("knows the orders of every list that offers some", () => {
  expect(new Set(orders.map(([field]) => field)).size).toBeGreaterThanOrEqual(9);
});

it.each(orders)("%s by %s are read from an index in that order", async (field, order) => {
  const nodes = await nodesOf(
    `{ ${field}(first: 50, orderBy: ${order}) { nodes { __typename } pageInfo { endCursor } } }`,
  );
  const sorted = nodes.includes("Sort");
  const list = `${field} by ${order.slice(0, order.lastIndexOf("_"))}`;
  expect(sorted).toBe(fewRows.has(list) || madeRows.has(list));
  if (!sorted) expect(nodes.some((type) => /^Index/.test(type))).toBe(true);
});
