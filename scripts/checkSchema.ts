import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { unintendedBreaks } from "../api/schema/breakingChanges.ts";

/**
 * `npm run check:schema` compares `schema.graphql` with what it was: on a branch with the version of main, on main itself with the
 * version before the last change. What breaks clients must stand in `api/schema/intendedBreaks.json` with its reason.
 */
const schemaFile = "schema.graphql";
const root = new URL("../", import.meta.url);

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.trimEnd() : undefined;
}

const textAt = (commit: string) => git("show", `${commit}:${schemaFile}`);

/** The version to compare with, and its name; undefined where nothing else is known, as in a clone without history. */
function earlier(now: string): { readonly name: string; readonly text: string } | undefined {
  // Where this branch left main: what main got since is nothing that the branch took away.
  for (const main of ["main", "origin/main"]) {
    const base = git("merge-base", "HEAD", main);
    const text = base && textAt(base);
    if (text && text !== now) return { name: main, text };
  }
  for (const commit of git("log", "--format=%H", "-20", "--", schemaFile)?.split("\n") ?? []) {
    const before = textAt(commit);
    if (before !== undefined && before !== now) return { name: commit.slice(0, 10), text: before };
  }
  return undefined;
}

const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const now = read(schemaFile).trimEnd();
const intended = z
  .array(z.strictObject({ change: z.string(), reason: z.string().min(10) }))
  .parse(JSON.parse(read("api/schema/intendedBreaks.json")));
const before = earlier(now);
if (before === undefined) console.log("The schema has no earlier version here to compare with.");
else {
  const breaks = unintendedBreaks(before.text, now, intended);
  for (const change of breaks) console.error(`Breaks clients, compared with ${before.name}: ${change}`);
  if (breaks.length > 0)
    console.error("If it is meant, put the sentence with a reason into api/schema/intendedBreaks.json.");
  else console.log(`The schema breaks no client of ${before.name}.`);
  process.exitCode = breaks.length > 0 ? 1 : 0;
}
