const LN10 = Math.LN10;

/** log of a ratio of large integers. */
function logRatio(numerator: bigint, denominator: bigint): number {
  const shift = numerator.toString().length - denominator.toString().length;
  // 20 digits of the quotient in [0.1, 100).
  const scaled = shift >= 0 ? numerator * 10n ** 20n : numerator * 10n ** BigInt(20 - shift);
  const quotient = scaled / (shift >= 0 ? denominator * 10n ** BigInt(shift) : denominator);
  return Math.log(Number(quotient)) - 20 * LN10 + shift * LN10;
}

/**
 * log P(U_1 + … + U_k > t) for independent uniform U on (−1, 1) and t = a/2^30, in integers:
 * Σ_{j < (k − t)/2} (−1)^j C(k, j)·((k − t)/2 − j)^k/k!.
 */
export function logIrwinHall(k: number, t: number): number {
  const unit = 2n ** 31n;
  const y = (BigInt(k) * unit - 2n * BigInt(Math.round(t * 2 ** 30))) / 2n;
  let [sum, binomial, factorial] = [0n, 1n, 1n];
  for (let j = 0n; j * unit < y && j <= BigInt(k); j++) {
    sum += (j % 2n === 0n ? 1n : -1n) * binomial * (y - j * unit) ** BigInt(k);
    binomial = (binomial * (BigInt(k) - j)) / (j + 1n);
  }
  for (let i = 2n; i <= BigInt(k); i++) factorial *= i;
  return sum <= 0n ? -Infinity : logRatio(sum, factorial * unit ** BigInt(k));
}
