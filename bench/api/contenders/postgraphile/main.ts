import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { conditions } from "./conditions.ts";
import { smartTags } from "./smartTags.ts";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = createServer();
const handler = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [smartTags, ...conditions],
  pgServices: [makePgService({ pool, schemas: ["indexer"] })],
  grafserv: { port: Number(process.env.PORT), graphqlPath: "/graphql", graphiql: false, watch: false },
});
if (process.env.PRINT) {
  const { printSchema } = await import("graphql");
  console.log(printSchema(await handler.getSchema()));
  process.exit(0);
}
await handler.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
