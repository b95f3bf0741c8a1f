import { type Interval, ONE, point, ZERO } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import { type Tail, tailsAlgebra, variable } from "./asymptotic/tail.js";
import { type FormEnclosure, formEncloser } from "./enclose-form.js";
import type { Form } from "./form.js";
import { intervalAlgebra } from "./interval-algebra.js";
import { type SeriesArithmetic, seriesArithmetic } from "./series.js";
import { sizeArithmetic } from "./size-arithmetic.js";
import { tailAlgebra } from "./tail-algebra.js";
import { plain, type TailForm } from "./tail-form.js";

export interface Enclosed<S> extends FormEnclosure<S> {
  /** Whether every operation stays in its domain: yes, no, or not settled. */
  readonly defined: boolean | null;
}

/** ψ over boxes, made once for each form: box, order and forced sides in. */
function boxEncloser(form: Form, arithmetic: (A: Algebra<Interval>) => SeriesArithmetic<Interval>) {
  let defined: boolean | null = true;
  const A = intervalAlgebra((certainly) => {
    if (defined !== false) defined = certainly ? false : null;
  });
  const enclose = formEncloser(form, A, arithmetic(A));
  return (box: Interval, order: number, forced?: ReadonlyMap<number, boolean>): Enclosed<Interval> => {
    defined = true;
    const input = [box];
    for (let k = 1; k <= order; k++) input.push(k === 1 ? ONE : ZERO);
    const { series, smooth, touches, touching, undecided, sides: taken, inside } = enclose(input, forced);
    return { series, smooth, touches, touching, undecided, sides: taken, inside, defined };
  };
}

type BoxEncloser = ReturnType<typeof boxEncloser>;

/** An encloser made once for each form. */
function keptEncloser(arithmetic: (A: Algebra<Interval>) => SeriesArithmetic<Interval>): BoxEncloserOf {
  const kept = new WeakMap<Form, BoxEncloser>();
  return (form, box, order, sides) => {
    const enclose = kept.get(form) ?? boxEncloser(form, arithmetic);
    kept.set(form, enclose);
    return enclose(box, order, sides);
  };
}

type BoxEncloserOf = (
  form: Form,
  box: Interval,
  order: number,
  sides?: ReadonlyMap<number, boolean>,
) => Enclosed<Interval>;

/** Enclosures of ψ, ψ', ψ''/2, … ψ^(order)/order! over a box. */
export const encloseBox = keptEncloser(seriesArithmetic);

/** The same with nothing but bounds on the sizes from the second derivative on: for many orders, and many boxes. */
export const encloseSizes = keptEncloser(sizeArithmetic);

/** The same for all t ≥ T (side 1) or t ≤ −T (side −1), as functions of |t|. */
export function encloseTail(form: Form, T: number, side: 1 | -1, order: number): Enclosed<TailForm> {
  let defined: boolean | null = true;
  const enclose = formEncloser(
    form,
    tailAlgebra(T, () => {
      defined = null;
    }),
  );
  const t: TailForm = { factor: point(side), power: 1n << 80n, rates: [] };
  const input = Array.from({ length: order + 1 }, (_, k) => (k === 0 ? t : plain(k === 1 ? ONE : ZERO)));
  return { ...enclose(input), defined };
}

/** The same by expansions: where what one term says is not enough. Phases may be given values of their own. */
export function encloseTailFinely(
  form: Form,
  T: number,
  side: 1 | -1,
  order: number,
  phases: readonly Interval[] = [],
): Enclosed<Tail> {
  let defined: boolean | null = true;
  const A = tailsAlgebra(T, () => {
    defined = null;
  });
  const enclose = formEncloser(form, A);
  const input = Array.from({ length: order + 1 }, (_, k) =>
    k === 0 ? variable(side) : A.constant(k === 1 ? ONE : ZERO),
  );
  const given = phases.map((a) => A.constant(a));
  return { ...enclose(input, undefined, given), defined };
}
