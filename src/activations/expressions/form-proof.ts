import { REACH } from "../../numbers/integrand.js";
import { magnitude, point } from "../../numbers/intervals/interval.js";
import type { ActivationProof, DerivativeOrder } from "../activation.js";
import { encloseBox, encloseTail } from "./enclosures.js";
import type { Form } from "./form.js";
import { formBounds } from "./form-bounds.js";

const UP = 1 + 1e-12;
const FACTORIAL = [1, 1, 2];

/** How far a computed value may be from what an enclosure at its point holds; the last one is kept. */
function valueError(form: Form, value: (t: number) => number, m: DerivativeOrder): (t: number) => number {
  let [last, error] = [Number.NaN, 0];
  return (t) => {
    if (t === last) return error;
    const { series } = encloseBox(form, point(t), m);
    const { lo, hi } = series[m];
    const x = value(t) / FACTORIAL[m];
    const off = Math.max(Math.abs(hi - x), Math.abs(x - lo));
    [last, error] = [t, off >= 0 ? off * FACTORIAL[m] * UP : Infinity];
    return error;
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
    most = Math.max(most, magnitude(factor) * FACTORIAL[m] * REACH ** exponent * UP);
    degree = Math.max(degree, exponent);
  }
  return most < Infinity ? { most, degree } : null;
}

/**
 * What enclosures of a form prove of the function that is computed from it.
 *
 * @param values the function and its first two derivatives as they are computed.
 */
export function formProof(form: Form, values: readonly ((t: number) => number)[]): ActivationProof {
  const bounds = formBounds(form);
  const errors = ([0, 1, 2] as const).map((m) => valueError(form, values[m], m));
  return {
    bounds: (m) => bounds[m],
    error: (t, m) => errors[m](t),
    far: (m) => farOf(form, m),
  };
}
