import type { Form, FormCondition, Step } from "./form.js";
import { RATIO_FUNCTIONS } from "./ratio-functions.js";
import { REAL_FUNCTIONS } from "./real-functions.js";
import { scaledJet } from "./scaled-jet.js";

/** How many points a step treats before the next step runs. */
const BLOCK = 256;

/** The derivatives of one step at the points of a block: [order][point]. */
type Lanes = readonly Float64Array[];

/** Computes one step's lanes up to an order for the first n points. */
type Run = (n: number, order: number) => void;

export interface Evaluator {
  readonly value: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly secondDerivative: (t: number) => number;
  /** Writes ψ(t_i), and as many derivatives as there are more outputs (of three), for arrays of one length. */
  readonly fill: (t: Float64Array, outputs: readonly Float64Array[]) => void;
}

function test(c: FormCondition, lanes: readonly Lanes[]): (i: number) => boolean {
  if (c.kind === "not") {
    const of = test(c.of, lanes);
    return (i) => !of(i);
  }
  if (c.kind === "compare") {
    const [a, b] = [lanes[c.a][0], lanes[c.b][0]];
    if (c.operator === "<") return (i) => a[i] < b[i];
    if (c.operator === "<=") return (i) => a[i] <= b[i];
    return c.operator === ">" ? (i) => a[i] > b[i] : (i) => a[i] >= b[i];
  }
  const [left, right] = [test(c.left, lanes), test(c.right, lanes)];
  return c.kind === "and" ? (i) => left(i) && right(i) : (i) => left(i) || right(i);
}

/** Takes each point from one of two steps. */
const select =
  (out: Lanes, yes: Lanes, no: Lanes, holds: (i: number) => boolean): Run =>
  (n, order) => {
    for (let i = 0; i < n; i++) {
      const from = holds(i) ? yes : no;
      for (let k = 0; k <= order; k++) out[k][i] = from[k][i];
    }
  };

/** F(u) with F', F''. */
const compose =
  (
    out: Lanes,
    u: Lanes,
    value: (x: number) => number,
    first: (x: number) => number,
    second: (x: number) => number,
  ): Run =>
  (n, order) => {
    for (let i = 0; i < n; i++) {
      const x = u[0][i];
      out[0][i] = value(x);
      if (order === 0) continue;
      const slope = first(x);
      out[1][i] = slope * u[1][i];
      if (order === 2) out[2][i] = slope * u[2][i] + second(x) * u[1][i] * u[1][i];
    }
  };

/** x^n by squaring for integers, so that no rounding of pow's own comes in; else pow. */
function powerOf(x: number, r: number): number {
  if (!Number.isInteger(r)) return x ** r;
  let [result, base] = [1, x];
  for (let rest = r; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

function runner(step: Step, lanes: readonly Lanes[], out: Lanes): Run | null {
  switch (step.kind) {
    case "constant":
      out[0].fill(step.value);
      return null;
    case "variable":
      out[1].fill(1);
      return null;
    case "negate":
    case "abs": {
      const u = lanes[step.a];
      const always = step.kind === "negate";
      return (n, order) => {
        for (let i = 0; i < n; i++) {
          // At the kink of |u| the slope is the mean of both sides, 0 times u'.
          const sign = always ? -1 : Math.sign(u[0][i]);
          out[0][i] = always ? -u[0][i] : Math.abs(u[0][i]);
          for (let k = 1; k <= order; k++) out[k][i] = sign * u[k][i];
        }
      };
    }
    case "sign":
      return (n) => {
        for (let i = 0; i < n; i++) out[0][i] = Math.sign(lanes[step.a][0][i]);
      };
    case "add":
    case "subtract": {
      const [u, v] = [lanes[step.a], lanes[step.b]];
      const sign = step.kind === "add" ? 1 : -1;
      return (n, order) => {
        for (let k = 0; k <= order; k++) for (let i = 0; i < n; i++) out[k][i] = u[k][i] + sign * v[k][i];
      };
    }
    case "multiply": {
      const [u, v] = [lanes[step.a], lanes[step.b]];
      return (n, order) => {
        for (let i = 0; i < n; i++) {
          out[0][i] = u[0][i] * v[0][i];
          if (order > 0) out[1][i] = u[0][i] * v[1][i] + u[1][i] * v[0][i];
          if (order > 1) out[2][i] = u[0][i] * v[2][i] + 2 * u[1][i] * v[1][i] + u[2][i] * v[0][i];
        }
      };
    }
    case "divide": {
      const [u, v] = [lanes[step.a], lanes[step.b]];
      return (n, order) => {
        for (let i = 0; i < n; i++) {
          const q = u[0][i] / v[0][i];
          out[0][i] = q;
          if (order === 0) continue;
          const slope = (u[1][i] - q * v[1][i]) / v[0][i];
          out[1][i] = slope;
          if (order > 1) out[2][i] = (u[2][i] - 2 * slope * v[1][i] - q * v[2][i]) / v[0][i];
        }
      };
    }
    case "max":
    case "min": {
      const [u, v] = [lanes[step.a], lanes[step.b]];
      const isMax = step.kind === "max";
      return select(out, v, u, (i) => (isMax ? v[0][i] > u[0][i] : v[0][i] < u[0][i]));
    }
    case "function": {
      const { value, first, second } = REAL_FUNCTIONS[step.name];
      return compose(out, lanes[step.a], value, first, second);
    }
    case "ratio": {
      const { value, first, second } = RATIO_FUNCTIONS[step.name];
      return compose(out, lanes[step.a], value, first, second);
    }
    case "power": {
      const r = step.exponent;
      return compose(
        out,
        lanes[step.a],
        (x) => powerOf(x, r),
        (x) => r * powerOf(x, r - 1),
        (x) => r * (r - 1) * powerOf(x, r - 2),
      );
    }
    case "choice":
      return select(out, lanes[step.yes], lanes[step.no], test(step.condition, lanes));
  }
  return step;
}

/**
 * Evaluators of a form: value and derivatives by one pass over its steps, for blocks of points at a time. Where doubles
 * overflow on the way, the point is computed again in numbers that do not (scaled-jet.ts). At a kink of |u| the
 * derivative is the mean of the slopes; of max, min and choices, that of the argument taken there.
 */
export function evaluator(form: Form): Evaluator {
  const lanes: Lanes[] = form.map(() => [0, 1, 2].map(() => new Float64Array(BLOCK)));
  const runs = form.map((step, i) => runner(step, lanes, lanes[i])).filter((run) => run !== null);
  const input = form.findIndex(({ kind }) => kind === "variable");
  const root = lanes[form.length - 1];

  function fillBlock(n: number, order: number): void {
    for (const run of runs) run(n, order);
  }

  /** Whether some step overflowed or is undefined at point i; 1/∞ = 0 would hide that from the result. */
  function overflowed(i: number): boolean {
    for (const lane of lanes) if (!Number.isFinite(lane[0][i])) return true;
    return false;
  }

  const at = (order: 0 | 1 | 2) => (t: number) => {
    if (input >= 0) lanes[input][0][0] = t;
    fillBlock(1, order);
    const result = root[order][0];
    const doubtful = !Number.isFinite(result) || overflowed(0);
    return doubtful && Number.isFinite(t) ? scaledJet(form, t)[order] : result;
  };

  function fill(t: Float64Array, outputs: readonly Float64Array[]): void {
    const order = outputs.length - 1;
    for (let start = 0; start < t.length; start += BLOCK) {
      const n = Math.min(BLOCK, t.length - start);
      if (input >= 0) lanes[input][0].set(t.subarray(start, start + n));
      fillBlock(n, order);
      for (let k = 0; k <= order; k++) {
        outputs[k].set(root[k].subarray(0, n), start);
        for (let i = 0; i < n; i++)
          if ((!Number.isFinite(root[k][i]) || overflowed(i)) && Number.isFinite(t[start + i]))
            outputs[k][start + i] = scaledJet(form, t[start + i])[k];
      }
    }
  }

  return { value: at(0), derivative: at(1), secondDerivative: at(2), fill };
}
