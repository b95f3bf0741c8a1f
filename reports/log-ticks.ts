import { scaleLinear } from "d3-scale";
import { formatNumber } from "../src/numbers/format-number.js";
import { powerOfTen } from "../src/numbers/power-of-ten.js";
import { powerText } from "./power-text.js";

/** A tick of an axis, and what stands beside it. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Steps between powers that readers count by: 1 to 5, 10, 20, 50, 100, … */
function stepOf(least: number): number {
  for (let tens = 1; ; tens *= 10) {
    const step = (tens === 1 ? [1, 2, 3, 4, 5] : [1, 2, 5]).map((x) => x * tens).find((x) => x >= least);
    if (step !== undefined) return step;
  }
}

/** Powers of ten if a logarithmic axis spans enough of them, at most so many, else round numbers. */
export function logTicks([low, high]: readonly number[], most: number): Tick[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  if (last - first < 1)
    return scaleLinear([low, high], [0, 1])
      .ticks(4)
      .filter((at) => at > 0)
      .map((at) => ({ at, text: formatNumber(at) }));
  const step = stepOf(Math.ceil((last - first + 1) / most));
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => start + i * step).map((exponent) => ({
    at: powerOfTen(exponent),
    text: powerText(exponent),
  }));
}
