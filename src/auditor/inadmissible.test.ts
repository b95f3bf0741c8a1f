import { describe, expect, test } from "vitest";
import type { Claim } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { inadmissible } from "./inadmissible.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";

const degree = parameter({ name: "degree", domain: integers(0, 9) });
const d = parameter({ name: "d", domain: integers(1, 1000), size: true });

type Given = { readonly degree: number; readonly d: number };

/** A claim of even degrees below 8, and of degree 6 where d is odd alone, at sizes from 100 on. */
const claim = defineClaim({
  id: "even",
  label: "Even",
  kind: "deterministic",
  quote: "x",
  latex: "x",
  nonClaims: [],
  parameters: [degree, d],
  hypotheses: [
    { latex: "d \\ge 100", parameter: d, least: () => 100 },
    {
      latex: "\\text{even}",
      holds: ({ degree }: Given) => (degree === 7 ? null : degree % 2 === 0),
      because: ({ degree }: Given) => `the degree is ${degree}`,
    },
  ],
  draw: nothing,
  observed: () => 0,
  relation: "<=",
  forms: {
    printed: {
      bound: () => 1,
      hypotheses: [
        { latex: "\\text{small}", holds: ({ degree, d }: Given) => degree < 8 && (degree !== 6 || d % 2 === 1) },
      ],
    },
  },
  cells: [{ degree: [2], d: [4] }],
  mutants: { none: { bound: () => -1, at: { degree: 2, d: 100 } } },
});

describe("a value of a parameter", () => {
  const reason = (name: string, value: number, changes: Partial<Claim> = {}) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    inadmissible({ ...claim, ...changes } as Claim, name, value);

  test("is admissible where no hypothesis but one on sizes fails", () => {
    for (const value of [0, 2, 4]) expect(reason("degree", value)).toBeNull();
    expect(reason("d", 1)).toBeNull();
  });

  test("is not where another fails, or is not known to hold, of the claim or its printed form", () => {
    expect(reason("degree", 3)).toBe("\\text{even} fails: the degree is 3");
    expect(reason("degree", 7)).toBe("\\text{even} is undecided: the degree is 7");
    expect(reason("degree", 8)).toBe("\\text{small} fails");
  });

  test("is looked at with the others as at the witness, or a default cell", () => {
    expect(reason("degree", 6)).toBe("\\text{small} fails");
    expect(reason("degree", 6, { witness: { degree: 2, d: 101 } })).toBeNull();
    expect(reason("d", 5, { witness: { degree: 3, d: 101 } })).toBe("\\text{even} fails: the degree is 3");
  });

  test("of another claim's parameter says nothing", () => {
    expect(reason("gamma", 3)).toBeNull();
  });

  test("outside of its domain is refused", () => {
    expect(() => reason("degree", 10)).toThrow("degree is 10; it must be an integer from 0 to 9");
  });
});
