import { expect, test } from "vitest";
import { gaussianMixture } from "./gaussian-mixture.js";
import { logNormalUpperTail } from "./normal-tail.js";

const at = (a: number, b: number) => (z: number) =>
  z === -Infinity ? -Infinity : z === Infinity ? 0 : logNormalUpperTail(-(a * z + b));

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, of what rises, steps, is sure and is impossible", () => {
  const rising = [
    [1, 0.5],
    [2, -12],
  ].map(([a, b]) => gaussianMixture((low, high) => ({ logLower: at(a, b)(low), logUpper: at(a, b)(high) })));
  expect(rising).toMatchSnapshot();
  const step = gaussianMixture((low, high) => ({
    logLower: low >= 0.3 ? 0 : -Infinity,
    logUpper: high > 0.3 ? 0 : -Infinity,
  }));
  expect(step).toMatchSnapshot();
  expect(step.logLower).toBeLessThan(logNormalUpperTail(0.3));
  expect(step.logUpper).toBeGreaterThan(logNormalUpperTail(0.3));
  expect(gaussianMixture(() => ({ logLower: 0, logUpper: 0 }))).toMatchSnapshot();
  expect(gaussianMixture(() => ({ logLower: -3, logUpper: -1 }))).toMatchSnapshot();
  expect(gaussianMixture(() => ({ logLower: -Infinity, logUpper: -Infinity }))).toEqual({
    logLower: -Infinity,
    logUpper: -Infinity,
  });
});
