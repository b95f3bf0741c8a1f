import { describe, expect, it } from "vitest";
import { mignitude, point } from "../numbers/intervals/interval.js";
import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { expressionActivation } from "./expression-activation.js";
import { longSeries } from "./expressions/long-series.js";
import { parseExpression } from "./expressions/parse-expression.js";
import { stableForm } from "./expressions/stable-form.js";
import { normalised } from "./normalised.js";
import { scaledTanh } from "./scaled-tanh.js";
import { silu } from "./silu.js";

const ORDER = 24;
/** Ends of intervals that hold no kink of the catalogue inside, from very narrow to wide. */
const BOXES = [
  [0, 1],
  [0, 1e-9],
  [0.5, 0.51],
  [1, 2],
  [3, 3.25],
  [6, 8],
  [12, 18],
  [20, 38.6],
].flatMap(([a, b]) => [[a, b] as const, [-b, -a] as const]);

const members: readonly Activation[] = [
  ...catalogue,
  ...[0.001, 0.7, 100].map(scaledTanh),
  normalised(silu),
  ...[
    "sin(tanh(2*t-1))",
    "t*exp(-t^2)",
    "atan(exp(-(t/2+1)^2))",
    "sqrt(1+(3*t)^2)",
    "1/(2+cos(t))",
    "log(1+t^2)^2",
  ].map(expressionActivation),
  ...["max(t,0.2*t)+tanh(t)", "expm1(-t^2)/(1+t^2)", "t/(1+exp(-t))*erf(t)", "(1+t^2)^0.3"].map(expressionActivation),
];

describe.each(members.map((psi) => ({ id: psi.id, psi })))("majorants of $id", ({ psi }) => {
  const form = stableForm(parseExpression(psi.expression ?? "t"));

  it("are not below its Taylor coefficients at any point of an interval", () => {
    for (const [low, high] of BOXES) {
      const all = ([0, 1, 2] as const).map((m) => psi.proof!.bounds(m)(low, high, ORDER - m));
      expect(all[0].length, `${low}`).toBe(ORDER + 1);
      for (const part of [0.001, 0.3, 0.5, 0.9, 0.999]) {
        const t = low + part * (high - low);
        const series = longSeries(form, point(t), ORDER);
        series?.forEach((coefficient, j) => {
          const size = mignitude(coefficient);
          expect(all[0][j], `order ${j} at ${t}`).toBeGreaterThanOrEqual(size * (1 - 1e-12));
          if (j >= 1) expect(all[1][j - 1]).toBeGreaterThanOrEqual(j * size * (1 - 1e-12));
          if (j >= 2) expect(all[2][j - 2]).toBeGreaterThanOrEqual(j * (j - 1) * size * (1 - 1e-12));
        });
      }
    }
  });

  it("say something: a narrow interval's value and slope are known to a factor of 8", () => {
    for (const t of [0.3, -1.7, 2.6]) {
      const a = psi.proof!.bounds(1)(t, t + 1e-6, 2);
      expect(a[0]).toBeLessThanOrEqual(8 * Math.abs(psi.derivative(t)) + 1);
    }
  });

  it("come with errors of values that hold", () => {
    for (const t of [0.3, -1.7, 2.6, 9, -30]) {
      const series = longSeries(form, point(t), 2);
      const values = [psi.value(t), psi.derivative(t), psi.secondDerivative?.(t)];
      values.forEach((x, m) => {
        if (x === undefined || !series) return;
        const error = psi.proof!.error(t, m === 0 ? 0 : m === 1 ? 1 : 2);
        const [lo, hi] = [series[m].lo, series[m].hi].map((y) => y * (m === 2 ? 2 : 1));
        expect(x + error + 1e-300).toBeGreaterThanOrEqual(lo);
        expect(x - error - 1e-300).toBeLessThanOrEqual(hi);
      });
    }
  });
});

describe("majorants across a kink", () => {
  it("are two where ψ is Lipschitz, one where it jumps or for its derivative", () => {
    for (const text of ["max(0,t)", "abs(t)-1", "min(1,max(-1,t))"]) {
      const { proof } = expressionActivation(text);
      expect(proof!.bounds(0)(-2, 2.5, 24)).toHaveLength(2);
      expect(proof!.bounds(1)(-2, 2.5, 24)).toHaveLength(1);
    }
    const { proof } = expressionActivation("t > 0.3 ? 1 : t");
    expect(proof!.bounds(0)(0, 1, 24)).toHaveLength(1);
  });

  it("are all of them on either side", () => {
    const { proof } = expressionActivation("max(0,t-1)");
    expect([...proof!.bounds(0)(1, 2, 4)]).toEqual([1, 1, 0, 0, 0]);
    expect([...proof!.bounds(0)(0, 1, 4)]).toEqual([0, 0, 0, 0, 0]);
  });
});
