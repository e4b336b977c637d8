import type { Hex } from "viem";
import type { Protocol } from "../../indexer/testing/protocol.ts";
import { Ledger } from "./ledger.ts";
import type { Move } from "./moves/Move.ts";
import type { Random } from "./random.ts";
import type { Stage } from "./stage.ts";

/** How the moves went: sent are transactions. */
export type Tally = {
  moves: number;
  sent: number;
  reverted: Map<string, number>;
  played: Map<string, number>;
};

/**
 * Random activity on a stage: the same for the same random choices, since it depends on nothing but these and the chain, whose clock
 * is set by hand.
 */
export class Simulation {
  readonly stage: Stage;
  readonly random: Random;
  readonly #moves: readonly Move[];
  readonly ledger: Ledger;
  /** Its `done` waits for nothing: it takes the transaction into the block that is being filled. */
  readonly protocol: Protocol;
  readonly tally: Tally = { moves: 0, sent: 0, reverted: new Map(), played: new Map() };
  /** Of rewards, by root: what can be proven against it. Roots are hashes, so no reorganisation makes this wrong. */
  readonly memory = new Map<string, unknown>();
  #pending: { readonly hash: Hex; readonly move: string }[] = [];
  /** Of tokens that ever refused: their code. */
  readonly #refused = new Map<Hex, Hex>();
  #playing = "";
  #timestamp = 0n;
  #highest = 0n;
  #base = 0n;

  private constructor(stage: Stage, moves: readonly Move[], random: Random) {
    this.stage = stage;
    this.#moves = moves;
    this.random = random;
    this.ledger = new Ledger(stage.protocol);
    this.protocol = {
      ...stage.protocol,
      done: async (sent) => {
        this.#pending.push({ hash: await sent, move: this.#playing });
        // Nothing here looks at receipts: they come with the block.
        return undefined as never;
      },
    };
  }

  static async begin(stage: Stage, moves: readonly Move[], random: Random): Promise<Simulation> {
    const simulation = new Simulation(stage, moves, random);
    await simulation.#look();
    simulation.#base = simulation.#highest;
    return simulation;
  }

  /** Timestamp that the next block will have if nothing is said about it. */
  get now(): bigint {
    return this.#timestamp + 1n;
  }

  /** How deep a reorganisation may go without touching the stage itself. */
  get height(): number {
    return Number(this.#highest - this.#base);
  }

  /** Puts one move or a few into a block. */
  async playBlock(): Promise<void> {
    const count = this.random.chance(0.55) ? 1 : this.random.integer(2, 5);
    for (let place = 0; place < count; place++) await this.#play();
    await this.mine();
  }

  async #play(): Promise<void> {
    let possible: readonly Move[] = this.#moves;
    for (;;) {
      const move = this.random.weighted(possible);
      if (!move) throw new Error("no move is possible");
      this.#playing = move.name;
      if (await move.play(this)) {
        this.tally.moves += 1;
        increase(this.tally.played, move.name);
        return;
      }
      possible = possible.filter((other) => other !== move);
    }
  }

  /** Mines what was sent, `seconds` after the block before. */
  async mine(seconds = 1): Promise<void> {
    const { client } = this.protocol;
    if (seconds > 1) await client.setNextBlockTimestamp({ timestamp: this.#timestamp + BigInt(seconds) });
    await client.mine({ blocks: 1 });
    await this.#accept();
    await this.#look();
    const pending = this.#pending;
    this.#pending = [];
    for (const { hash, move } of pending) {
      const { status } = await client.getTransactionReceipt({ hash });
      this.tally.sent += 1;
      if (status !== "success") increase(this.tally.reverted, move);
    }
  }

  /**
   * Takes the last blocks back and lets others come in their place until the chain is longer than it was.
   *
   * @param during is called while the new blocks are fewer than the old.
   */
  async reorganise(depth: number, during: () => Promise<void> = async () => {}): Promise<void> {
    const { client } = this.protocol;
    const old = this.#highest;
    await client.request({ method: "anvil_rollback" as never, params: [depth] as never });
    await this.#accept();
    this.ledger.cutAbove(old - BigInt(depth));
    await this.#look();
    // Another time: else blocks without transactions would be the old ones again.
    await this.mine(this.random.integer(2, 20));
    const blocks = this.random.integer(1, Math.min(depth, 6));
    for (let block = 0; block < blocks; block++) await this.playBlock();
    await during();
    while (this.#highest <= old) await this.mine();
  }

  /** Transfers of the token fail in the block that is being filled, as those of a halted token do. */
  async refuse(token: Hex): Promise<void> {
    const code = await this.protocol.client.getCode({ address: token });
    if (!this.#refused.has(token)) this.#refused.set(token, code ?? "0x");
    await this.protocol.client.setCode({ address: token, bytecode: "0x5f5ffd" });
  }

  /** All tokens work again; after a reorganisation too, whose first state may be that of a block in which one refused. */
  async #accept(): Promise<void> {
    for (const [address, bytecode] of this.#refused)
      await this.protocol.client.setCode({ address, bytecode });
  }

  async #look(): Promise<void> {
    const { number, timestamp } = await this.protocol.client.getBlock();
    this.#timestamp = timestamp;
    this.#highest = number;
    await this.ledger.readUpTo(number);
  }
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
