import { type Interval, ONE, point, ZERO } from "../../numbers/intervals/interval.js";
import { encloseForm, type FormEnclosure } from "./enclose-form.js";
import type { Form } from "./form.js";
import { intervalAlgebra } from "./interval-algebra.js";
import { tailAlgebra } from "./tail-algebra.js";
import { plain, type TailForm } from "./tail-form.js";

export interface Enclosed<S> extends FormEnclosure<S> {
  /** Whether every operation stays in its domain: yes, no, or not settled. */
  readonly defined: boolean | null;
}

/** Enclosures of ψ, ψ', ψ''/2, … ψ^(order)/order! over a box. */
export function encloseBox(
  form: Form,
  box: Interval,
  order: number,
  sides?: ReadonlyMap<number, boolean>,
): Enclosed<Interval> {
  let defined: boolean | null = true;
  const algebra = intervalAlgebra((certainly) => {
    if (defined !== false) defined = certainly ? false : null;
  });
  const input = [box, ONE, ZERO, ZERO, ZERO].slice(0, order + 1);
  return { ...encloseForm(form, algebra, input, sides), defined };
}

/** The same for all t ≥ T (side 1) or t ≤ −T (side −1), as functions of |t|. */
export function encloseTail(form: Form, T: number, side: 1 | -1, order: number): Enclosed<TailForm> {
  let defined: boolean | null = true;
  const algebra = tailAlgebra(T, () => {
    defined = null;
  });
  const t: TailForm = { factor: point(side), power: 1n << 80n, rates: [] };
  const input = [t, plain(ONE), plain(ZERO), plain(ZERO), plain(ZERO)].slice(0, order + 1);
  return { ...encloseForm(form, algebra, input), defined };
}
