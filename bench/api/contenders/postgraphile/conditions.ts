import { listOfCodec, TYPES } from "postgraphile/@dataplan/pg";
import { addPgTableCondition } from "postgraphile/utils";

const task = { schemaName: "indexer", tableName: "task" };
const texts = listOfCodec(TYPES.text);

/** Conditions other than equality, which PostGraphile leaves to its users. */
export const conditions = [
  addPgTableCondition(
    task,
    "statusIn",
    ({ graphql: { GraphQLList, GraphQLNonNull, GraphQLString } }) => ({
      type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
    }),
    (value, { sql, sqlTableAlias, sqlValueWithCodec }) =>
      sql`${sqlTableAlias}.status = any(${sqlValueWithCodec(value, texts)})`,
  ),
  addPgTableCondition(
    task,
    "deadlineGte",
    (build) => ({ type: build.getTypeByName("BigFloat") as never }),
    (value, { sql, sqlTableAlias, sqlValueWithCodec }) =>
      sql`${sqlTableAlias}.deadline >= ${sqlValueWithCodec(value, TYPES.numeric)}`,
  ),
];
