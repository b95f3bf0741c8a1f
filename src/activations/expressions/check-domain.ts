import { type Interval, interval, point } from "../../numbers/intervals/interval.js";
import { encloseBox, encloseTail, encloseTailFinely } from "./enclosures.js";
import type { Form } from "./form.js";

const BUDGET = 5000;
const FAR = 2 ** 40;

/**
 * Where a form is undefined: null if it is proved to be defined on all of ℝ, else what is wrong, such as `it is
 * undefined at 0`. Boxes in which some operation may leave its domain are halved down to adjacent doubles.
 */
export function domainProblem(form: Form): string | null {
  const outside = (box: Interval) => encloseBox(form, box, 0).defined !== true;
  const report = (t: number) =>
    encloseBox(form, point(t), 0).defined === false
      ? `it is undefined at ${t}`
      : `it cannot be shown to be defined near ${t}`;
  const marks = [0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 4, -4];
  for (const t of marks) if (outside(point(t))) return report(t);
  let T = 4;
  const defined = (side: 1 | -1) =>
    encloseTail(form, T, side, 0).defined === true || encloseTailFinely(form, T, side, 0).defined === true;
  while (T < FAR && !(defined(1) && defined(-1))) T *= T < 2 ** 8 ? 2 : 2 ** 8;
  const unsettled = T >= FAR;
  if (unsettled) T = 64;
  const ends = [...new Set([-T, ...marks, T])].toSorted((a, b) => a - b);
  // What is nearest to 0 is popped first.
  const open = ends
    .slice(1)
    .map((hi, i) => interval(ends[i], hi))
    .toSorted((a, b) => Math.abs(b.lo + b.hi) - Math.abs(a.lo + a.hi));
  for (let n = 0; n < BUDGET; n++) {
    const box = open.pop();
    if (!box) return !unsettled ? null : "it cannot be shown to be defined for all large t";
    if (!outside(box)) continue;
    const middle = box.lo + (box.hi - box.lo) / 2;
    if (outside(point(middle)) || middle <= box.lo || middle >= box.hi) return report(middle);
    open.push(interval(box.lo, middle), interval(middle, box.hi));
  }
  return "it cannot be shown to be defined everywhere";
}
