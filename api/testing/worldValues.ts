import { globalId } from "../ids/globalId.ts";
import { addressOf, hashOf } from "./identities.ts";
import type { ValuePool } from "./randomOperation.ts";
import { challengeId, challenger, slashId } from "./slashingWorld.ts";
import {
  assets,
  challengedTask,
  delegators,
  finalTask,
  genesis,
  networks,
  operators,
  rejectedTask,
  taskId,
} from "./world.ts";

const tasks = [0, finalTask, rejectedTask, challengedTask, 24].map(taskId);

/** Values that the small world has, and some that it has not. */
export const worldValues: ValuePool = {
  Address: [
    ...operators,
    ...networks,
    ...assets,
    ...delegators,
    challenger,
    addressOf("creator"),
    addressOf("nobody"),
  ],
  Bytes: [
    ...tasks,
    challengeId(0),
    challengeId(1),
    slashId(0),
    slashId(2),
    hashOf("transaction 510"),
    hashOf("nothing"),
  ],
  BigInt: ["0", "1", "3", "5", "100", "505", "510", 540],
  Int: [0, 1, 2, 3],
  Boolean: [true, false],
  String: ["TaskManager", "TaskCreated", "nothing", "operators.example", "%_\\"],
  DateTime: [510n, 555n].map((block) => new Date(Number(genesis + block * 10n) * 1000).toISOString()),
  ID: [
    globalId("Task", tasks[2] as string),
    globalId("Operator", operators[0]),
    globalId("Network", networks[0]),
    globalId("Delegation", `${delegators[0]}-${operators[0]}-${assets[0]}`),
    globalId("Slash", slashId(0)),
    globalId("RewardEpoch", "2"),
    globalId("Withdrawal", hashOf("withdrawal one")),
    globalId("Challenge", hashOf("nothing")),
  ],
};
