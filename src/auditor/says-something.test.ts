import { describe, expect, test } from "vitest";
import { saysSomething } from "./says-something.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const given = { gamma: 0.1 };
const statement = (changes: Record<string, unknown> = {}) => statementOf(madeUp(changes), given);

describe("a statement says something", () => {
  const says = (changes: Record<string, unknown>, sizes: Record<string, number> = {}) =>
    saysSomething(statement({ trivial: () => 2, ...changes }), given, sizes);
  const bound = (x: number | null) => ({ forms: { printed: { bound: () => x } } });

  test("where its bound is there and better than what is known", () => {
    expect(says({})).toBe(true);
    expect(says(bound(2))).toBe(false);
    expect(says(bound(null))).toBe(false);
    expect(says({ trivial: undefined, ...bound(5) })).toBe(true);
    expect(says({ trivial: undefined, ...bound(Infinity) })).toBe(false);
    expect(says({ relation: ">=", trivial: undefined, ...bound(-Infinity) })).toBe(false);
  });

  test("and nothing where it may fail always, or a hypothesis does not hold", () => {
    expect(says({ allows: () => 0.999 })).toBe(true);
    expect(says({ allows: () => 1 })).toBe(false);
    expect(says({ kind: "deterministic" })).toBe(true);
    expect(says({ hypotheses: [{ latex: "x", holds: () => true }] })).toBe(true);
    expect(says({ hypotheses: [{ latex: "x", holds: () => null }] })).toBe(false);
    expect(says({ hypotheses: [{ latex: "x", holds: () => false }] })).toBe(false);
    expect(says({ allows: () => Infinity, hypotheses: [{ latex: "x", holds: () => false }] })).toBe(false);
  });

  test("and nothing at sizes below the domain, or beyond all cells where it is not defined", () => {
    const throwing = {
      hypotheses: [
        {
          latex: "x",
          holds: () => {
            throw new RangeError("beyond");
          },
        },
      ],
    };
    expect(() => says(throwing, { d: 2 ** 53 })).toThrow("beyond");
    expect(says(throwing, { d: 2 ** 54 })).toBe(false);
    expect(says(throwing, { d: 2 ** 54, k: 1 })).toBe(false);
    const size = { name: "d", domain: { shape: { type: "integers", from: 1, to: 10 } } };
    expect(says({ parameters: [size] }, { d: 0.5 })).toBe(false);
    expect(says({ parameters: [size] }, { d: 1 })).toBe(true);
    expect(says({ parameters: [size] }, { k: 0.5 })).toBe(true);
    const real = { name: "d", domain: { shape: { type: "reals", from: 1, to: 10 } } };
    expect(says({ parameters: [real] }, { d: 0.5 })).toBe(false);
    const word = { name: "d", domain: { shape: { type: "texts", from: 1 } } };
    expect(says({ parameters: [word] }, { d: 0.5 })).toBe(true);
    expect(says({ parameters: [word, size] }, { d: 0.5 })).toBe(false);
  });
});
