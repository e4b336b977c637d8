import { type Hex, size } from "viem";
import { badInput } from "../errors.ts";

/** @throws {GraphQLError} BAD_USER_INPUT unless the bytes are 32. */
export function readTaskId(taskId: Hex): Hex {
  if (size(taskId) !== 32) throw badInput("A task id has 32 bytes.");
  return taskId;
}
