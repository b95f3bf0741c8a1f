import { expect, test } from "vitest";
import { gammaKernel, logIncompleteGamma } from "./log-incomplete-gamma.js";
import { callTable } from "./testing/call-table.js";

// mpmath with 40 digits, by the series and the continued fraction: around the reach of Temme's expansion, and where it
// would be off by more than is stated.
test.each([
  [-0.9, -14031.269698821252],
  [-0.6, -3167.9207212320775],
  [-0.26, -415.22906252183463],
  [-0.24, -348.46677229155983],
  [0.24, -252.98534672061285],
  [0.26, -293.06168977482946],
  [0.9, -2586.8801292694366],
])("log of the tail from 10⁴(1 + %d) on", (e, truth) => {
  const over = 1e4 * e;
  const { logLower, logUpper } = logIncompleteGamma(1e4, 1e4 + over, over);
  const error = Math.abs((e < 0 ? logLower : logUpper) - truth);
  expect(error).toBeLessThan(1e-13 + 1e-15 * Math.abs(truth));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("kernels and tails to the last bit", () => {
  const shapes = [5e-301, 1e-9, 0.4, 0.999, 1, 2, 60, 1e6, 2 ** 53];
  const calls = shapes.flatMap((a) =>
    [1e-300, 1e-3, 0.4, 0.49, 0.5, 0.99, 1, 1.5, 2, 2.1, 40]
      .map((part) => (a < 1 ? part : part * a))
      .map((x) => [a, x, x - a] as const),
  );
  expect(callTable(gammaKernel, calls)).toMatchSnapshot();
  expect(callTable(logIncompleteGamma, [...calls, [2, 0, -2], [0.5, -1, -1.5]])).toMatchSnapshot();
});
