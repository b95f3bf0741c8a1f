import { expect, it, test } from "vitest";
import { logNormalUpperTail } from "./normal-tail.js";
import { logStudentTail } from "./student-tail.js";
import { callTable } from "./testing/call-table.js";

/** What the docstring states. */
const tolerance = (log: number) => 4e-15 * (10 + Math.abs(log));
const POINTS = [0, 1e-200, 1e-8, 0.1, 0.9, 1, 1.7, 5, 100, 1e8, 1e100];

it("is Cauchy's law for one degree of freedom: arctan(1/t)/π", () => {
  for (const t of POINTS) {
    const expected = Math.log(Math.atan2(1, t) / Math.PI);
    expect(Math.abs(logStudentTail(1, t) - expected), `t ${t}`).toBeLessThanOrEqual(tolerance(expected));
  }
});

it("is (1 − t/√(2 + t²))/2 = 1/(√(2 + t²)(√(2 + t²) + t)) for two degrees of freedom", () => {
  for (const t of POINTS) {
    const root = Math.hypot(Math.SQRT2, t);
    const expected = -Math.log(root) - Math.log(root + t);
    expect(Math.abs(logStudentTail(2, t) - expected), `t ${t}`).toBeLessThanOrEqual(tolerance(expected));
  }
});

it("tends to the normal law, with the correction φ(t)·(t³ + t)/(4ν)", () => {
  for (const degrees of [1e8, 1e12, 2 ** 53])
    for (const t of [0, 0.01, 1, 3, 8]) {
      const density = Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      const normal = logNormalUpperTail(t);
      const expected = normal + Math.log1p((density * (t ** 3 + t)) / (4 * degrees) / Math.exp(normal));
      const rest = 1e-14 + (1 + t ** 8) / (degrees * degrees) + tolerance(expected);
      expect(Math.abs(logStudentTail(degrees, t) - expected), `ν ${degrees}, t ${t}`).toBeLessThanOrEqual(rest);
    }
});

it("is symmetric", () => {
  for (const degrees of [0.01, 0.7, 3, 1e5])
    for (const t of [0.1, 1, 7])
      expect(Math.exp(logStudentTail(degrees, t)) + Math.exp(logStudentTail(degrees, -t))).toBeCloseTo(1, 15);
});

it("names the argument that is out of range", () => {
  expect(() => logStudentTail(0, 1)).toThrow(new RangeError("degrees is 0; it must be in [1e-100, 2^53]"));
  expect(() => logStudentTail(1, Infinity)).toThrow(new RangeError("t is Infinity; it must be in [-1e150, 1e150]"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [1e-100, 0.5, 1, 4, 1e6, 2 ** 53].flatMap((degrees) =>
    [-1e150, -1, 0, 1e-9, 1, 2, 30, 1e150].map((t) => [degrees, t] as const),
  );
  expect(
    callTable(logStudentTail, [...calls, [1e-101, 1], [2 ** 54, 1], [1, 2e150], [1, Number.NaN]]),
  ).toMatchSnapshot();
});
