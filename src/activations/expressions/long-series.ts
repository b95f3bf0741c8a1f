import type { Interval } from "../../numbers/intervals/interval.js";
import { encloseBox } from "./enclosures.js";
import type { Form } from "./form.js";

/**
 * Enclosures of the Taylor coefficients of a form up to `order` over a box; null where an operation, or one of its
 * derivatives, may leave its domain.
 *
 * @param sides which of two each |u|, sign, max, min and choice is, as `encloseBox` gives them: the series is that of the
 *   function with these sides all over the box; null if one is not there, and not settled.
 */
export function longSeries(
  form: Form,
  box: Interval,
  order: number,
  sides?: ReadonlyMap<number, boolean>,
): readonly Interval[] | null {
  const { series, smooth, defined } = encloseBox(form, box, order, sides);
  return smooth && defined === true ? series : null;
}
