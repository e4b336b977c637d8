import { isPrime } from "./primality.ts";

/** Numbers whose gcd is taken together in Brent's variant: one gcd is as dear as some forty multiplications. */
const gcdBatch = 128;
const trialLimit = 1000n;

/** The prime factors of `n`, ascending, with multiplicity. `n` lies between 2 and 2^64 - 1. */
export function factorize(n: bigint): bigint[] {
  const factors: bigint[] = [];
  let rest = n;
  for (
    let divisor = 2n;
    divisor < trialLimit && divisor * divisor <= rest;
    divisor += divisor === 2n ? 1n : 2n
  ) {
    while (rest % divisor === 0n) {
      factors.push(divisor);
      rest /= divisor;
    }
  }
  if (rest > 1n) split(rest, factors);
  return factors.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Appends the prime factors of `n`, which has none below the trial limit unless it is prime itself. */
function split(n: bigint, factors: bigint[]): void {
  if (isPrime(n)) {
    factors.push(n);
    return;
  }
  const divisor = divisorOf(n);
  split(divisor, factors);
  split(n / divisor, factors);
}

/** A proper divisor of a composite `n`. The constants are tried in order, so that a number always takes the same path. */
function divisorOf(n: bigint): bigint {
  for (let constant = 1n; ; constant++) {
    const divisor = rho(n, constant);
    if (divisor !== n) return divisor;
  }
}

/**
 * Pollard's rho with Brent's cycle finding (R. P. Brent, BIT 20, 1980) on `x -> x^2 + constant`.
 * Returns `n` when this constant finds nothing.
 */
function rho(n: bigint, constant: bigint): bigint {
  const next = (x: bigint) => (x * x + constant) % n;
  let y = 2n;
  for (let length = 1; ; length *= 2) {
    const anchor = y;
    for (let step = 0; step < length; step++) y = next(y);
    for (let done = 0; done < length; done += gcdBatch) {
      const batchStart = y;
      const size = Math.min(gcdBatch, length - done);
      let product = 1n;
      for (let step = 0; step < size; step++) {
        y = next(y);
        product = (product * distance(anchor, y)) % n;
      }
      const common = gcd(product, n);
      if (common !== 1n) return common === n ? oneByOne(n, anchor, batchStart, next) : common;
    }
  }
}

/** Repeats a batch with a gcd after every step: two factors fell into one batch. */
function oneByOne(n: bigint, anchor: bigint, start: bigint, next: (x: bigint) => bigint): bigint {
  let y = start;
  for (;;) {
    y = next(y);
    const common = gcd(distance(anchor, y), n);
    if (common !== 1n) return common;
  }
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
