import { accurateLog } from "../intervals/accurate-exp-log.js";
import { productRest } from "../intervals/directed.js";
import { type DoubleDouble, dd, twoSum } from "../intervals/double-double.js";
import { lazily } from "../lazily.js";

/** Parts of [1, 2) that have a factor each which takes them near 1. */
const PARTS = 512;
/** From here on a mantissa is halved: √2. */
const HALVED = 212;

/** log 2 in its first 41 bits, so that products with exponents are exact, and the rest. */
const LN2_HIGH = 0.693147180559663;
const LN2_LOW = 2.8235290563031577e-13;

/** For each part a factor of at most 12 bits, and −log of it as two doubles. Those beside 1 have the factor 1. */
const table = lazily(() => {
  const [factor, high, low] = [0, 1, 2].map(() => new Float64Array(PARTS));
  for (let i = 0; i < PARTS; i++) {
    const middle = (1 + (i + 0.5) / PARTS) / (i < HALVED ? 1 : 2);
    factor[i] = i === 0 || i === PARTS - 1 ? 1 : Math.round(2048 / middle) / 2048;
    const log = accurateLog(dd(factor[i]));
    high[i] = -log.high;
    low[i] = -log.low;
  }
  return { factor, high, low };
});

const view = new DataView(new ArrayBuffer(8));

/**
 * log x for a finite x > 0, of relative error below 2^−69: x = 2^e·m, m·factor = 1 + r with |r| ≤ 2^−9, and
 * log x = e·log 2 − log factor + r − r²/2 + r³·(1/3 − r/4 + …). Sums are exact but for the last part; its cube errs
 * by 6·2^−53 of r³/3, and a rest of 1 + r, below 2^−53, times r³ is left out: each is below 2^−70 of the logarithm,
 * which is either near r or at least 2^−9.
 */
export function logOfPositive(x: number): DoubleDouble {
  const isSmall = x < 2 ** -1022;
  view.setFloat64(0, isSmall ? x * 2 ** 54 : x);
  const word = view.getInt32(0);
  const i = (word >> 11) & (PARTS - 1);
  const isHalved = i >= HALVED;
  const exponent = (word >> 20) - (isSmall ? 1077 : 1023) + (isHalved ? 1 : 0);
  view.setInt32(0, (word & 0xfffff) | (isHalved ? 0x3fe00000 : 0x3ff00000));
  const m = view.getFloat64(0);

  const { factor, high, low } = table();
  const near = m * factor[i];
  const rest = productRest(m, factor[i], near);
  const r = near - 1;
  const square = r * r;
  const squareRest = r === 0 ? 0 : productRest(r, r, square);
  const series =
    1 / 3 + r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 + r * (-1 / 10)))))));
  const a = twoSum(exponent * LN2_HIGH, high[i]);
  const b = twoSum(a.high, r);
  const c = twoSum(b.high, -square / 2);
  const small = exponent * LN2_LOW + low[i] + (rest + rest * r * (r - 1)) - squareRest / 2;
  const left = a.low + b.low + c.low + small + square * r * series;
  const sum = c.high + left;
  return { high: sum, low: left - (sum - c.high) };
}
