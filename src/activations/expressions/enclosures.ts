import { type Interval, ONE, point, ZERO } from "../../numbers/intervals/interval.js";
import { type FormEnclosure, formEncloser } from "./enclose-form.js";
import type { Form } from "./form.js";
import { intervalAlgebra } from "./interval-algebra.js";
import { tailAlgebra } from "./tail-algebra.js";
import { plain, type TailForm } from "./tail-form.js";

export interface Enclosed<S> extends FormEnclosure<S> {
  /** Whether every operation stays in its domain: yes, no, or not settled. */
  readonly defined: boolean | null;
}

/** ψ over boxes, made once for each form: box, order and forced sides in. */
function boxEncloser(form: Form) {
  let defined: boolean | null = true;
  const enclose = formEncloser(
    form,
    intervalAlgebra((certainly) => {
      if (defined !== false) defined = certainly ? false : null;
    }),
  );
  return (box: Interval, order: number, forced?: ReadonlyMap<number, boolean>): Enclosed<Interval> => {
    defined = true;
    const input = [box];
    for (let k = 1; k <= order; k++) input.push(k === 1 ? ONE : ZERO);
    const { series, smooth, touches, sides: taken, inside } = enclose(input, forced);
    return { series, smooth, touches, sides: taken, inside, defined };
  };
}

const kept = new WeakMap<Form, ReturnType<typeof boxEncloser>>();

/** Enclosures of ψ, ψ', ψ''/2, … ψ^(order)/order! over a box. */
export function encloseBox(
  form: Form,
  box: Interval,
  order: number,
  sides?: ReadonlyMap<number, boolean>,
): Enclosed<Interval> {
  const enclose = kept.get(form) ?? boxEncloser(form);
  kept.set(form, enclose);
  return enclose(box, order, sides);
}

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
