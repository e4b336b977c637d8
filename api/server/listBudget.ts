import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
  responsePathAsArray,
} from "graphql";
import type { ClientErrorCode } from "../errors.ts";

/** Items that all lists of one answer may have together. */
export const maxListItems = 10_000;

/**
 * Counts the items of every list as it is resolved and stops the operation above `maxListItems`. Limits of the query's
 * text cannot see sizes that stand in variables or in the data: a list of a list of a list grows with its product.
 */
export function limitLists(schema: GraphQLSchema): GraphQLSchema {
  const budgets = new WeakMap<object, Budget>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, context: object, info) => {
        const budget = budgets.get(context) ?? { spent: 0 };
        budgets.set(context, budget);
        if (budget.refusal) throw budget.refusal;
        const items: unknown = await resolve(source, args, context, info);
        if (Array.isArray(items)) spend(budget, items.length, info);
        return items;
      };
    }
  }
  return schema;
}

/** `refusal` is made once, with its place, so that thousands of fields that are still under way cost nothing more. */
type Budget = { spent: number; refusal?: GraphQLError };

function spend(budget: Budget, items: number, info: GraphQLResolveInfo): void {
  budget.spent += items;
  if (budget.spent <= maxListItems) return;
  budget.refusal ??= new GraphQLError(
    `An answer has ${maxListItems} list items at most. Ask for smaller pages.`,
    {
      nodes: info.fieldNodes,
      path: responsePathAsArray(info.path),
      extensions: { code: "QUERY_TOO_LARGE" satisfies ClientErrorCode },
    },
  );
  throw budget.refusal;
}
