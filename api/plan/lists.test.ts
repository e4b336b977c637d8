import {
  buildSchema,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from "graphql";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaText } from "../schemaText.ts";
import { randomOf } from "../testing/hostileQueries.ts";
import { type PlainList, plainLists } from "../testing/plainLists.ts";
import { partsOf, randomDemand } from "../testing/randomDemand.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi();
const seed = Number(process.env.LISTS_SEED ?? 20_261_125);
const runsPerList = 40;
const schema = buildSchema(schemaText);
const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
  String(type).endsWith("Connection!"),
);
const filterOf = (name: string) =>
  getNamedType(
    fields.find((field) => field.name === name)?.args.find((arg) => arg.name === "where")?.type,
  ) as GraphQLInputObjectType;
/** Made from the whole list by the API itself: what `where` and pages make of it is held against that. */
const changesTable = "public.scheduled_change";
const changes: PlainList = {
  from: changesTable,
  id: "place::text",
  node: "kind parameter effectiveAt operator { address } network { address } asset { address }",
  path: [],
  key: ["place"],
  orders: { EFFECTIVE_AT: undefined },
};
const lists: Readonly<Record<string, PlainList>> = { ...plainLists, scheduledChanges: changes };

const values = new Map<string, readonly (string | null)[]>();

/** All columns' values, by table and column, as texts. */
async function readValues(): Promise<void> {
  for (const { from } of Object.values(lists)) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(listed) as row from (select * from ${sql.raw(from)}) as listed`.execute(api.db);
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row)) {
        const key = `${from} ${column}`;
        values.set(key, [...(values.get(key) ?? []), value === null ? null : String(value)]);
      }
  }
}

type Node = Record<string, unknown>;
const nameOf = (node: Node) => JSON.stringify(node).toLowerCase();
/** What names the changes, by place. */
const places = new Map<string, string>();

beforeAll(async () => {
  const { nodes } = await api.read<{
    nodes: (Node & Record<"operator" | "network" | "asset", { address: string } | null>)[];
  }>(
    `{ scheduledChanges(first: 100, orderBy: EFFECTIVE_AT_ASC) { nodes { ${changes.node} status announcedBlock } } }`,
  );
  await sql`create table ${sql.raw(changesTable)} (place int, kind text, status text, parameter text, operator text,
    network text, asset text, effective_at numeric, announced_block numeric)`.execute(api.db);
  for (const [place, { status, announcedBlock, ...node }] of nodes.entries()) {
    const { kind, parameter, effectiveAt, operator, network, asset } = node;
    const address = (of: { address: string } | null) => of?.address.toLowerCase() ?? `0x${"00".repeat(20)}`;
    await sql`insert into ${sql.raw(changesTable)} values (${place}, ${kind}, ${status}, ${parameter}, ${address(operator)},
      ${address(network)}, ${address(asset)}, ${new Date(String(effectiveAt)).getTime() / 1000}, ${announcedBlock})`.execute(
      api.db,
    );
    places.set(nameOf(node), String(place));
  }
  await readValues();
});

function idOf({ path }: PlainList, node: Node): string | undefined {
  if (path.length === 0) return places.get(nameOf(node));
  const read = (keys: readonly string[]) => keys.reduce<unknown>((value, key) => (value as Node)[key], node);
  return path.map((keys) => String(read(keys)).toLowerCase()).join(" ");
}

type Page = { nodes: Node[]; pageInfo: { startCursor: string | null; endCursor: string | null } };

/** All pages from one end to the other, put together in the list's order. */
async function walk(name: string, list: PlainList, variables: Node, size: number, backward: boolean) {
  const query = `query ($where: ${filterOf(name)}, $orderBy: ${orderOf(name)}, $first: Int, $last: Int, $after: String, $before: String) {
    ${name}(where: $where, orderBy: $orderBy, first: $first, last: $last, after: $after, before: $before) {
      nodes { ${list.node} } pageInfo { startCursor endCursor } } }`;
  const found: (string | undefined)[] = [];
  for (let cursor: string | null = null; ; ) {
    const range: Node = backward ? { last: size, before: cursor } : { first: size, after: cursor };
    const { nodes, pageInfo }: Page = await api.read<Page>(query, { ...variables, ...range });
    const ids = nodes.map((node) => idOf(list, node));
    if (backward) found.unshift(...ids);
    else found.push(...ids);
    if (nodes.length < size) return found;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const orderOf = (name: string) => {
  const type = getNamedType(
    fields.find((field) => field.name === name)?.args.find((arg) => arg.name === "orderBy")?.type,
  );
  if (!isEnumType(type)) throw new Error(`${name} has no orders.`);
  return type;
};

describe(`filters, orders and cursors of every list (seed ${seed})`, () => {
  it("are said in plain SQL: all lists, all their orders, and all fields of their filters", () => {
    expect(Object.keys(lists).sort()).toEqual(fields.map(({ name }) => name).sort());
    for (const [name, list] of Object.entries(lists)) {
      const wanted = orderOf(name)
        .getValues()
        .map((value) => value.name.replace(/_(ASC|DESC)$/, ""));
      expect(Object.keys(list.orders).sort(), name).toEqual([...new Set(wanted)].sort());
      const filter = filterOf(name);
      const unsaid = Object.keys(filter.getFields()).filter((field) => {
        if (["and", "or", "not"].includes(field) || list.others?.[field] !== undefined) return false;
        const { base } = partsOf(field, filter);
        const column = list.columns?.[base] ?? base.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        return !values.has(`${list.from} ${column}`);
      });
      // It goes with `operator` alone: tasks.test.ts.
      expect(unsaid, name).toEqual(name === "tasks" ? ["awaitingResponse"] : []);
    }
  });

  it.each(Object.entries(lists))(
    "select of %s what plain SQL does, in its order, page by page",
    async (name, list) => {
      const random = randomOf(seed);
      const below = (limit: number) => Math.floor(random() * limit);
      const listOf = (filterName: string) => {
        const field = fields.find((one) => filterOf(one.name)?.name === filterName);
        return field && lists[field.name];
      };
      const column = (from: string, of: string) => values.get(`${from} ${of}`) ?? [];
      let selected = 0;
      for (let run = 0; run < runsPerList; run++) {
        const filter = filterOf(name);
        if (!isInputObjectType(filter)) throw new Error(`${name} has no filter.`);
        const demand = randomDemand({ filter, list, listOf, values: column, below });
        const orders = Object.keys(list.orders);
        const order = orders[below(orders.length)] as string;
        const direction = below(2) === 0 ? "ASC" : "DESC";
        const first = list.orders[order];
        const columns = [...(first === undefined ? [] : [first]), ...list.key].map(
          (key) => `${key} ${direction}`,
        );
        const { rows } = await sql
          .raw<{ id: string }>(
            `select ${list.id} as id from ${list.from} where ${demand.sql} order by ${columns.join()}`,
          )
          .execute(api.db);
        const variables = { where: demand.where, orderBy: `${order}_${direction}` };
        const found = await walk(name, list, variables, 1 + below(6), below(2) === 0);
        expect(found, JSON.stringify(variables)).toEqual(rows.map(({ id }) => id));
        if (rows.length > 0) selected += 1;
      }
      // Most filters are none that nothing passes.
      expect(selected).toBeGreaterThan(runsPerList / 4);
    },
  );
});
