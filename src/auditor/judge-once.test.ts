import { describe, expect, test } from "vitest";
import type { Enclosure } from "../chance/enclosure.js";
import { AuditError } from "./audit-error.js";
import { judgeOnce } from "./judge-once.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

type Relation = "<=" | ">=" | "=";

function judged(observed: Enclosure, bound: number, relation: Relation, changes: Record<string, unknown> = {}) {
  const kind = relation === "=" ? "identity" : "deterministic";
  const claim = madeUp({ kind, relation, observed: () => observed, ...changes });
  return judgeOnce(statementOf(claim, { gamma: 0.1 }), { gamma: 0.1 }, bound);
}

test.each([
  [1, 2, "<=", "supported", "the left side is 1; to hold it must be ≤ 2, and it is"],
  [3, 2, "<=", "refuted", "the left side is 3; to hold it must be ≤ 2, and it is not"],
  [3, 2, ">=", "supported", "the left side is 3; to hold it must be ≥ 2, and it is"],
  [1, 2, ">=", "refuted", "the left side is 1; to hold it must be ≥ 2, and it is not"],
  [2, 2, "=", "supported", "the left side is 2; to hold it must be = 2, and it is"],
  [
    { lower: 1, upper: 3 },
    2,
    "<=",
    "inconclusive",
    "the left side is between 1 and 3; to hold it must be ≤ 2, and it cannot be told whether it is",
  ],
] as const)("%j against %d, %s: %s", (observed, bound, relation, verdict, reason) => {
  expect(judged(observed, bound, relation)).toMatchObject({
    verdict,
    reason,
    bound,
    method: "exact",
    alpha: null,
    draws: null,
  });
});

test("an equality holds within what the claim resolves", () => {
  const wide = { lower: 1.9, upper: 2.1 };
  expect(judged(wide, 2, "=").verdict).toBe("inconclusive");
  expect(judged(wide, 2, "=", { resolution: () => 0.5 }).verdict).toBe("supported");
  // Only identities have one.
  expect(judged(wide, 2, "<=", { resolution: () => 0.5 }).verdict).toBe("inconclusive");
});

test.each([
  [() => Number.NaN, "resolution: it is NaN; it must be a finite number ≥ 0"],
  [() => -1, "resolution: it is -1; it must be a finite number ≥ 0"],
  [() => "x", 'resolution: it is "x"; it must be a finite number ≥ 0'],
  [
    (): never => {
      throw new TypeError("x is undefined");
    },
    "resolution threw: x is undefined",
  ],
])("a resolution that is none, or throws, names the claim and the cell", (resolution, said) => {
  const asked = () => judged(1, 2, "=", { resolution });
  expect(asked).toThrow(AuditError);
  expect(asked).toThrow(`made-up (printed) at {"gamma":0.1}: ${said}`);
});

describe("what is measured", () => {
  const wide = { lower: 1, upper: 4 };
  test("is the end that supports", () => {
    expect(judged(wide, 8, "<=").observedQuantile).toBe(4);
    expect(judged(wide, 0.5, ">=").observedQuantile).toBe(1);
    expect(judged({ lower: 1, upper: Infinity }, 8, "<=").observedQuantile).toBeNull();
  });

  test.each([
    [wide, 8, "<=", 1 / 8],
    [wide, 0.5, ">=", 8],
    [wide, 2, "=", 2],
    [{ lower: 1, upper: 9 }, 2, "=", 0.5],
    [wide, 0, "<=", null],
    [wide, -1, "<=", null],
    [{ lower: 0, upper: 4 }, 8, "<=", null],
    [{ lower: -1, upper: 4 }, 8, "<=", null],
    [{ lower: 1, upper: Infinity }, 8, "<=", null],
  ] as const)(
    "and the multiple of the bound that would fail: %j, %d, %s: %s",
    (observed, bound, relation, multiple) => {
      expect(judged(observed, bound, relation).refutedMultiple).toBe(multiple);
    },
  );
});
