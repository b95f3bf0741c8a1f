import { type Interval, multiply, ONE, point, ZERO } from "../../../numbers/intervals/interval.js";
import type { Algebra } from "../algebra.js";
import { formEncloser } from "../enclose-form.js";
import { intervalAlgebra } from "../interval-algebra.js";
import { tailAlgebra } from "../tail-algebra.js";
import type { TailForm } from "../tail-form.js";
import { type Jet, jetAlgebra } from "./jet-algebra.js";
import type { PhasedForm } from "./phased-form.js";
import type { TorusFunction } from "./torus-bound.js";

/** Where t is: in an interval, or beyond T on one side. */
export type Region = Interval | { readonly from: number; readonly side: 1 | -1 };

const FACTORIAL = [1, 1, 2, 6];

/** ψ^(k) over a region as a function of the phases, whatever they are there. */
export function regionFunction(phased: PhasedForm, k: number, region: Region): TorusFunction {
  let defined = true;
  const outside = () => {
    defined = false;
  };
  function made<S>(A: Algebra<S>, t: S): TorusFunction {
    const m = phased.frequencies.length;
    const J = jetAlgebra(A, m);
    const enclose = formEncloser<Jet<S>>(phased.form, J);
    const slow = (v: S): Jet<S> => ({ v, d: null });
    const input = [slow(t)];
    for (let j = 1; j <= k; j++) input.push(J.constant(j === 1 ? ONE : ZERO));
    const none = Array.from({ length: m }, () => ZERO);
    const scaled = (a: S) => multiply(point(FACTORIAL[k]), A.range(a));
    return (box) => {
      defined = true;
      const phases = box.map((a, i) => J.phase(a, i));
      const { series, smooth } = enclose(input, undefined, phases);
      const { v, d } = series[k];
      return {
        v: scaled(v),
        g: d ? d.g.map(scaled) : none,
        h: d ? d.h.map((row) => row.map(scaled)) : none.map((_, i) => none.slice(0, i + 1)),
        smooth: smooth && defined,
      };
    };
  }
  if ("from" in region) {
    const t: TailForm = { factor: point(region.side), power: 1n << 80n, rates: [] };
    return made(tailAlgebra(region.from, outside), t);
  }
  return made(intervalAlgebra(outside), region);
}

