import { describe, expect, test } from "vitest";
import type { FormName } from "./claim.js";
import { formNames, statementOf, trueForm } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const given = { gamma: 0.1 };
const repaired = { latex: "y", reason: "a test", bound: () => 10 };

/** A claim of two forms, whose second has all that a form may have, and of mutants that spoil one side or none. */
const claim = madeUp({
  hypotheses: [{ latex: "H", holds: () => true }],
  observed: () => 1,
  exact: (_: unknown, bound: number) => ({ logLower: -bound, logUpper: -bound }),
  forms: {
    printed: { bound: (_: unknown, draw: number) => draw },
    repaired: {
      ...repaired,
      hypotheses: [{ latex: "R", holds: () => true }],
      observed: () => 2,
      allows: () => 0.2,
    },
  },
  mutants: {
    twice: { bound: (_: unknown, right: () => number) => 2 * right() },
    "by the draw": { bound: (_: unknown, right: () => number, draw: number) => right() + draw },
    left: { observed: () => 3 },
    often: { allows: () => 0.3 },
  },
});

function sides(form: FormName, mutant: string | null, draw = 5) {
  const { bound, observed, allowed, hypotheses, exact } = statementOf(claim, given, form, mutant);
  return {
    bound: bound(given, draw),
    observed: observed(draw, given),
    allowed: allowed(given)?.probability,
    hypotheses: hypotheses.map(({ latex }) => latex),
    exact: exact?.(given, 4) ?? null,
  };
}
const law = { logLower: -4, logUpper: -4 };

test("a form has its own sides, hypotheses and allowed probability, and the claim's where it has none", () => {
  expect(sides("printed", null)).toEqual({ bound: 5, observed: 1, allowed: 0.1, hypotheses: ["H"], exact: law });
  // The law is that of the claim's own left side.
  const own = { bound: 10, observed: 2, allowed: 0.2, hypotheses: ["H", "R"], exact: null };
  expect(sides("repaired", null)).toEqual(own);
});

test.each([
  ["printed", "twice", { bound: 10, observed: 1, allowed: 0.1, exact: law }],
  ["repaired", "twice", { bound: 20, observed: 2, allowed: 0.2, exact: null }],
  ["printed", "by the draw", { bound: 10, observed: 1 }],
  ["repaired", "by the draw", { bound: 15, observed: 2 }],
  ["printed", "left", { bound: 5, observed: 3, allowed: 0.1, exact: null }],
  ["repaired", "left", { bound: 10, observed: 3, allowed: 0.2, exact: null }],
  ["printed", "often", { bound: 5, observed: 1, allowed: 0.3, exact: law }],
  ["repaired", "often", { bound: 10, observed: 2, allowed: 0.3, exact: null }],
] as const)("a mutant spoils a side of a form and leaves the rest: %s, %s", (form, mutant, expected) => {
  expect(sides(form, mutant)).toMatchObject(expected);
});

test("only a statement of high probability allows failures or has a law", () => {
  const always = { ...claim, kind: "deterministic" };
  for (const mutant of [null, "often"]) {
    const statement = statementOf(madeUp(always), given, "repaired", mutant);
    expect(statement.allowed(given)).toBeNull();
    expect(statementOf(madeUp(always), given, "printed", mutant).exact).toBeNull();
  }
  expect(statementOf(madeUp(), given).exact).toBeNull();
});

test("a claim's functions are called as its members", () => {
  const counting = {
    offset: 7,
    observed(this: { readonly offset: number }) {
      return this.offset;
    },
  };
  expect(statementOf(madeUp(counting), given).observed(null, given)).toBe(7);
});

test("forms are listed, printed first, and the one that is to hold is the repaired one where the other is refuted", () => {
  const printed = { bound: () => 1 };
  const refuted = { ...printed, refutedAt: given };
  const forms = (all: unknown) => [formNames(madeUp({ forms: all })), trueForm(madeUp({ forms: all }))];
  expect(forms({ printed })).toEqual([["printed"], "printed"]);
  expect(forms({ printed: refuted })).toEqual([["printed"], "printed"]);
  expect(forms({ printed, repaired })).toEqual([["printed", "repaired"], "printed"]);
  expect(forms({ printed: refuted, repaired })).toEqual([["printed", "repaired"], "repaired"]);
});

describe("an error", () => {
  test("says which forms and mutants there are", () => {
    expect(() => statementOf(madeUp(), given, "repaired")).toThrow("form is repaired; it must be printed for made-up");
    // From JavaScript.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const strange = "other" as FormName;
    expect(() => statementOf(claim, given, strange)).toThrow(
      "form is other; it must be printed or repaired for made-up",
    );
    for (const name of ["never", "toString"])
      expect(() => statementOf(claim, given, "printed", name)).toThrow(
        `mutant is "${name}"; it must be one of twice, by the draw, left, often`,
      );
  });

  test("in a claim's function names the claim, the form, the cell and the function", () => {
    const broken = () => {
      throw new Error("broken");
    };
    const { bound, observed, allowed, exact } = statementOf(
      madeUp({ observed: broken, allows: broken, exact: broken, forms: { printed: { bound: broken } } }),
      given,
    );
    const named = 'made-up (printed) at {"gamma":0.1}: ';
    expect(() => bound(given, null)).toThrow(`${named}bound threw: broken`);
    expect(() => observed(null, given)).toThrow(`${named}observed threw: broken`);
    expect(() => allowed(given)).toThrow(`${named}what is allowed threw: broken`);
    expect(() => exact?.(given, 1)).toThrow(`${named}exact threw: broken`);
  });
});
