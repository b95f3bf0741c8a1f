import { describe, expect, test } from "vitest";
import { AuditError } from "./audit-error.js";
import { checkedEnclosure } from "./checked-enclosure.js";
import { checkedProbability } from "./checked-probability.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const statement = statementOf(madeUp(), { gamma: 0.1 });

describe("what was observed", () => {
  test.each([
    [2, [2, 2]],
    [-0, [-0, -0]],
    [{ lower: 1, upper: 2 }, [1, 2]],
    [{ lower: 1, upper: 1 }, [1, 1]],
    [{ lower: -Infinity, upper: 3 }, [-Infinity, 3]],
    [{ lower: 3, upper: Infinity }, [3, Infinity]],
    [{ lower: -Infinity, upper: Infinity }, [-Infinity, Infinity]],
  ])("is %j: %j", (observed, ends) => {
    expect(checkedEnclosure(statement, observed, "draw 7")).toEqual(ends);
  });

  test.each([
    [Number.NaN, "NaN"],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
    ["2", '"2"'],
    [null, "null"],
    [undefined, "missing"],
    [[1, 2], "[1,2]"],
    [{ lower: 1 }, '{"lower":1}'],
    [{ upper: 1 }, '{"upper":1}'],
    [{ lower: 2, upper: 1 }, "[2, 1]"],
    [{ lower: 1, upper: Number.NaN }, "[1, NaN]"],
    [{ lower: Number.NaN, upper: 1 }, "[NaN, 1]"],
    [{ lower: "1", upper: 2 }, '["1", 2]'],
    [{ lower: 1, upper: "2" }, '[1, "2"]'],
    [{ lower: Object.create(null), upper: 1 }, "[{}, 1]"],
    [{ lower: Infinity, upper: Infinity }, "[Infinity, Infinity]"],
    [{ lower: -Infinity, upper: -Infinity }, "[-Infinity, -Infinity]"],
  ])("is refused: %j", (observed, shown) => {
    const attempt = () => checkedEnclosure(statement, observed, "draw 7");
    expect(attempt).toThrow(AuditError);
    expect(attempt).toThrow(`draw 7 observed ${shown}; it must be a finite number or { lower, upper } that hold one`);
  });

  test("is refused where an end throws", () => {
    const observed = {
      get lower(): number {
        throw new TypeError("an end");
      },
      upper: 1,
    };
    const attempt = () => checkedEnclosure(statement, observed, "draw 7");
    expect(attempt).toThrow(AuditError);
    expect(attempt).toThrow("draw 7 observed ends that throw: an end");
  });
});

describe("a probability", () => {
  test.each([
    [null, null],
    [
      { logLower: -2, logUpper: -1 },
      { logLower: -2, logUpper: -1 },
    ],
    [
      { logLower: -1, logUpper: -1 },
      { logLower: -1, logUpper: -1 },
    ],
    [
      { logLower: -Infinity, logUpper: 0 },
      { logLower: -Infinity, logUpper: 0 },
    ],
    // A rounding above 1.
    [
      { logLower: -1e-12, logUpper: 1e-6 },
      { logLower: -1e-12, logUpper: 0 },
    ],
    [
      { logLower: 0, logUpper: 1e-12 },
      { logLower: 0, logUpper: 0 },
    ],
  ])("is %j: %j", (computed, probability) => {
    expect(checkedProbability(computed)).toEqual(probability);
  });

  test.each([
    [{ logLower: -1, logUpper: -2 }, "its logarithms are [-1, -2]; they must be"],
    [{ logLower: -1, logUpper: 1.1e-6 }, "its logarithms are [-1, 0.0000011]"],
    [{ logLower: 1e-12, logUpper: 1e-12 }, "its logarithms are [1e-12, 1e-12]"],
    [{ logLower: Number.NaN, logUpper: 0 }, "its logarithms are [NaN, 0]"],
    [{ logLower: -1, logUpper: Number.NaN }, "its logarithms are [-1, NaN]"],
    [{ logLower: -1 }, 'it is {"logLower":-1}; it must be { logLower, logUpper }'],
    [{ logLower: "-1", logUpper: 0 }, 'it is {"logLower":"-1","logUpper":0}; it must be'],
    [0.5, "it is 0.5; it must be { logLower, logUpper }"],
    [undefined, "it is missing; it must be"],
    [[-1, 0], "it is [-1,0]; it must be"],
  ])("is refused: %j", (computed, message) => {
    expect(() => checkedProbability(computed)).toThrow(RangeError);
    expect(() => checkedProbability(computed)).toThrow(message);
  });
});
