import { accurateExp } from "../intervals/accurate-exp-log.js";
import { type DoubleDouble, dd, product, scaled } from "../intervals/double-double.js";
import { powerOfTwo } from "../intervals/powers-of-two.js";
import { lazily } from "../lazily.js";

/** Steps of the table in a factor of 2. */
const STEPS = 256;

const LN2 = dd(Math.LN2, 2.3190468138462996e-17);
/** log 2 / 256 in its first 33 bits, so that products with the count of steps are exact, and the rest. */
const STEP_HIGH = 0.0027076061737716373;
const STEP_LOW = 2.9064910585985925e-13;

/** 2^(i/256) as two doubles. */
const table = lazily(() => {
  const [high, low] = [0, 1].map(() => new Float64Array(STEPS));
  for (let i = 0; i < STEPS; i++) {
    const { mantissa, exponent } = accurateExp(product(dd(i / STEPS), LN2));
    const value = scaled(mantissa, powerOfTwo(exponent));
    high[i] = value.high;
    low[i] = value.low;
  }
  return { high, low };
});

/** (high + low)·2^exponent for a high between 0.99 and 2, rounded once, below the normal numbers too. */
function rounded(high: number, low: number, exponent: number): number {
  if (exponent > 1023) return high * 2 ** 1023 * 2;
  if (exponent > -1022 || (exponent === -1022 && high >= 1)) return high * powerOfTwo(exponent);
  // A sum with 2^52 units of the last place there ends at that place.
  const shift = powerOfTwo(52 - 1074 - exponent);
  const sum = shift + high;
  const whole = sum + (high - (sum - shift) + low) - shift;
  return whole * powerOfTwo(exponent + 200) * 2 ** -200;
}

/**
 * e^x for a double-double x of at most 746 in size, off by less than 0.503 units in the last place: x is n/256·log 2 + r
 * with |r| ≤ 2^−9.5, and e^x = 2^(n/256)·(1 + p) with p = e^r − 1 by its series to r⁵. Rounding r, p, their product
 * and its sum with the low part costs 2^−63 each at most, and the series leaves 2^−66: in all 2^−61, or 2^−8 of
 * a unit, beside the half of the last sum.
 */
export function expOf(x: DoubleDouble): number {
  const n = Math.round(x.high / STEP_HIGH);
  const r = x.high - n * STEP_HIGH + (x.low - n * STEP_LOW);
  const p = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const { high, low } = table();
  const i = n & (STEPS - 1);
  const left = low[i] + high[i] * p;
  const sum = high[i] + left;
  return rounded(sum, left - (sum - high[i]), n >> 8);
}
