import { parse } from "graphql";
import type { RewardEpochStatus } from "../generated/schema.ts";
import type { Position } from "../meta/queries.ts";
import type { Executor } from "../plan/Executor.ts";

/** Where the newest `count` epochs stand as of a position, oldest first. */
export type StatusReader = (count: number, position: Position) => Promise<Map<bigint, RewardEpochStatus>>;

const newestEpochs = parse("query ($count: Int!) { rewardEpochs(first: $count) { nodes { epoch status } } }");
type Answer = { rewardEpochs: { nodes: { epoch: string; status: RewardEpochStatus }[] } };

/** Reads them as any client does, so that a status has one meaning. */
export function createStatusReader(executor: Executor): StatusReader {
  return async (count, position) => {
    const prepared = executor.prepare(newestEpochs, undefined);
    if (prepared === undefined) throw new Error("The document has an operation.");
    const nothingElse = () => ({});
    const { data, errors } = await executor.execute(prepared, {
      variables: { count },
      position,
      executeRest: nothingElse,
    });
    if (data === undefined || errors.length > 0) throw errors[0] ?? new Error("The epochs cannot be read.");
    const { rewardEpochs } = JSON.parse(data) as Answer;
    return new Map(rewardEpochs.nodes.reverse().map(({ epoch, status }) => [BigInt(epoch), status]));
  };
}
