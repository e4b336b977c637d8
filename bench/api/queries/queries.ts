import { filter } from "./filter.ts";
import { list } from "./list.ts";
import { nested } from "./nested.ts";
import { point } from "./point.ts";
import type { Query } from "./Query.ts";

export const queries: readonly Query[] = [point, list, filter, nested];
