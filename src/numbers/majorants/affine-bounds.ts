import { filled } from "../filled.js";
import type { Majorant, TaylorBounds } from "./taylor-bounds.js";

const UP = 1 + 1e-14;

/** Of a + bt, b the slope. */
export function affineBounds(at0: number, slope: number): TaylorBounds {
  return (low, high, order) => {
    const a: Majorant = filled(order + 1);
    a[0] = Math.max(Math.abs(at0 + slope * low), Math.abs(at0 + slope * high)) * UP;
    if (order > 0) a[1] = Math.abs(slope);
    return a;
  };
}

/** Of a function that is a + bt on either side of 0. */
export function sidesBounds(
  left: { readonly value: number; readonly slope: number },
  right: { readonly value: number; readonly slope: number },
): TaylorBounds {
  const [below, above] = [left, right].map(({ value, slope }) => affineBounds(value, slope));
  return (low, high, order) => {
    if (high <= 0) return below(low, high, order);
    if (low >= 0) return above(low, high, order);
    const [a, b] = [below(low, 0, 1), above(0, high, 1)];
    const both: Majorant = a.map((x, j) => Math.max(x, b[j]));
    return left.value === right.value ? both : both.slice(0, 1);
  };
}

/** Of β·f(t/β) from those of f. */
export function stretchedBounds(f: TaylorBounds, beta: number): TaylorBounds {
  return (low, high, order) => {
    const a = f((low / beta) * (1 - Math.sign(low) * 1e-15), (high / beta) * (1 + Math.sign(high) * 1e-15), order);
    let factor = beta;
    for (let j = 0; j < a.length; j++, factor /= beta) a[j] *= factor * (1 + 1e-13);
    return a;
  };
}
