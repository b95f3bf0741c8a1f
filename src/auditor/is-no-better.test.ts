import { describe, expect, test } from "vitest";
import { isNoBetter, knownWithout } from "./is-no-better.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const given = { gamma: 0.1 };
const statement = (changes: Record<string, unknown> = {}) => statementOf(madeUp(changes), given);

describe("what is known without a statement", () => {
  test("is what the claim says, given the logarithm of what is allowed", () => {
    expect(knownWithout(statement({ trivial: undefined }), given)).toBeNull();
    expect(knownWithout(statement({ trivial: () => 3 }), given)).toBe(3);
    const log = (_: unknown, allowed: number) => allowed;
    expect(knownWithout(statement({ trivial: log }), given)).toBeCloseTo(Math.log(0.1), 14);
    expect(knownWithout(statement({ kind: "deterministic", trivial: log }), given)).toBe(-Infinity);
  });

  test.each([
    [Number.NaN, "NaN"],
    ["3", '"3"'],
    [null, "null"],
  ])("is refused where it is %j", (trivial, shown) => {
    expect(() => knownWithout(statement({ trivial: () => trivial }), given)).toThrow(
      `trivial is ${shown}; it must be a number, Infinity where nothing is known`,
    );
    expect(() => knownWithout(statement({ relation: ">=", trivial: () => trivial }), given)).toThrow("−Infinity where");
  });

  test.each([
    ["<=", 0.9, false],
    ["<=", 1, true],
    ["<=", 1.1, true],
    [">=", 0.9, true],
    [">=", 1, true],
    [">=", 1.1, false],
  ] as const)("a bound %s %d says no more: %s", (relation, bound, vacuous) => {
    expect(isNoBetter(statement({ relation }), given, bound)).toBe(vacuous);
    expect(isNoBetter(statement({ relation, trivial: undefined }), given, bound)).toBe(false);
  });
});
