import { describe, expect, test } from "vitest";
import { failureUpper } from "../../chance/confidence-limits.js";
import { normal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { logBinomialTail } from "./law-tails.js";
import { meetingPoint } from "./meeting-point.js";
import { logDifferingTail, logMicroscopicTail } from "./microscopic-law.js";

const [DRAWS, ALPHA] = [200, 1e-10];

/** The probability of more than y that so many draws leave possible at least. */
function surelyAbove(values: readonly number[], y: number): number {
  return 1 - failureUpper({ failures: values.filter((value) => value <= y).length, draws: values.length }, ALPHA);
}

describe.each([
  [3, 20, 1, 0.05],
  [4, 40, 1, 0.01],
  [4, 40, 1, 1e-6],
])("d = %i, k = %i, R = %d, ε = %d", (d, k, radius, epsilon) => {
  const ball = { d, k, radius, logEpsilon: Math.log(epsilon) };
  // From below: the best of random pairs of points, and what meets at one point.
  const draws = Array.from({ length: DRAWS }, (_, draw) => {
    const { around } = drawAround("relu", d, k, `micro ${draw}`);
    const bits = keyedStreams({ seed: "points", sampler: "t", parameters: {} })(draw)("points");
    const met = meetingPoint(around, radius, d);
    let most = met?.neurons.length ?? 0;
    for (let n = 0; n < 60; n++) {
      const [v, z] = [0, 0].map(() => Float64Array.from({ length: d }, () => normal(bits)));
      const [t, s] = [around.product(v), around.product(z)];
      const [rv, rz] = [radius / Math.hypot(...v), epsilon / Math.hypot(...z)];
      const differ = t.filter((c, i) => {
        const here = around.preActivations[i] + rv * c;
        return here > 0 !== here + rz * s[i] > 0;
      });
      most = Math.max(most, differ.length);
    }
    return { most, change: met?.size ?? 0 };
  });

  test("the bounds for the law are above what draws show", () => {
    for (let m = 0; m < 8; m++)
      expect(Math.exp(logDifferingTail(ball, m))).toBeGreaterThanOrEqual(
        surelyAbove(
          draws.map(({ most }) => most),
          m,
        ),
      );
    for (let y = 0.02; y < 2; y *= 1.3)
      expect(Math.exp(logMicroscopicTail(ball, y))).toBeGreaterThanOrEqual(
        surelyAbove(
          draws.map(({ change }) => change),
          y,
        ),
      );
  });

  test("at one point in place of a net they would not be: the mutant is caught", () => {
    const q = (4 * 1e-6 * Math.sqrt((d - 1) / (2 * Math.PI))) / (Math.sqrt(d) - radius);
    expect(Math.exp(logBinomialTail(k, q, 2))).toBeLessThan(
      surelyAbove(
        draws.map(({ most }) => most),
        1,
      ),
    );
  });
});

test("at the sizes of (23) more than 4d differ with a probability beyond every γ, at any size", () => {
  for (const [d, k, radius] of [
    [4, 2704, 1],
    [4, 2 ** 53, 1],
    [2 ** 53, 2704, 1e7],
    [1e6, 1e9, 500],
  ]) {
    const ball = { d, k, radius, logEpsilon: -(4 / 3) * Math.log(radius) - 4 * Math.log(k) };
    const log = logDifferingTail(ball, 4 * d);
    expect(log).toBeLessThan(-d);
    const y = 18 * Math.sqrt(d / k) * Math.sqrt(Math.log(4 * k));
    expect(logMicroscopicTail(ball, y)).toBeLessThan(-d);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("bounds at sizes of all kinds, to the last bit", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [3, 1],
    [3, 20],
    [40, 5],
    [40, 3000],
    [1e6, 2 ** 53],
  ])
    for (const radius of [1e-3, 1, Math.sqrt(d) * 0.99])
      for (const logEpsilon of [-200, -30, -3]) {
        const ball = { d, k, radius, logEpsilon };
        rows.push(
          `${d} ${k} ${radius} ${logEpsilon}: ${exactly({
            differing: [0, 1, 2, 2.5, k - 1, k, k + 1].map((m) => logDifferingTail(ball, m)),
            tails: [0, 0.1, 0.5, 1, 1.5, 3, 10].map((y) => logMicroscopicTail(ball, y)),
          })}`,
        );
        expect(logDifferingTail(ball, k)).toBe(-Infinity);
        expect(logMicroscopicTail(ball, 0)).toBe(0);
      }
  expect(rows).toMatchSnapshot();
});
