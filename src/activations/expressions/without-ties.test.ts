import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveActivation } from "../resolve-activation.js";
import type { Node } from "./node.js";
import { piecewiseAffine } from "./piecewise-affine.js";
import { toDouble } from "./rational.js";
import { withoutTies } from "./without-ties.js";

const number = (value: number): Node =>
  value < 0 ? { kind: "negate", of: { kind: "number", value: -value } } : { kind: "number", value };

/** Sums, multiples, |u|, max and min of t and eighths: doubles have all of their digits. */
const { affine } = fc.letrec<{ affine: Node }>((tie) => ({
  affine: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constant<Node>({ kind: "variable" }),
    fc.integer({ min: -32, max: 32 }).map((i) => number(i / 8)),
    tie("affine").map((of): Node => ({ kind: "unary", name: "abs", of })),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom("+" as const, "-" as const),
      left: tie("affine"),
      right: tie("affine"),
    }),
    fc.record({
      kind: fc.constant("extreme" as const),
      name: fc.constantFrom("max" as const, "min" as const),
      of: fc.array(tie("affine"), { minLength: 2, maxLength: 3 }),
    }),
    fc
      .tuple(fc.integer({ min: -3, max: 3 }), tie("affine"))
      .map(([c, right]): Node => ({ kind: "binary", operator: "*", left: number(c), right })),
  ),
}));

/** What an expression of these is at t. */
function at(n: Node, t: number): number {
  if (n.kind === "number") return n.value;
  if (n.kind === "variable") return t;
  if (n.kind === "negate") return -at(n.of, t);
  if (n.kind === "unary") return Math.abs(at(n.of, t));
  if (n.kind === "extreme") return Math[n.name](...n.of.map((part) => at(part, t)));
  if (n.kind !== "binary") throw new Error(n.kind);
  const [u, v] = [at(n.left, t), at(n.right, t)];
  return n.operator === "*" ? u * v : n.operator === "+" ? u + v : u - v;
}

const POINTS = Array.from({ length: 257 }, (_, i) => (i - 128) / 16);

test("pieces, and what has no ties, are what the expression is", () => {
  let rewritten = 0;
  fc.assert(
    fc.property(affine, (n) => {
      const pieces = piecewiseAffine(n);
      if (!pieces) return;
      const other = withoutTies(n);
      if (JSON.stringify(other) !== JSON.stringify(n)) rewritten++;
      const off = POINTS.flatMap((t) => {
        const piece = pieces.breaks.filter((b) => toDouble(b) < t).length;
        const { value, slope } = pieces.lines[piece];
        return [toDouble(value) + toDouble(slope) * t - at(n, t), at(other, t) - at(n, t)];
      });
      // Breaks may be thirds.
      expect(Math.max(...off.map(Math.abs))).toBeLessThan(1e-9);
    }),
    { numRuns: 800, seed: 1 },
  );
  expect(rewritten).toBeGreaterThan(100);
});

test.each([
  ["abs(abs(t)-t)/2", [0], 0.5],
  ["abs(t-abs(t-abs(t)))", [0], 5],
  ["max(0,abs(t)-t)", [0], 2],
  ["abs(max(0,t)-t)", [0], 0.5],
  ["abs(abs(abs(t)-1)-t+1)", [-1, 0, 1], 2],
  ["max(t,t,2*t-t)", [], 1],
])("%s has its kinks at %j", (id, kinks, slopes) => {
  const psi = resolveActivation(id);
  expect(psi.kinks).toEqual(kinks);
  const { value, error, proven } = psi.gaussian.derivativeSecondMoment;
  expect(proven).toBe(true);
  expect(Math.abs(value - slopes)).toBeLessThanOrEqual(error);
});
