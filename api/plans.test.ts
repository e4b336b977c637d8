import { buildSchema, type GraphQLObjectType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { createPlans } from "./plans.ts";
import { resolvers } from "./resolvers.ts";
import { schemaText } from "./schemaText.ts";
import { testDeployment } from "./testing/testDeployment.ts";

const schema = buildSchema(schemaText);
const plans = createPlans(testDeployment.epoch);
const query = schema.getQueryType() as GraphQLObjectType;
const fieldsOf = (name: string) =>
  Object.keys((schema.getType(name) as GraphQLObjectType).getFields()).sort();

describe("plans and schema", () => {
  it.each(Object.keys(plans.objects))("name the same fields of %s", (name) => {
    expect(Object.keys(plans.objects[name]?.fields ?? {}).sort()).toEqual(fieldsOf(name));
  });

  it("answer every root field once: a statement or a resolver", () => {
    const resolved = resolvers.flatMap(({ Query = {} }) => Object.keys(Query));
    expect([...Object.keys(plans.query), ...resolved].sort()).toEqual(Object.keys(query.getFields()).sort());
  });

  it("cover every type that a statement's root field can reach", () => {
    const reached = new Set<string>();
    const visit = (typeName: string): void => {
      if (reached.has(typeName)) return;
      reached.add(typeName);
      const type = schema.getType(typeName);
      if (isObjectType(type))
        for (const field of Object.values(type.getFields())) visit(String(field.type).replace(/[[\]!]/g, ""));
    };
    for (const name of Object.keys(plans.query))
      visit(String(query.getFields()[name]?.type).replace(/[[\]!]/g, ""));
    const made = /(Connection|Edge)$|^PageInfo$/;
    const missing = [...reached].filter(
      (name) => isObjectType(schema.getType(name)) && !made.test(name) && plans.objects[name] === undefined,
    );
    expect(missing).toEqual([]);
  });
});
