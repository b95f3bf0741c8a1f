import { describe, expect, test } from "vitest";
import { failureLower, failureUpper } from "../chance/confidence-limits.js";
import { keyedStreams } from "../chance/streams.js";
import { drawOneStep } from "../networks/lines/one-step.js";
import { variableOf } from "../numbers/sums/gaussian-variable.js";
import { sumTail } from "../numbers/sums/sum-tail.js";
import { integrandOf } from "./activation-integrand.js";
import { catalogue } from "./catalogue.js";
import { relu } from "./relu.js";
import { resolveActivation } from "./resolve-activation.js";
import { sign } from "./sign.js";
import { valueTail } from "./value-tail.js";

describe("valueTail", () => {
  test.each(catalogue.map(({ id }) => id))("agrees with draws of the one-step law for %s", (id) => {
    // 3000 draws a width; each comparison fails with probability at most 2e-10 on honest draws.
    const psi = resolveActivation(id);
    const [draws, alpha] = [3000, 1e-10];
    for (const k of [1, 3, 20]) {
      const t = 0.8 * Math.sqrt(psi.gaussian.secondMoment.value);
      const streams = keyedStreams({ seed: "value-tail", sampler: "one-step", parameters: { id, k } });
      let count = 0;
      for (let draw = 0; draw < draws; draw++) {
        if (Math.abs(drawOneStep({ psi, d: 5, k }, streams(draw)).value) > t) count++;
      }
      const { logLower, logUpper } = valueTail(psi, k)?.(t) ?? { logLower: Number.NaN, logUpper: Number.NaN };
      expect(Math.exp(logUpper)).toBeGreaterThanOrEqual(failureLower({ failures: count, draws }, alpha));
      expect(Math.exp(logLower)).toBeLessThanOrEqual(failureUpper({ failures: count, draws }, alpha));
      // It can fail: a probability a quarter less would be told apart.
      expect(0.75 * Math.exp(logUpper)).toBeLessThan(failureLower({ failures: count, draws }, alpha));
    }
  });

  test("of the ReLU is continued by the contour beyond the widths of the closed form", () => {
    const general = sumTail(variableOf(integrandOf(relu, 0), integrandOf(relu, 1), { ...relu, signed: true }), 4096);
    for (const t of [0.3, 1, 4, 12, 26]) {
      const closed = valueTail(relu, 4096)?.(t);
      const contour = general?.(t * 64);
      expect(Math.abs((closed?.logUpper ?? 0) - (contour?.logUpper ?? 1) - Math.LN2)).toBeLessThan(1e-9);
    }
  });

  test("of the sign takes equality for no failure", () => {
    expect(valueTail(sign, 1)?.(1).logUpper).toBe(-Infinity);
    expect(valueTail(sign, 1)?.(0.999).logLower).toBeCloseTo(0, 9);
    // k = 2: |f| is √2 or 0, each with probability 1/2.
    expect(valueTail(sign, 2)?.(1).logUpper).toBeCloseTo(Math.log(0.5), 9);
    expect(valueTail(sign, 2)?.(Math.SQRT2).logUpper).toBe(-Infinity);
  });

  test("is 1 below 0, and null for what is not known to be Lipschitz", () => {
    expect(valueTail(relu, 7)?.(-1)).toEqual({ logLower: 0, logUpper: 0 });
    expect(valueTail(resolveActivation("t^2"), 7)).toBeNull();
  });
});

test.each(["1e-158*t", "1e155*t", "1e155*max(0,t)"])("of %s is that of its shape, in its units", (expression) => {
  const scale = Number.parseFloat(expression);
  const [own, shape] = [
    resolveActivation(expression),
    resolveActivation(expression.slice(expression.indexOf("*") + 1)),
  ];
  for (const k of [1, 3])
    for (const t of [0.5, 1.5]) {
      const [found, truth] = [valueTail(own, k)!(t * scale), valueTail(shape, k)!(t)];
      expect(Math.abs(found.logLower - truth.logLower)).toBeLessThan(1e-11);
      expect(Math.abs(found.logUpper - truth.logUpper)).toBeLessThan(1e-11);
    }
});
