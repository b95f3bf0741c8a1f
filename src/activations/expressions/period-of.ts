import { PI } from "../../numbers/intervals/elementary.js";
import { divide, isPoint, point } from "../../numbers/intervals/interval.js";
import { type Form, partsOf } from "./form.js";

/**
 * Half a period of a form that depends on t only through sin and cos of multiples c_i·t, each a whole multiple of the
 * least: π/min c_i, rounded up; null for any other.
 */
export function halfPeriod(form: Form): number | null {
  /** c where step i is c·t. */
  const factor = (i: number): number | null => {
    const step = form[i];
    if (step.kind === "variable") return 1;
    if (step.kind === "negate") return factor(step.a);
    if (step.kind === "divide") {
      const by = form[step.b];
      if (form[step.a].kind !== "variable" || by.kind !== "constant" || !isPoint(by.range)) return null;
      // Other quotients are not exact.
      return Number.isInteger(Math.log2(Math.abs(by.value))) ? 1 / Math.abs(by.value) : null;
    }
    if (step.kind !== "multiply" || form[step.b].kind !== "variable") return null;
    const by = form[step.a];
    return by.kind === "constant" && isPoint(by.range) && by.value !== 0 ? Math.abs(by.value) : null;
  };
  const factors: number[] = [];
  for (const [i, step] of form.entries()) {
    if (step.kind === "function" && (step.name === "sin" || step.name === "cos")) {
      const c = factor(step.a);
      if (c !== null) factors.push(c);
    } else if (factor(i) === null && partsOf(step).some((part) => factor(part) !== null)) return null;
  }
  if (factors.length === 0 || factor(form.length - 1) !== null) return null;
  const least = Math.min(...factors);
  return factors.every((c) => c / least < 2 ** 20 && c % least === 0) && least > 1e-9
    ? divide(PI, point(least)).hi
    : null;
}
