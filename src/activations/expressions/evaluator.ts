import { pow } from "../../numbers/pow.js";
import { formEncloser } from "./enclose-form.js";
import type { Form } from "./form.js";
import { interpret } from "./interpret.js";
import { RATIO_FUNCTIONS } from "./ratio-functions.js";
import { REAL_FUNCTIONS, type RealFunction } from "./real-functions.js";
import { type Scaled, scaled, toDouble } from "./scaled.js";
import { SCALED_ALGEBRA } from "./scaled-algebra.js";

/** How many points a step treats before the next step runs. */
const BLOCK = 256;

/** The derivatives of one step at the points of a block: [order][point]. */
type Lanes = readonly Float64Array[];

/** Computes one step's lanes up to an order for the first n points. */
type Run = (n: number, order: number) => void;

/** Whether a condition holds at a point of the block. */
type Test = (i: number) => boolean;

export interface Evaluator {
  readonly value: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly secondDerivative: (t: number) => number;
  /** Writes ψ(t_i), and as many derivatives as there are more outputs (of three), for arrays of one length. */
  readonly fill: (t: Float64Array, outputs: readonly Float64Array[]) => void;
}

/** Takes each point from one of two steps. */
const select =
  (out: Lanes, yes: Lanes, no: Lanes, holds: Test): Run =>
  (n, order) => {
    for (let i = 0; i < n; i++) {
      const from = holds(i) ? yes : no;
      for (let k = 0; k <= order; k++) out[k][i] = from[k][i];
    }
  };

const product =
  (out: Lanes, u: Lanes, v: Lanes): Run =>
  (n, order) => {
    for (let i = 0; i < n; i++) {
      out[0][i] = u[0][i] * v[0][i];
      if (order > 0) out[1][i] = u[0][i] * v[1][i] + u[1][i] * v[0][i];
      if (order > 1) out[2][i] = u[0][i] * v[2][i] + 2 * u[1][i] * v[1][i] + u[2][i] * v[0][i];
    }
  };

const quotient =
  (out: Lanes, u: Lanes, v: Lanes): Run =>
  (n, order) => {
    for (let i = 0; i < n; i++) {
      const q = u[0][i] / v[0][i];
      out[0][i] = q;
      if (order === 0) continue;
      const slope = (u[1][i] - q * v[1][i]) / v[0][i];
      out[1][i] = slope;
      if (order > 1) out[2][i] = (u[2][i] - 2 * slope * v[1][i] - q * v[2][i]) / v[0][i];
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
  if (!Number.isInteger(r)) return pow(x, r);
  let [result, base] = [1, x];
  for (let rest = r; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

/** A form's steps as runs over blocks, in order, and the lanes that they write. */
function program(form: Form) {
  const lanes: Lanes[] = [];
  const runs: Run[] = [];
  const made = (): Lanes => {
    const out = [0, 1, 2].map(() => new Float64Array(BLOCK));
    lanes.push(out);
    return out;
  };
  /** New lanes that a run writes. */
  const written = (run: (out: Lanes) => Run): Lanes => {
    const out = made();
    runs.push(run(out));
    return out;
  };
  const input = made();
  input[1].fill(1);

  const signed = (u: Lanes, sign: (x: number) => number) =>
    written((out) => (n, order) => {
      for (let i = 0; i < n; i++) {
        const s = sign(u[0][i]);
        for (let k = 0; k <= order; k++) out[k][i] = s * u[k][i];
      }
    });
  const total = (u: Lanes, v: Lanes, sign: 1 | -1) =>
    written((out) => (n, order) => {
      for (let k = 0; k <= order; k++) for (let i = 0; i < n; i++) out[k][i] = u[k][i] + sign * v[k][i];
    });
  const composed = (u: Lanes, { value, first, second }: RealFunction) =>
    written((out) => compose(out, u, value, first, second));

  const root = interpret<Lanes, Test>(form, {
    constant: (value) => {
      const out = made();
      out[0].fill(value);
      return out;
    },
    variable: () => input,
    negate: (u) => signed(u, () => -1),
    abs: (u) => {
      const out = signed(u, Math.sign);
      // At a kink the slope is the mean of both sides, 0 times u'; where u only touches 0 it is |u''|t²/2 there.
      runs.push((n, order) => {
        if (order < 2) return;
        for (let i = 0; i < n; i++) if (u[0][i] === 0 && u[1][i] === 0) out[2][i] = Math.abs(u[2][i]);
      });
      return out;
    },
    sign: (u) =>
      written((out) => (n) => {
        for (let i = 0; i < n; i++) out[0][i] = Math.sign(u[0][i]);
      }),
    add: (u, v) => total(u, v, 1),
    subtract: (u, v) => total(u, v, -1),
    multiply: (u, v) => written((out) => product(out, u, v)),
    divide: (u, v) => written((out) => quotient(out, u, v)),
    extreme: (name, u, v) =>
      written((out) => select(out, v, u, name === "max" ? (i) => v[0][i] > u[0][i] : (i) => v[0][i] < u[0][i])),
    apply: (name, u) => composed(u, REAL_FUNCTIONS[name]),
    ratio: (name, u) => composed(u, RATIO_FUNCTIONS[name]),
    power: (u, r) =>
      composed(u, {
        value: (x) => powerOf(x, r),
        first: (x) => r * powerOf(x, r - 1),
        second: (x) => r * (r - 1) * powerOf(x, r - 2),
      }),
    choice: (condition, yes, no) => {
      const [one, other] = [yes(), no()];
      return written((out) => select(out, one, other, condition));
    },
    compare: (operator, { 0: a }, { 0: b }) => {
      if (operator === "<") return (i) => a[i] < b[i];
      if (operator === "<=") return (i) => a[i] <= b[i];
      return operator === ">" ? (i) => a[i] > b[i] : (i) => a[i] >= b[i];
    },
    join: (kind, a, b) => (kind === "and" ? (i) => a(i) && b(i) : (i) => a(i) || b(i)),
    not: (a) => (i) => !a(i),
  });
  return { lanes, runs, input, root };
}

const INPUT = [scaled(1), scaled(0)];

const kept = new WeakMap<Form, ReturnType<typeof formEncloser<Scaled>>>();

/** The derivative of an order at t in numbers that do not overflow. */
export function jetAt(form: Form, t: number, order: number): number {
  const enclose = kept.get(form) ?? formEncloser(form, SCALED_ALGEBRA);
  kept.set(form, enclose);
  const { series } = enclose([scaled(t), ...INPUT].slice(0, order + 1));
  return toDouble(series[order]) * (order === 2 ? 2 : 1);
}

/**
 * Evaluators of a form: value and derivatives by one pass over its steps, for blocks of points at a time. Where doubles
 * overflow on the way, the point is computed again in numbers that do not (scaled-algebra.ts). At a kink of |u| the
 * derivative is the mean of the slopes; of max, min and choices, that of the argument taken there.
 */
export function evaluator(form: Form): Evaluator {
  const { lanes, runs, input, root } = program(form);

  function fillBlock(n: number, order: number): void {
    for (const run of runs) run(n, order);
  }

  /** Whether some step overflowed or is undefined at point i; 1/∞ = 0 would hide that from the result. */
  function overflowed(i: number): boolean {
    for (const lane of lanes) if (!Number.isFinite(lane[0][i])) return true;
    return false;
  }

  const at = (order: 0 | 1 | 2) => (t: number) => {
    input[0][0] = t;
    fillBlock(1, order);
    const result = root[order][0];
    const doubtful = !Number.isFinite(result) || overflowed(0);
    return doubtful && Number.isFinite(t) ? jetAt(form, t, order) : result;
  };

  function fill(t: Float64Array, outputs: readonly Float64Array[]): void {
    const order = outputs.length - 1;
    for (let start = 0; start < t.length; start += BLOCK) {
      const n = Math.min(BLOCK, t.length - start);
      input[0].set(t.subarray(start, start + n));
      fillBlock(n, order);
      for (let k = 0; k <= order; k++) {
        outputs[k].set(root[k].subarray(0, n), start);
        for (let i = 0; i < n; i++)
          if ((!Number.isFinite(root[k][i]) || overflowed(i)) && Number.isFinite(t[start + i]))
            outputs[k][start + i] = jetAt(form, t[start + i], k);
      }
    }
  }

  return { value: at(0), derivative: at(1), secondDerivative: at(2), fill };
}
