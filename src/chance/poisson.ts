import { binomial } from "./binomial.js";
import { type Bits, uniform } from "./bits.js";
import { gammaVariate } from "./gamma-variate.js";

/** Below this mean arrivals are counted one by one. */
const FEW = 12;

/**
 * One Poisson variable for any mean in [0, 2^52]: the arrivals of a unit process up to `mean` (Ahrens and Dieter 1974).
 * The m-th arrival, m about 7/8 of the mean, is a Gamma(m) time; if it comes in time the rest is a process of its own,
 * and otherwise each of the m − 1 before it comes in time with chance mean/time. Exact up to the rounding of that time,
 * 2⁻⁵³ of itself, and of elementary functions. About log(mean) steps.
 *
 * @throws RangeError if the mean is outside [0, 2^52].
 */
export function poisson(mean: number, bits: Bits): number {
  if (!(mean >= 0 && mean <= 2 ** 52)) throw new RangeError(`mean is ${mean}; it must be in [0, 2^52]`);
  let [count, left] = [0, mean];
  while (left >= FEW) {
    const m = Math.floor((7 / 8) * left);
    const time = gammaVariate(m, bits);
    if (time > left) return count + binomial(m - 1, left / time, bits);
    count += m;
    left -= time;
  }
  if (left === 0) return count;
  for (;;) {
    left += Math.log(uniform(bits));
    if (left < 0) return count;
    count++;
  }
}
