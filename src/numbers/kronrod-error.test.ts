import { describe, expect, it, test } from "vitest";
import { KRONROD, NODES } from "./gauss-kronrod.js";
import { kronrodError, RULE_ORDER } from "./kronrod-error.js";
import { affineBounds } from "./majorants/affine-bounds.js";
import { expBounds, sineBounds } from "./majorants/elementary-bounds.js";
import { densityBounds, type Majorant } from "./majorants/taylor-bounds.js";
import { callTable } from "./testing/call-table.js";

const ONE: Majorant = [1, ...Array.from({ length: RULE_ORDER }, () => 0)];

/** The rule over [−h, h]. */
const rule = (f: (t: number) => number, h: number) =>
  NODES.reduce((sum, x, i) => sum + h * KRONROD[i] * (i === 0 ? f(0) : f(h * x) + f(-h * x)), 0);

describe("kronrodError", () => {
  it.each([0.01, 0.5, 2, 5, 10, 20])("bounds what the rule leaves of e^t over ±%d, and not by far", (h) => {
    const bound = kronrodError(expBounds(-h, h, RULE_ORDER), ONE, h);
    const left = Math.abs(rule(Math.exp, h) - 2 * Math.sinh(h));
    expect(left).toBeLessThanOrEqual(bound + 1e-15 * Math.sinh(h));
    if (h <= 2) expect(bound).toBeLessThan(1e-14);
  });

  it("bounds it for sin(20t)² by no more than the size of the integral, where it is not resolved", () => {
    const a = sineBounds(0, 0, RULE_ORDER).map((x, j) => x * 40 ** j);
    const bound = kronrodError(a, ONE, 1);
    expect(bound).toBeLessThanOrEqual(4.1);
    expect(Math.abs(rule((t) => Math.sin(20 * t) ** 2, 1) - (1 - Math.sin(40) / 40))).toBeLessThanOrEqual(bound);
  });

  it("takes what is known of a function with a kink: 4h²·ℓ at most", () => {
    const lipschitz: Majorant = [1, 1];
    const bound = kronrodError(lipschitz, ONE, 1 / 8);
    expect(bound).toBeLessThanOrEqual(0.0626);
    expect(Math.abs(rule(Math.abs, 1 / 8) - 1 / 64)).toBeLessThanOrEqual(bound);
  });

  it("bounds a product with the normal density", () => {
    const f = affineBounds(0, 1)(1, 2, RULE_ORDER);
    const bound = kronrodError(f, densityBounds(1, 2, RULE_ORDER), 0.5);
    const phi = (t: number) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
    const truth = phi(1) - phi(2);
    expect(Math.abs(rule((s) => (1.5 + s) * phi(1.5 + s), 0.5) - truth)).toBeLessThanOrEqual(bound + 1e-16);
    expect(bound).toBeLessThan(1e-15);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const rough: readonly Majorant[] = [
    ONE,
    [1],
    [1, 3],
    [2, 0.1, 0.5],
    [Infinity, 1, 1],
    [],
    expBounds(-1, 1, 30),
    [1e300, 1e308, Infinity],
  ];
  const calls = rough.flatMap((f) =>
    [1e-300, 0.01, 0.7, 30].flatMap(
      (half) =>
        [
          [f, ONE, half],
          [ONE, f, half],
        ] as const,
    ),
  );
  expect(callTable((f: Majorant, g: Majorant, half: number) => kronrodError(f, g, half), calls)).toMatchSnapshot();
  expect(
    callTable(kronrodError, [
      [expBounds(0, 1, 24), ONE, 0.5, []],
      [expBounds(0, 1, 24), ONE, 0.5, [24, 3]],
    ]),
  ).toMatchSnapshot();
});
