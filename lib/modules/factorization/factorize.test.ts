import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorize } from "./factorize.ts";
import { isPrime } from "./primality.ts";

const product = (factors: readonly bigint[]) => factors.reduce((total, factor) => total * factor, 1n);
const ascending = (factors: readonly bigint[]) =>
  factors.every((factor, index) => index === 0 || (factors[index - 1] ?? 0n) <= factor);

/** Trial division: slow, and simple enough to trust. */
function isPrimeByTrial(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

describe("isPrime", () => {
  it("agrees with trial division up to 20,000", () => {
    for (let n = 0; n <= 20_000; n++) expect([n, isPrime(BigInt(n))]).toEqual([n, isPrimeByTrial(n)]);
  });

  it("is not fooled by strong pseudoprimes to the first bases", () => {
    // OEIS A014233: the smallest odd composite that passes Miller-Rabin for the first k prime bases, those below 2^64.
    const psi = [
      2047n,
      1373653n,
      25326001n,
      3215031751n,
      2152302898747n,
      3474749660383n,
      341550071728321n,
      3825123056546413051n,
    ];
    for (const n of psi) expect([n, isPrime(n)]).toEqual([n, false]);
    // OEIS A002997: Carmichael numbers, Fermat's test calls them prime for every coprime base.
    for (const n of [561n, 41041n, 825265n, 321197185n, 9746347772161n])
      expect([n, isPrime(n)]).toEqual([n, false]);
  });

  it("knows the largest primes below powers of two", () => {
    // https://t5k.org/lists/2small/0bit.html: 2^k - c is prime for the least c.
    for (const [k, c] of [
      [64n, 59n],
      [63n, 25n],
      [62n, 57n],
      [61n, 1n],
      [33n, 9n],
      [32n, 5n],
    ] as const) {
      expect([k, isPrime(2n ** k - c)]).toEqual([k, true]);
    }
  });
});

describe("factorize", () => {
  it.each<[bigint, bigint[]]>([
    [2n, [2n]],
    [4n, [2n, 2n]],
    [2n ** 63n, Array<bigint>(63).fill(2n)],
    [2n ** 64n - 1n, [3n, 5n, 17n, 257n, 641n, 65537n, 6700417n]],
    [2n ** 64n - 59n, [2n ** 64n - 59n]],
    [4294967291n ** 2n, [4294967291n, 4294967291n]],
    [4294967279n * 4294967291n, [4294967279n, 4294967291n]],
    [2642239n ** 2n * 2642257n, [2642239n, 2642239n, 2642257n]],
    [3n ** 40n, Array<bigint>(40).fill(3n)],
    [997n * 1009n, [997n, 1009n]],
    [10967535067n, [104723n, 104729n]],
  ])("factorises %s completely", (n, factors) => {
    expect(factorize(n)).toEqual(factors);
  });

  it("gives ascending primes whose product is the number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: 2n ** 64n - 1n }), (n) => {
        const factors = factorize(n);
        expect(product(factors)).toBe(n);
        expect(factors.every(isPrime)).toBe(true);
        expect(ascending(factors)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("splits products of two primes of any size, squares included", () => {
    const prime = fc.bigInt({ min: 2n, max: 2n ** 32n - 1n }).map((start) => {
      let candidate = start;
      while (!isPrime(candidate)) candidate--;
      return candidate;
    });
    fc.assert(
      fc.property(prime, prime, (p, q) => {
        expect(factorize(p * q)).toEqual(p < q ? [p, q] : [q, p]);
      }),
      { numRuns: 60 },
    );
  });
});
