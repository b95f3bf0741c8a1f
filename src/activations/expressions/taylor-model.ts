import {
  add,
  type Interval,
  interval,
  magnitude,
  multiply,
  point,
  subtract,
  ZERO,
} from "../../numbers/intervals/interval.js";
import { pow } from "../../numbers/pow.js";
import { encloseBox, encloseSizes } from "./enclosures.js";
import type { Form } from "./form.js";

/** Derivatives of a function over boxes inside a block, each enclosed. */
export type TaylorModel = (box: Interval) => readonly [Interval, Interval, Interval];

/** The degree of the polynomial. */
const DEGREE = 12;

/**
 * ψ^(k) over a block as a polynomial around its middle with Lagrange's remainder, for boxes inside: terms that cancel do so
 * in its coefficients, once. Null where ψ is not smooth over the block, or the remainder is more than `most` of anything.
 *
 * @param most what the remainder may be, at most.
 */
export function taylorModel(
  form: Form,
  k: number,
  block: Interval,
  most: number,
  sides?: ReadonlyMap<number, boolean>,
): TaylorModel | null {
  const middle = block.lo + (block.hi - block.lo) / 2;
  const radius = magnitude(subtract(block, point(middle)));
  const order = k + DEGREE;
  const over = encloseSizes(form, block, order + 1, sides);
  if (!over.smooth || over.defined !== true) return null;
  const last = magnitude(over.series[order + 1]);
  /** n(n − 1)…(n − j + 1) */
  const falling = (n: number, j: number): number => (j === 0 ? 1 : n * falling(n - 1, j - 1));
  // |ψ^(k+j) less the polynomial's| ≤ ψ_(order+1)·(order + 1)!/(order + 1 − k − j)!·r^(order + 1 − k − j)
  const rests = [0, 1, 2].map((j) => last * falling(order + 1, k + j) * pow(radius, order + 1 - k - j) * (1 + 1e-9));
  if (!(rests[0] <= most)) return null;
  const centre = encloseBox(form, point(middle), order, sides);
  if (!centre.smooth || centre.defined !== true) return null;
  // ψ^(k) = Σ a_i·δ^i
  const a = centre.series.slice(k).map((c, i) => multiply(c, point(falling(i + k, k))));
  return (box) => {
    const shift = subtract(point(box.lo + (box.hi - box.lo) / 2), point(middle));
    const away = subtract(box, point(box.lo + (box.hi - box.lo) / 2));
    // Around the middle of the box (Shaw and Traub 1974), where powers of what is left are small.
    const b = [...a];
    for (let i = 0; i < b.length - 1; i++)
      for (let j = b.length - 2; j >= i; j--) b[j] = add(b[j], multiply(b[j + 1], shift));
    const at = (j: number) => {
      let total = ZERO;
      for (let i = b.length - 1; i >= j; i--) total = add(multiply(total, away), multiply(b[i], point(falling(i, j))));
      return add(total, interval(-rests[j], rests[j]));
    };
    return [at(0), at(1), at(2)];
  };
}
