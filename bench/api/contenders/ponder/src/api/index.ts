import { db } from "ponder:api";
import schema from "ponder:schema";
import { Hono } from "hono";
import { graphql } from "ponder";

/** Ponder's own generated GraphQL, as its documentation sets it up. */
export default new Hono().use("/graphql", graphql({ db, schema }));
