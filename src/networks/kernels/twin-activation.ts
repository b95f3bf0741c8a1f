import { KIND_PLACED_TABLE, KIND_TABLE, KIND_TWO_SLOPES } from "./layout.js";
import type { PsiKernel } from "./psi-kernel.js";

/** ψ(t), and the slope ψ'(t) beside it. */
export interface TwinActivation {
  readonly value: (t: number) => number;
  readonly slope: (t: number) => number;
}

/** By the table: even and odd half of the polynomial apart, as the kernel has them in two lanes. */
function byTable({
  kind,
  numbers: [rounder, step, reach, factor, offset],
  table,
  value,
  slope,
}: PsiKernel): TwinActivation {
  const centre = table.length / 2 - 4;
  const placed = kind === KIND_PLACED_TABLE;
  return {
    value(t) {
      if (!(Math.abs(t) <= reach)) return value(t);
      const p = placed ? t * factor + offset : t;
      const middle = p + rounder - rounder;
      const at = centre + (8 * middle) / step;
      const x = p - middle;
      const y = x * x;
      const even = ((table[at + 6] * y + table[at + 4]) * y + table[at + 2]) * y + table[at];
      const odd = ((table[at + 7] * y + table[at + 5]) * y + table[at + 3]) * y + table[at + 1];
      return even + x * odd;
    },
    slope(t) {
      if (!(Math.abs(t) <= reach)) return slope(t);
      const p = placed ? t * factor + offset : t;
      const middle = p + rounder - rounder;
      const at = centre + (8 * middle) / step;
      const x = p - middle;
      const y = x * x;
      const a = table[at + 6] * y;
      const b = a + table[at + 4];
      const c = b * y + table[at + 2];
      const evenSlope = (a + b) * y + c;
      const e = table[at + 7] * y;
      const f = e + table[at + 5];
      const g = f * y + table[at + 3];
      const oddSlope = (e + f) * y + g;
      const odd = g * y + table[at + 1];
      const inP = odd + (x + x) * (evenSlope + x * oddSlope);
      return placed ? inP * factor : inP;
    },
  };
}

/** The twins of `valueOf` and `bothOf` for one activation. */
export function twinActivation(psi: PsiKernel): TwinActivation {
  if (psi.kind === KIND_TABLE || psi.kind === KIND_PLACED_TABLE) return byTable(psi);
  if (psi.kind === KIND_TWO_SLOPES) {
    const [right, left, atZero] = psi.numbers;
    return { value: (t) => (t > 0 ? right : left) * t, slope: (t) => (t === 0 ? atZero : t > 0 ? right : left) };
  }
  return { value: (t) => (t > 0 ? 1 : 0) - (t < 0 ? 1 : 0), slope: () => 0 };
}
