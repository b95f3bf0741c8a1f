import { describe, expect, test } from "vitest";
import { failureLower, failureUpper } from "../chance/confidence-limits.js";
import { keyedStreams } from "../chance/streams.js";
import { drawOneStep } from "../networks/lines/one-step.js";
import { gradientTail } from "./gradient-tail.js";
import { relu } from "./relu.js";
import { resolveActivation } from "./resolve-activation.js";
import { tanh } from "./tanh.js";

describe("gradientTail", () => {
  test.each([
    ["relu", 1, 3],
    ["relu", 30, 40],
    ["leaky-relu", 9, 2],
    ["abs", 9, 4],
    ["identity", 30, 3],
    ["tanh", 400, 60],
    ["softplus", 2000, 40],
  ])("agrees with draws of the one-step law for %s, d = %d, k = %d", (id, d, k) => {
    // 3000 draws; each comparison fails with probability at most 2e-10 on honest draws.
    const activation = resolveActivation(id);
    const [draws, alpha] = [3000, 1e-10];
    const streams = keyedStreams({ seed: "gradient-tail", sampler: "one-step", parameters: { id, d, k } });
    const norms = Array.from(
      { length: draws },
      (_, i) => drawOneStep({ psi: activation, d, k }, streams(i)).gradientNorm,
    );
    const tail = gradientTail(activation, d, k);
    const mean = Math.sqrt(activation.gaussian.derivativeSecondMoment.value);
    for (const b of [0.9 * mean, mean]) {
      const failures = norms.filter((norm) => norm < b).length;
      const { logLower, logUpper } = tail?.(b) ?? { logLower: Number.NaN, logUpper: Number.NaN };
      expect(Math.exp(logUpper)).toBeGreaterThanOrEqual(failureLower({ failures, draws }, alpha));
      expect(Math.exp(logLower)).toBeLessThanOrEqual(failureUpper({ failures, draws }, alpha));
    }
    // It can fail: with twice the probability at the mean.
    const failures = norms.filter((norm) => norm < mean).length;
    expect(2 * Math.exp(tail?.(mean).logLower ?? 0)).toBeGreaterThan(failureUpper({ failures, draws }, alpha));
  });

  test("of the ReLU is 2^−k at least, since the gradient vanishes with every neuron", () => {
    expect(gradientTail(relu, 1000, 8)?.(1e-9).logLower).toBeCloseTo(-8 * Math.LN2, 9);
    expect(gradientTail(relu, 1000, 8)?.(0).logUpper).toBe(-Infinity);
  });

  test("encloses narrowly where d is large, and with k = 2^53 too", () => {
    const c = Math.sqrt(tanh.gaussian.derivativeSecondMoment.value);
    for (const [d, k] of [
      [1e15, 1e6],
      [2 ** 53, 2 ** 53],
    ]) {
      const { logLower, logUpper } = gradientTail(tanh, d, k)?.(c * (1 - 3 / Math.sqrt(k))) ?? {
        logLower: 0,
        logUpper: 1,
      };
      expect(logUpper - logLower).toBeLessThan(0.06);
    }
  });

  test("is null where the enclosure says little, or ψ' is not known to be Lipschitz", () => {
    expect(gradientTail(tanh, 5, 1000)).toBeNull();
    expect(gradientTail(tanh, 1000, 5)).toBeNull();
    expect(gradientTail(resolveActivation("max(t, 0.5*t) + 0.1*sin(t)"), 1000, 1000)).toBeNull();
  });
});
