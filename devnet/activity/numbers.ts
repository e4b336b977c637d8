import { generatePrimeSync, randomBytes, randomInt } from "node:crypto";

/** A random number of so many bits at most. */
function upTo(bits: number): bigint {
  return BigInt(`0x${randomBytes(Math.ceil(bits / 8)).toString("hex")}`) >> BigInt((8 - (bits % 8)) % 8);
}

function prime(bits: number): bigint {
  return generatePrimeSync(bits, { bigint: true });
}

const kinds: readonly { weight: number; make: () => bigint }[] = [
  // The hard ones: two primes of 31 bits each.
  { weight: 6, make: () => prime(31) * prime(31) },
  { weight: 2, make: () => upTo(63) },
  { weight: 1, make: () => prime(61) },
  { weight: 1, make: () => 1n << BigInt(randomInt(1, 64)) },
  // Has no factorisation in this network: the right response is the empty list.
  { weight: 1, make: () => BigInt(randomInt(0, 2)) },
];

/** A number for the demonstration network to factorise: mostly hard, sometimes odd in another way. */
export function randomNumber(): bigint {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  let pick = randomInt(total);
  for (const { weight, make } of kinds) {
    if (pick < weight) return make();
    pick -= weight;
  }
  return 0n;
}
