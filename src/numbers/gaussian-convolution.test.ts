import { expect, test } from "vitest";
import { gaussianConvolution } from "./gaussian-convolution.js";
import { onItsWord, polynomial } from "./integrand.js";
import { sidesBounds } from "./majorants/affine-bounds.js";
import { callTable } from "./testing/call-table.js";

const square = { ...polynomial([1, -2, 3]), far: { most: 5000, degree: 1 } };
const bump = {
  ...polynomial([1]),
  value: (t: number) => Math.abs(t),
  bounds: sidesBounds({ value: 0, slope: -1 }, { value: 0, slope: 1 }),
  kinks: [0],
  far: { most: 38.6, degree: 1 },
};

test("of 1 − 2t + 3t² is 1 − 2a + 3(a² + c²), and of |t| the mean of a folded normal variable", () => {
  for (const c of [1, 0.3, 1e-3])
    for (const a of [-3, 0, 1.5]) {
      const { value, error } = gaussianConvolution(square, c, 1e-9)!(a);
      expect(Math.abs(value - (1 - 2 * a + 3 * (a * a + c * c)))).toBeLessThanOrEqual(error);
      expect(error).toBeLessThan(1e-8);
    }
  const { value, error } = gaussianConvolution(bump, 1, 1e-9)!(0);
  expect(Math.abs(value - Math.sqrt(2 / Math.PI))).toBeLessThanOrEqual(error);
});

test("is null without majorants, and for what grows faster than a line", () => {
  expect(gaussianConvolution(onItsWord(Math.cos), 1, 1e-9)).toBeNull();
  expect(gaussianConvolution(polynomial([0, 0, 1]), 1, 1e-9)).toBeNull();
  expect(gaussianConvolution({ ...square, far: { most: Infinity, degree: 0 } }, 1, 1e-9)?.(0).error).toBe(Infinity);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  for (const f of [square, bump, { ...square, far: { most: 0, degree: 0 }, error: (t: number) => 1e-9 * Math.abs(t) }])
    for (const c of [1, 0.01])
      for (const enough of [1e-3, 1e-9, 1e-15]) {
        const at = gaussianConvolution(f, c, enough)!;
        expect(
          callTable(
            at,
            [-38, -3, 0, 0.7].map((a) => [a]),
          ),
        ).toMatchSnapshot();
      }
});
