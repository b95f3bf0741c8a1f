import { hull, type Interval, interval, ONE, point, ZERO } from "../../../numbers/intervals/interval.js";
import type { Algebra } from "../algebra.js";
import { tailsAlgebra, variable } from "../asymptotic/tail.js";
import { formEncloser } from "../enclose-form.js";
import type { Form } from "../form.js";
import { intervalAlgebra } from "../interval-algebra.js";
import type { Series } from "../series.js";

/** Ranges of steps and of their derivatives over factorials; undefined for those that depend on a phase. */
export type SteadyRanges = readonly (Series<Interval> | undefined)[];

/** Expansions serve beyond this |t|. */
const LEAST_FROM = 4;

const meet = (a: Interval, b: Interval) => interval(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi));

/** Of the steps that depend on no phase. */
function rangesIn<S>(form: Form, A: Algebra<S>, t: S, order: number): SteadyRanges {
  const input = Array.from({ length: order + 1 }, (_, k) => (k === 0 ? t : A.constant(k === 1 ? ONE : ZERO)));
  const phases = form.flatMap((step) => (step.kind === "phase" ? [A.constant(ZERO)] : []));
  const kept: { known: readonly (Series<S> | undefined)[] } = { known: [] };
  formEncloser(form, A)(input, undefined, phases, kept);
  return kept.known.map((series) => series?.map((a) => A.range(a)));
}

/** Beyond T on one side, by expansions: what is large cancels in them. */
export const steadyBeyond = (form: Form, T: number, side: 1 | -1, order: number): SteadyRanges =>
  rangesIn(
    form,
    tailsAlgebra(T, () => {}),
    variable(side),
    order,
  );

/** In a: by what is known beyond its nearer end as well, and between its ends where a derivative keeps its sign. */
export function steadyIn(form: Form, a: Interval, order: number): SteadyRanges {
  const over = (box: Interval) =>
    rangesIn(
      form,
      intervalAlgebra(() => {}),
      box,
      order + 1,
    );
  const [whole, first, last] = [over(a), over(point(a.lo)), over(point(a.hi))];
  const [from, side] = a.lo > 0 ? [a.lo, 1 as const] : [-a.hi, -1 as const];
  const beyond = from >= LEAST_FROM ? steadyBeyond(form, from, side, order + 1) : [];
  return whole.map((series, i) => {
    const known = series?.map((v, k) => meet(v, beyond[i]?.[k] ?? v));
    return known?.slice(0, order + 1).map((v, k) => {
      const slope = known[k + 1];
      const keeps = slope.lo >= 0 || slope.hi <= 0;
      return keeps && first[i] && last[i] ? meet(v, hull(first[i][k], last[i][k])) : v;
    });
  });
}
