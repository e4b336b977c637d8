import pg from "pg";

/**
 * Loaded into every contender's process before its own code (`node --import`), so that all pay alike for it: counts the SQL
 * statements it sends, records them when asked, and answers its parent's questions about what it used.
 */
let statements = 0;
let recorded;

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function countedQuery(config, values, ...rest) {
  statements += 1;
  recorded?.push(
    typeof config === "string"
      ? { text: config, values: Array.isArray(values) ? values : [] }
      : { text: config?.text ?? "", values: config?.values ?? (Array.isArray(values) ? values : []) },
  );
  return query.call(this, config, values, ...rest);
};

const answers = {
  usage: () => {
    const { user, system } = process.cpuUsage();
    return { cpuMicros: user + system, rss: process.memoryUsage.rss(), statements };
  },
  record: () => {
    recorded = [];
  },
  recorded: () => {
    const taken = recorded ?? [];
    recorded = undefined;
    return taken;
  },
};

process.on("message", ({ id, ask }) => process.send({ id, answer: answers[ask]() }));
// A contender outlives nobody, and being asked is no reason to stay.
process.once("disconnect", () => process.exit(0));
process.channel?.unref();
