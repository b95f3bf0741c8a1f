import { describe, expect, it } from "vitest";
import { parseExpression } from "../parse-expression.js";
import { stableForm } from "../stable-form.js";
import { phasedForm } from "./phased-form.js";
import { regionFunction } from "./region-function.js";
import { timesNear } from "./time-near.js";
import { torusBound } from "./torus-bound.js";

const phasedOf = (text: string) => phasedForm(stableForm(parseExpression(text)), 1)!;

describe("torusBound", () => {
  it.each([
    ["sin(t)*sin(sqrt(2)*t)", 0, 1],
    ["sin(t)+cos(sqrt(2)*t)*sin(pi*t)", 0, 2],
    ["sin(t)*sin(sqrt(2)*t)", 1, Math.SQRT2],
    // A ridge: sin(θ + φ) but for 1e-4 of it.
    ["sin(t)*sin(1.0001*t)", 1, 1.0001],
    ["exp(sin(t)+cos(sqrt(2)*t))", 0, Math.E ** 2],
  ] as const)("%s, derivative %s: %s", (text, k, truth) => {
    const phased = phasedOf(text);
    const F = regionFunction(phased, k, { from: 4, side: 1 });
    const { high, at } = torusBound(F, phased.frequencies.length, 0, 1200);
    expect(high).toBeGreaterThanOrEqual(truth * (1 - 1e-15));
    expect(high).toBeLessThan(truth * (1 + 1e-4));
    // Points of it are not above it.
    const there = F(at.map((x) => ({ lo: x, hi: x }))).v;
    expect(Math.abs(there.lo)).toBeLessThanOrEqual(high);
  });
});

describe("timesNear", () => {
  it("meets phases at times that it gives", () => {
    for (const [text, wanted] of [
      ["sin(t)+sin(sqrt(2)*t)", [1, -2]],
      ["sin(t)+sin(1.0001*t)", [0.5, 3]],
      ["sin(0.1*t)+sin(0.3*t)", [0, 3]],
      ["sin(t)+sin(sqrt(2)*t)+sin(pi*t)", [1, -2, 0.3]],
    ] as const) {
      const found = timesNear(
        phasedOf(text).frequencies.map((frequency) => frequency!),
        wanted,
        [20, 36, 56],
      );
      const distances = found.map(({ phases }) =>
        Math.max(...phases.map(({ lo, hi }, i) => Math.abs(Math.sin(((lo + hi) / 2 - wanted[i]) / 2)))),
      );
      expect(Math.min(...distances), text).toBeLessThan(1e-3);
      // In doubles, as far as they go.
      const near = found.find(({ t }) => Math.abs(t) < 1e7);
      if (!near) continue;
      phasedOf(text).frequencies.forEach((frequency, i) => {
        const phase = near.t * frequency!.range.lo;
        const { lo, hi } = near.phases[i];
        expect(Math.abs(Math.sin((phase - (lo + hi) / 2) / 2)), text).toBeLessThan(1e-7);
      });
    }
  });
});
