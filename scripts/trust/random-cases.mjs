import fc from "fast-check";
import { defineClaim } from "lemmacheck";
import { families } from "./claim-families.mjs";
import { someChanges } from "./harmless-changes.mjs";

const margins = fc.oneof(
  { arbitrary: fc.constant(1e-9), weight: 2 },
  fc.double({ min: 0.02, max: 0.5, noNaN: true }),
  fc.double({ min: 0.5, max: 4, noNaN: true }),
);

/** A claim, what is asked of it, and what is known of that. */
export const cases = fc
  .record({
    family: families,
    holds: fc.boolean(),
    margin: margins,
    otherHolds: fc.boolean(),
    otherMargin: margins,
    asksMutant: fc.boolean(),
    hypothesis: fc.constantFrom(...Array(6).fill("none"), "holds", "fails", "unknown"),
    changes: someChanges,
  })
  .map(({ family, holds, margin, otherHolds, otherMargin, asksMutant, hypothesis, changes }) => {
    const { kind, name, cell, body, right, continuous = false } = family;
    const asked = right(holds ? margin : -margin);
    const other = right(otherHolds ? otherMargin : -otherMargin);
    const [printed, mutant] = asksMutant ? [other, asked] : [asked, other];
    const knows = { holds: true, fails: false, unknown: null }[hypothesis];
    const claim = defineClaim({
      relation: "=",
      ...body,
      id: "random",
      label: "Random",
      quote: "random",
      latex: "x",
      kind,
      nonClaims: [],
      hypotheses: hypothesis === "none" ? [] : [{ latex: "h", holds: () => knows }],
      forms: { printed },
      cells: [Object.fromEntries(Object.entries(cell).map(([key, value]) => [key, [value]]))],
      mutants: { other: { ...mutant, bound: (given, _right, draw) => mutant.bound(given, draw), at: cell } },
    });
    const question = { claim, cell, mutant: asksMutant ? "other" : null };
    const open = hypothesis === "fails" ? "not-applicable" : hypothesis === "unknown" ? "inconclusive" : null;
    return { family: `${kind}, ${name}`, question, holds, margin, open, changes, continuous };
  });
