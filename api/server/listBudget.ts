import {
  defaultFieldResolver,
  type GraphQLSchema,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from "graphql";
import { clientError } from "../errors.ts";

/** Items that all lists of one answer may have together. */
export const maxListItems = 20_000;

/**
 * Counts the items of every list as it is resolved and stops the operation above `maxListItems`. Limits of the query's
 * text cannot see sizes that stand in variables or in the data: a list of a list of a list grows with its product.
 */
export function limitLists(schema: GraphQLSchema): GraphQLSchema {
  const spent = new WeakMap<object, number>();
  const spend = (context: object, items: number) => {
    const total = (spent.get(context) ?? 0) + items;
    spent.set(context, total);
    if (total > maxListItems)
      throw clientError(
        "QUERY_TOO_LARGE",
        `An answer has ${maxListItems} list items at most. Ask for smaller pages.`,
      );
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, context: object, info) => {
        const items: unknown = await resolve(source, args, context, info);
        if (Array.isArray(items)) spend(context, items.length);
        return items;
      };
    }
  }
  return schema;
}
