import { expect, test } from "vitest";
import { defineClaim } from "../../define-claim.js";
import { integers } from "../../domains.js";
import { gamma } from "../../gamma.js";
import { toJson } from "../../json.js";
import { nothing } from "../../nothing.js";
import { parameter } from "../../parameter.js";
import { portableQuestion, readQuestion, withClaim } from "../../portable-question.js";
import { statementOf } from "../../statement.js";
import { laddersOf } from "./ladders.js";
import { readRepair } from "./read-repair.js";
import { repairedBy } from "./repaired-by.js";

const n = parameter({ name: "n", about: "a size", domain: integers(1, 1e6), size: true });
const claim = defineClaim({
  id: "plant",
  label: "Plant",
  quote: "q",
  latex: "x",
  hypotheses: [],
  nonClaims: ["others"],
  kind: "whp",
  parameters: [n, gamma],
  draw: nothing,
  observed: () => 0,
  relation: "<=",
  trivial: () => 5,
  forms: { printed: { bound: ({ n, gamma }) => n * Math.log(1 / gamma) } },
  cells: [{ n: [1], gamma: [0.5] }],
  mutants: { none: { bound: () => -1, at: { n: 1, gamma: 0.5 } } },
});
const repairs = laddersOf(claim).flat();

test("every repair that may be tried arrives as it was sent, and changes the claim there as here", () => {
  const cell = { n: 7, gamma: 0.3 };
  const question = { claim, cell, form: "printed" } as const;
  for (const repair of repairs) {
    expect(readRepair(toJson(repair))).toEqual(repair);
    const arrived = withClaim(readQuestion(portableQuestion(question, repair)), claim);
    const [there, here] = [arrived.claim, repairedBy(claim, "printed", repair)].map((one) => statementOf(one, cell));
    expect(there.bound(cell, null)).toBe(here.bound(cell, null));
    expect(there.hypotheses.map(({ latex }) => latex)).toEqual(here.hypotheses.map(({ latex }) => latex));
  }
  expect(new Set(repairs.map(({ kind }) => kind)).size).toBe(7);
});

test.each([
  null,
  [],
  "n ≥ 2",
  {},
  { kind: "other", factor: 2 },
  { kind: "constant" },
  { kind: "constant", factor: -1 },
  { kind: "constant", factor: "2" },
  { kind: "share", divisor: null },
  { kind: "size", least: 2 },
  { kind: "size", parameter: 1, least: 2 },
  { kind: "size-log", parameter: "n", times: 0 },
])("%j is no repair, and no question has it", (x) => {
  expect(readRepair(x)).toBeNull();
  const question = { ...portableQuestion({ claim, cell: { n: 1, gamma: 0.5 } }), repair: x };
  expect(() => readQuestion(question)).toThrow("a question that arrived is none");
});
