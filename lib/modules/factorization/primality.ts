/** The first 12 primes: as bases of Miller-Rabin they decide every number below 3.1e23 (Sorenson and Webster, Math. Comp. 86, 2017). */
const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n] as const;

/** Whether `n`, below 2^64, is prime: deterministic Miller-Rabin, no probability involved. */
export function isPrime(n: bigint): boolean {
  if (n < 2n) return false;
  for (const base of bases) {
    if (n === base) return true;
    if (n % base === 0n) return false;
  }
  let odd = n - 1n;
  let twos = 0;
  while ((odd & 1n) === 0n) {
    odd >>= 1n;
    twos++;
  }
  return bases.every((base) => passes(base, n, odd, twos));
}

/** Whether `base` is no witness against `n`, where `n - 1 = odd * 2^twos`. */
function passes(base: bigint, n: bigint, odd: bigint, twos: number): boolean {
  let x = powMod(base, odd, n);
  if (x === 1n || x === n - 1n) return true;
  for (let step = 1; step < twos; step++) {
    x = (x * x) % n;
    if (x === n - 1n) return true;
  }
  return false;
}

function powMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
