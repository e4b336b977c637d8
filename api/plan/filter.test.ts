import fc from "fast-check";
import { buildSchema, type GraphQLInputObjectType, isInputObjectType } from "graphql";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createPlans } from "../plans.ts";
import { schemaText } from "../schemaText.ts";
import { testDeployment } from "../testing/testDeployment.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { genesis, networks, operators } from "../testing/world.ts";

const api = useFilledApi();

/** A demand in both languages: the API's, and SQL that a person would write. */
type Demand = { readonly where: Record<string, unknown>; readonly sql: string };

const operatorsInSql = { "": "=", _not: "<>", _gt: ">", _gte: ">=", _lt: "<", _lte: "<=" } as const;
const suffix = fc.constantFrom(...(Object.keys(operatorsInSql) as (keyof typeof operatorsInSql)[]));
const time = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString();

const block = fc.tuple(suffix, fc.bigInt(498n, 510n)).map(
  ([end, at]): Demand => ({
    where: { [`createdBlock${end}`]: String(at) },
    sql: `created_block ${operatorsInSql[end]} ${at}`,
  }),
);
const deadline = fc
  .tuple(suffix, fc.bigInt(genesis + 5_500n, genesis + 5_700n), fc.constantFrom(0, 500))
  .map(([end, at, milliseconds]): Demand => {
    const moment = new Date(Number(at) * 1000 + milliseconds).toISOString();
    return {
      where: { [`deadline${end}`]: moment },
      sql: `deadline ${operatorsInSql[end]} ${at}.${milliseconds === 0 ? 0 : 5}`,
    };
  });
// Null until answered: what is unknown equals nothing, and is other than anything.
const responded = fc.tuple(suffix, fc.bigInt(genesis + 5_000n, genesis + 5_100n)).map(([end, at]): Demand => {
  const plain = `responded_at ${operatorsInSql[end]} ${at}`;
  return {
    where: { [`respondedAt${end}`]: time(at) },
    sql: end === "_not" ? `(responded_at is null or ${plain})` : plain,
  };
});
const status = fc
  .tuple(fc.boolean(), fc.subarray(["OPEN", "RESPONDED", "CHALLENGED", "FINAL", "EXPIRED", "REJECTED"]))
  .map(([not, names]): Demand => {
    const among = names.length === 0 ? "false" : `status in (${names.map((name) => `'${name}'`).join()})`;
    return {
      where: { [not ? "status_not_in" : "status_in"]: names },
      sql: not ? `not (${among})` : among,
    };
  });
const operator = fc.constantFrom(...operators).map(
  (address): Demand => ({
    where: { operator: address },
    sql: `id in (select task_id from indexer.participation where operator = '${address}')`,
  }),
);
const network = fc.tuple(fc.constantFrom(...networks), fc.boolean()).map(
  ([address, inside]): Demand => ({
    where: inside ? { network_: { address_in: [address] } } : { network_: { not: { address } } },
    sql: `network ${inside ? "=" : "<>"} '${address}'`,
  }),
);
const { demand } = fc.letrec<{ demand: Demand }>((tie) => {
  const several = fc.array(tie("demand"), { maxLength: 3 });
  const joined = (demands: readonly Demand[], word: string, empty: string) =>
    demands.length === 0
      ? empty
      : `(${demands.map((one) => `coalesce(${one.sql}, false)`).join(` ${word} `)})`;
  return {
    demand: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      fc.oneof(block, deadline, responded, status, operator, network),
      several.map((all) => ({
        where: { and: all.map(({ where }) => where) },
        sql: joined(all, "and", "true"),
      })),
      several.map((any) => ({
        where: { or: any.map(({ where }) => where) },
        sql: joined(any, "or", "false"),
      })),
      tie("demand").map((one) => ({ where: { not: one.where }, sql: `not coalesce(${one.sql}, false)` })),
    ),
  };
});

const orders = [
  ["CREATED", "created_block"],
  ["DEADLINE", "deadline"],
  ["FEE", "fee"],
] as const;

type Page = {
  nodes: { taskId: string }[];
  pageInfo: { endCursor: string | null; startCursor: string | null };
};
const query = `query ($where: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String, $last: Int, $before: String) {
  tasks(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { taskId } pageInfo { endCursor startCursor }
  }
}`;

describe("filters, orders and cursors", () => {
  it("select what plain SQL selects, in its order, page by page in both directions", async () => {
    await fc.assert(
      fc.asyncProperty(
        demand,
        fc.constantFrom(...orders),
        fc.constantFrom("ASC", "DESC"),
        fc.integer({ min: 2, max: 9 }),
        async (wanted, [name, first], direction, size) => {
          const columns = [first, "created_block", "created_log_index"].map(
            (column) => `${column} ${direction}`,
          );
          const { rows } = await sql<{ id: string }>`select id from indexer.task where ${sql.raw(wanted.sql)}
            order by ${sql.raw(columns.join())}`.execute(api.db);
          const expected = rows.map(({ id }) => id);
          const common = { where: wanted.where, orderBy: `${name}_${direction}` };
          const forward: string[] = [];
          for (let after: string | null = null; ; ) {
            const page: Page = await api.read<Page>(query, { ...common, first: size, after });
            forward.push(...page.nodes.map(({ taskId }) => taskId));
            if (page.nodes.length < size) break;
            after = page.pageInfo.endCursor;
          }
          expect(forward).toEqual(expected);
          const backward: string[] = [];
          for (let before: string | null = null; ; ) {
            const page: Page = await api.read<Page>(query, { ...common, last: size, before });
            backward.unshift(...page.nodes.map(({ taskId }) => taskId));
            if (page.nodes.length < size) break;
            before = page.pageInfo.startCursor;
          }
          expect(backward).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it("are those of the schema, for every type", () => {
    const plans = createPlans(testDeployment.epoch);
    const types = Object.values(buildSchema(schemaText).getTypeMap());
    const filters = types.filter(
      (type): type is GraphQLInputObjectType => /Filter$/.test(type.name) && isInputObjectType(type),
    );
    expect(filters.length).toBeGreaterThan(8);
    for (const filter of filters) {
      const known = Object.keys(plans.objects[filter.name.replace("Filter", "")]?.filters ?? {});
      expect([...known, "and", "not", "or"].sort(), filter.name).toEqual(
        Object.keys(filter.getFields()).sort(),
      );
    }
  });

  const deep = (levels: number): object => (levels === 0 ? { fee: "1" } : { not: deep(levels - 1) });
  it.each([
    ["deeper than five", deep(6)],
    ["very deep", deep(2_000)],
    ["of too many fields", { or: Array.from({ length: 61 }, () => ({ fee: "1" })) }],
    ["with too many values", { network_in: Array.from({ length: 101 }, () => operators[0]) }],
    ["with a hash of another length", { taskId: "0x12" }],
  ])("refuse what is %s with BAD_USER_INPUT", async (_name, where) => {
    const { errors } = await api.ask(query, { where });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });

  it("refuse a cursor of another order", async () => {
    const page = await api.read<Page>(query, { first: 1, orderBy: "FEE_ASC" });
    const { errors } = await api.ask(query, { orderBy: "DEADLINE_ASC", after: page.pageInfo.endCursor });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });
});
