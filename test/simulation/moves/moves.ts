import { challengeMoves } from "./challenges.ts";
import type { Move } from "./Move.ts";
import { networkMoves } from "./networks.ts";
import { operatorMoves } from "./operators.ts";
import { rewardMoves } from "./rewards.ts";
import { slashMoves } from "./slashes.ts";
import { stakeMoves } from "./stake.ts";
import { taskMoves } from "./tasks.ts";

export const moves: readonly Move[] = [
  ...[...stakeMoves, ...operatorMoves, ...networkMoves],
  ...[...taskMoves, ...challengeMoves, ...slashMoves, ...rewardMoves],
];
