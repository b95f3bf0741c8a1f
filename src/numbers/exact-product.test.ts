import fc from "fast-check";
import { expect, it, test } from "vitest";
import { exactProduct } from "./exact-product.js";
import { callTable } from "./testing/call-table.js";

/** x·2^1200 for a double x with |x| ≥ 2^-600: an integer, exactly. */
function scaled(x: number): bigint {
  const exponent = x === 0 ? 0 : Math.floor(Math.log2(Math.abs(x))) - 54;
  return BigInt(x * 2 ** -exponent) << BigInt(1200 + exponent);
}

const factor = fc
  .tuple(fc.integer({ min: -(2 ** 53 - 1), max: 2 ** 53 - 1 }), fc.integer({ min: -400, max: 300 }))
  .map(([mantissa, exponent]) => mantissa * 2 ** exponent);

it("gives product and rest that sum to x·y exactly", () => {
  fc.assert(
    fc.property(factor, factor, (x, y) => {
      const { product, rest } = exactProduct(x, y);
      expect(product).toBe(x * y);
      expect((scaled(product) + scaled(rest)) << 1200n).toBe(scaled(x) * scaled(y));
    }),
    { seed: 1, numRuns: 1000 },
  );
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const x = [0, 1 / 3, -0.1, 2 ** 53 - 1, 1e150, 1e-100];
  expect(
    callTable(
      exactProduct,
      x.flatMap((a) => x.map((b) => [a, b] as const)),
    ),
  ).toMatchSnapshot();
});
