import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { type Strip, stripBounds } from "./strip-bounds.js";

/** |e^(x + iy)| ≤ e^|x|. */
const exp = (first: number, limit: number): Strip => ({ first, limit, modulus: (_, farthest) => Math.exp(farthest) });
/** |1/(1 − z)| ≤ 1/(1 − |z|). */
const geometric = (first: number): Strip => ({
  first,
  limit: 0.5,
  modulus: (_, farthest, radius) => 1 / (1 - Math.hypot(farthest, radius) * 0.5),
});

test("of e^t and of its derivatives are at least e^t/j! and not far above where the strip is wide", () => {
  for (const first of [0, 1, 2, 3]) {
    const a = stripBounds(exp(first, 10), -0.5, 1, 8);
    let factorial = 1;
    for (let j = 0; j <= 8; factorial *= ++j) {
      if (j < first) expect(a[j]).toBe(Infinity);
      else expect(a[j]).toBeGreaterThanOrEqual(Math.E / factorial);
      if (j >= first) expect(a[j]).toBeLessThan((40 * Math.E) / factorial);
    }
  }
});

test("the modulus is asked over discs that reach from the nearest to the farthest point", () => {
  const asked: (readonly number[])[] = [];
  const strip: Strip = { first: 1, limit: 2, modulus: (...at) => asked.push(at) };
  stripBounds(strip, -3, -1, 1);
  expect(asked[0]).toEqual([1, 3, 0]);
  expect(asked).toHaveLength(12);
  for (const [nearest, farthest, radius] of asked.slice(1)) {
    expect(nearest).toBe(Math.max(0, 1 - radius));
    expect(farthest).toBe(3 + radius);
  }
  expect(asked.slice(1).map(([, , radius]) => radius)).toEqual(
    [0.97, 0.92, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08].map((part) => part * 2),
  );
});

// Pinned to the last bit: an error bound that changes must be seen.
test("Cauchy's estimates to the last bit", () => {
  const strips = [0, 1, 2, 3].flatMap((first) => [
    exp(first, 3),
    geometric(first),
    { ...exp(first, 0.01), modulus: () => 0 },
  ]);
  const ends = [
    [-0.4, 0.7],
    [0.2, 0.3],
    [-2, -1],
  ] as const;
  expect(
    callTable(
      (i: number, low: number, high: number, order: number) => stripBounds(strips[i], low, high, order),
      strips.flatMap((_, i) => ends.flatMap(([low, high]) => [0, 1, 6].map((order) => [i, low, high, order] as const))),
    ),
  ).toMatchSnapshot();
});
