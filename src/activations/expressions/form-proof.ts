import { REACH } from "../../numbers/integrand.js";
import { magnitude, point } from "../../numbers/intervals/interval.js";
import { pow } from "../../numbers/pow.js";
import type { ActivationProof, DerivativeOrder } from "../activation.js";
import { encloseBox, encloseTail } from "./enclosures.js";
import type { Kinks } from "./find-kinks.js";
import type { Form } from "./form.js";
import { formBounds } from "./form-bounds.js";

const UP = 1 + 1e-12;
const FACTORIAL = [1, 1, 2];

/** Points are asked for again by every quantity of an activation, and for the derivative beside the value. */
const KEPT = 40_000;

type Values = readonly ((t: number) => number)[];

/** How far computed values and derivatives up to an order may be from what an enclosure at their point holds. */
function valueErrors(form: Form, values: Values, order: DerivativeOrder): (t: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  const errorsAt = (t: number) =>
    encloseBox(form, point(t), order).series.map(({ lo, hi }, m) => {
      const x = values[m](t) / FACTORIAL[m];
      const off = Math.max(Math.abs(hi - x), Math.abs(x - lo));
      return off >= 0 ? off * FACTORIAL[m] * UP : Infinity;
    });
  return (t) => {
    const found = known.get(t) ?? errorsAt(t);
    if (known.size >= KEPT) known.clear();
    known.set(t, found);
    return found;
  };
}

/** |ψ^(m)(t)| ≤ most·(|t|/REACH)^degree beyond ±REACH, where a power of t bounds it there. */
function farOf(form: Form, m: DerivativeOrder): { readonly most: number; readonly degree: number } | null {
  let [most, degree] = [0, 0];
  for (const side of [1, -1] as const) {
    const { series, defined } = encloseTail(form, REACH, side, m);
    const { factor, power, rates } = series[m];
    if (defined !== true || rates.some(([, { hi }]) => hi > 0)) return null;
    const exponent = Math.max(0, Number(power) / 2 ** 80);
    most = Math.max(most, magnitude(factor) * FACTORIAL[m] * pow(REACH, exponent) * UP);
    degree = Math.max(degree, exponent);
  }
  return most < Infinity ? { most, degree } : null;
}

/**
 * What enclosures of a form prove of the function that is computed from it.
 *
 * @param found its kinks.
 * @param values the function and its first two derivatives as they are computed.
 */
export function formProof(form: Form, found: Kinks, values: Values): ActivationProof {
  const bounds = formBounds(form, found);
  const [upToFirst, upToSecond] = [valueErrors(form, values, 1), valueErrors(form, values, 2)];
  return {
    bounds: (m) => bounds[m],
    error: (t, m) => (m === 2 ? upToSecond : upToFirst)(t)[m],
    far: (m) => farOf(form, m),
  };
}
