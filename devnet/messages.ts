import { relative } from "node:path";
import { graphqlUrl } from "./services/processServices.ts";
import type { Settings } from "./settings.ts";

const query = `{
  _meta { indexed { number } lag currentEpoch }
  tasks(first: 5) { nodes { status payload response { signers { address } nonSigners { address } } } }
  rewardEpochs(first: 3) { nodes { epoch status pots { pot paid } } }
}`;

export type StartReport = {
  readonly rpcUrls: readonly string[];
  /** Variables for a shell. */
  readonly environmentFile: string;
  readonly local: boolean;
  readonly seconds: number;
};

/** Where to look, after everything has started. */
export function summary(
  settings: Settings,
  { rpcUrls, environmentFile, local, seconds }: StartReport,
): string {
  const { ports } = settings;
  const operators = local
    ? `http://127.0.0.1:${ports.operator}/nektar/node (and the next two ports)`
    : "none: this is no local chain";
  const first = settings.rpcUrls === null ? "within two minutes" : "after three";
  const expectation = local
    ? `Tasks become final after some 15 seconds; the first epoch's root is on chain ${first}.`
    : "";
  return `
  Nektar runs (started in ${seconds.toFixed(0)} s). Ctrl-C stops it; the data stays.

    GraphQL    ${graphqlUrl(settings)}
    Indexer    http://127.0.0.1:${ports.indexer}/ready
    Jobs       http://127.0.0.1:${ports.jobs}/ready
    Operators  ${operators}
    Chain      ${rpcUrls.join(", ")}
    Addresses  ${shown(settings.addressesFile)}
    Logs       ${shown(settings.dataDirectory)}/logs
    Commands   set -a; . ${shown(environmentFile)}; npm run nektar -- --help

  A query to paste at the first address:

${query.replaceAll(/^/gm, "    ")}

  ${expectation}
`;
}

/** Relative to where the user is, when that is shorter. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" || short.startsWith("..") ? path : short;
}
