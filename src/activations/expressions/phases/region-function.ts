import {
  ENTIRE,
  type Interval,
  interval,
  magnitude,
  multiply,
  ONE,
  point,
  ZERO,
} from "../../../numbers/intervals/interval.js";
import type { Algebra } from "../algebra.js";
import { formEncloser } from "../enclose-form.js";
import { type Form, partsOf } from "../form.js";
import { intervalAlgebra } from "../interval-algebra.js";
import type { Series } from "../series.js";
import { tailAlgebra } from "../tail-algebra.js";
import type { TailForm } from "../tail-form.js";
import { type Jet, jetAlgebra } from "./jet-algebra.js";
import type { PhasedForm } from "./phased-form.js";
import { type SteadyRanges, steadyBeyond, steadyIn } from "./steady-ranges.js";
import type { TorusFunction } from "./torus-bound.js";

/** Where t is: in an interval, or beyond T on one side. */
export type Region = Interval | { readonly from: number; readonly side: 1 | -1 };

const FACTORIAL = [1, 1, 2, 6];

/** Whether a step is used as the argument of phases alone, which take its derivatives. */
const isTurning = (form: Form, i: number) => form.every((step) => step.kind === "phase" || !partsOf(step).includes(i));

type Known<S> = readonly (Series<Jet<S>> | undefined)[];

/** The steps that are known and used by others than such, or the phases themselves: those that are read. */
function usedBesides(form: Form, known: Known<TailForm>): readonly number[] {
  const used = new Set<number>();
  form.forEach((step, i) => {
    if (known[i] === undefined || i === form.length - 1) for (const j of partsOf(step)) if (known[j]) used.add(j);
  });
  return [...used];
}

const meet = (a: Interval, b: Interval) => interval(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi));

/** ψ^(k) over a region as a function of the phases, whatever they are there. */
export function regionFunction(phased: PhasedForm, k: number, region: Region): TorusFunction {
  const m = phased.frequencies.length;
  const none = Array.from({ length: m }, () => ZERO);
  let defined = true;
  const outside = () => {
    defined = false;
  };
  function made<S>(A: Algebra<S>, t: S, known: Known<S> = []) {
    const J = jetAlgebra(A, m);
    const enclose = formEncloser<Jet<S>>(phased.form, J);
    const input = [{ v: t, d: null }, ...[ONE, ZERO, ZERO].slice(0, k).map((a) => J.constant(a))];
    const scaled = (a: S) => multiply(point(FACTORIAL[k]), A.range(a));
    const kept = { known };
    // What depends on no phase is found once, and so is whether it is defined.
    let always = true;
    const F: TorusFunction = (box) => {
      defined = always;
      const phases = box.map((a, i) => J.phase(a, i));
      const first = kept.known.length === 0;
      const { series, smooth } = enclose(input, undefined, phases, kept);
      if (first) always = defined;
      const { v, d } = series[k];
      return {
        v: scaled(v),
        g: d ? d.g.map(scaled) : none,
        h: d ? d.h.map((row) => row.map(scaled)) : none.map((_, i) => none.slice(0, i + 1)),
        smooth: smooth && defined,
      };
    };
    return { F, kept };
  }
  const kept = (known: Known<unknown>, ranges: SteadyRanges): Known<Interval> =>
    known.map((series, i) => series && ranges[i]?.map((v): Jet<Interval> => ({ v, d: null })));
  if (!("from" in region)) {
    const piece = made(intervalAlgebra(outside), region);
    piece.F(none);
    if (!defined) return piece.F;
    return made(intervalAlgebra(outside), region, kept(piece.kept.known, steadyIn(phased.form, region, k))).F;
  }
  const A = tailAlgebra(region.from, outside);
  const t: TailForm = { factor: point(region.side), power: 1n << 80n, rates: [] };
  const tail = made(A, t);
  tail.F(none);
  if (!defined) return tail.F;
  // Where all that depends on no phase is bounded, intervals of it will do.
  const beyond = steadyBeyond(phased.form, region.from, region.side, k);
  const known = tail.kept.known.map((series, i) =>
    series?.map(({ v }, order): Jet<Interval> => ({ v: meet(A.range(v), beyond[i]?.[order] ?? ENTIRE), d: null })),
  );
  const bounded = usedBesides(phased.form, tail.kept.known).every((i) =>
    known[i]?.every(({ v }, order) => magnitude(v) < Infinity || (order === 0 && isTurning(phased.form, i))),
  );
  return bounded ? made(intervalAlgebra(outside), { lo: region.from, hi: Infinity }, known).F : tail.F;
}
