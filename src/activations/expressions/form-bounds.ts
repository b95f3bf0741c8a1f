import { type Interval, interval, magnitude, point } from "../../numbers/intervals/interval.js";
import { derivativeBounds, type Majorant, type TaylorBounds } from "../../numbers/majorants/taylor-bounds.js";
import { encloseBox, encloseSizes } from "./enclosures.js";
import type { Kinks } from "./find-kinks.js";
import type { Form } from "./form.js";

/** Boxes are asked for again by every quantity of an activation. */
const KEPT = 20_000;
/** Orders that serve the quadrature of ψ''. */
const HIGHEST = 26;

interface Found {
  readonly majorant: Majorant;
  /** Whether it is that of a smooth function; else that of one which is smooth between changes of sides. */
  readonly smooth: boolean;
}

/**
 * Majorants of a form and its first two derivatives: all orders where no |u|, max, min, sign or choice changes sides inside,
 * else what is left: that it is bounded, and Lipschitz if it cannot jump.
 */
export function formBounds(form: Form, { changes, more }: Pick<Kinks, "changes" | "more">): readonly TaylorBounds[] {
  const jumps = form.some(({ kind }) => kind === "sign" || kind === "choice");
  /** The sides taken all over an interval in which none changes: those in its middle. */
  function sidesOver(low: number, high: number): ReadonlyMap<number, boolean> | null {
    if (more || changes.some(({ lo, hi }: Interval) => lo < high && hi > low)) return null;
    const { smooth, sides } = encloseBox(form, point((low + high) / 2), 0);
    return smooth ? sides : null;
  }
  function find(low: number, high: number, order: number): Found {
    const box = interval(low, high);
    const found = encloseSizes(form, box, order);
    if (found.defined !== true) return { majorant: [Infinity], smooth: false };
    if (found.smooth) return { majorant: found.series.map(magnitude), smooth: true };
    const sides = found.inside ?? sidesOver(low, high);
    if (sides) {
      const inside = encloseSizes(form, box, order, sides);
      if (inside.smooth && inside.defined === true) return { majorant: inside.series.map(magnitude), smooth: true };
    }
    return { majorant: found.series.map(magnitude), smooth: false };
  }
  const known = new Map<string, Found>();
  function kept(low: number, high: number, order: number): Found {
    // Low orders are asked for over many boxes, and cost little.
    if (order < 16) return find(low, high, order);
    const name = `${low} ${high}`;
    const made = known.get(name) ?? find(low, high, HIGHEST);
    if (known.size >= KEPT) known.clear();
    known.set(name, made);
    return made;
  }
  return [0, 1, 2].map((m) => (low, high, order) => {
    const { majorant, smooth } = kept(low, high, order + m);
    const derived = derivativeBounds(majorant, m);
    if (smooth) return derived.slice(0, order + 1);
    // Derivatives are then bounded between the changes; only a continuous ψ is Lipschitz for it.
    return derived.slice(0, m > 0 || jumps ? 1 : 2);
  });
}
