import { log1pmx } from "./log1pmx.js";
import { pow } from "./pow.js";

/**
 * log(1+y) − y + y²/2 − y³/3 = −y⁴/4 + y⁵/5 − … for y > −1, without cancellation for small y: relative error a few ulp
 * up to |y| = 0.02, below 1e-12 beyond.
 */
export function log1pRemainder(y: number): number {
  if (Math.abs(y) > 0.02) return log1pmx(y) + y * y * (0.5 - y / 3);
  let sum = 0;
  for (let j = 12; j >= 4; j--) sum = (j % 2 ? 1 : -1) / j + y * sum;
  return sum * pow(y, 4);
}
