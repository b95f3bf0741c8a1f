import { describe, expect, test } from "vitest";
import { expressionActivation } from "./expression-activation.js";
import { mpmathExpectations, sollyaSuprema } from "./testing/oracles.js";

const WITHIN = [-12, 12] as const;

/** Their suprema are attained within ±12, or at their limits there to 1e-12. */
const SMOOTH = [
  "t*exp(-t^2)",
  "sin(t+sin(t+sin(t)))",
  "tanh(t)^2*t-t",
  "cos(t)-cos(t+1e-7)",
  "(1+t^2)^(-1/3)",
  "erf(sin(2*t))*tanh(t)",
  "log(1+exp(2*t))-asinh(exp(t))",
  "exp(-t^2)*sin(5*t)/(2+cos(t))",
  "t^5/(1+t^4)-t",
  "sin(t)*exp(-t^2/8)+atan(t)/(1+t^2)",
];

test("sollya finds no supremum above those that are certified, and those that are attained", { timeout: 120_000 }, ({
  skip,
}) => {
  const found = sollyaSuprema(SMOOTH, WITHIN);
  if (found === null) {
    skip("sollya is not installed");
    return;
  }
  SMOOTH.forEach((text, i) => {
    const { supremum, lipschitz, smoothness } = expressionActivation(text).certificate;
    [supremum, lipschitz, smoothness].forEach(({ low, high, at }, k) => {
      const truth = found[i][k];
      expect(truth, `${text}, ${k}`).toBeGreaterThan(0);
      expect(truth, `${text}, ${k}`).toBeLessThanOrEqual(high * (1 + 1e-13));
      if (Math.abs(at) <= WITHIN[1]) expect(low, `${text}, ${k}, at ${at}`).toBeLessThanOrEqual(truth * (1 + 1e-13));
    });
  });
});

describe("mpmath", () => {
  test("integrates to what is within the proved errors", { timeout: 120_000 }, ({ skip }) => {
    const activations = SMOOTH.map((text) => expressionActivation(text));
    const found = mpmathExpectations(activations.map(({ formulas }) => formulas));
    if (found === null) {
      skip("python3-mpmath is not installed");
      return;
    }
    activations.forEach(({ id, gaussian }, i) => {
      const claimed = [gaussian.mean, gaussian.secondMoment, gaussian.derivativeSecondMoment];
      claimed.forEach(({ value, error, proven }, j) => {
        expect(proven, id).toBe(true);
        // mpmath's own error, and the rounding of its digits to a double.
        expect(Math.abs(value - found[i][j]), `${id}, ${j}`).toBeLessThanOrEqual(
          error + 1e-15 * Math.abs(found[i][j]) + 1e-18,
        );
      });
    });
  });
});
