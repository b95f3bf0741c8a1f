import { expect, test } from "vitest";
import { checkClaim } from "./check-claim.js";
import { integers, oneOf, openInterval } from "./domains.js";
import { gamma } from "./gamma.js";
import { parameter } from "./parameter.js";
import { madeUp } from "./testing/made-up.js";

const n = parameter({ name: "n", domain: integers(1, 9) });
const word = parameter({ name: "w", domain: oneOf("a", "b") });
const bound = () => 1;
const at = { gamma: 0.1 };
const printed = { bound };
const trend = { grid: () => [], printedExponent: bound };

/** What is said of a made-up claim with these changes; null where nothing is. */
function said(changes: unknown): string | null {
  const isChange = typeof changes === "object" && changes !== null && !Array.isArray(changes);
  try {
    checkClaim(isChange ? { ...madeUp(), ...changes } : changes);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

const forms = (...changed: readonly Readonly<Record<string, unknown>>[]) =>
  changed.map((one) => ({ forms: { printed: { ...printed, ...one } } }));
const repaired = (changes: unknown) => ({ forms: { printed, repaired: changes } });
const mutants = (...changed: readonly unknown[]) => changed.map((one) => ({ mutants: { one } }));
const hypotheses = (...changed: readonly unknown[]) => changed.map((one) => ({ hypotheses: [one] }));
const draw = madeUp().draw;

const WRONG: readonly unknown[] = [
  null,
  [],
  "claim",
  ...[undefined, 1, "", "A", "a_b", "a".repeat(101)].map((id) => ({ id })),
  { bonud: 1 },
  { label: 1 },
  { quote: null },
  { latex: undefined },
  { quantity: 1 },
  { inProof: "yes" },
  { reading: "" },
  { reading: " " },
  { reading: 1 },
  { nonClaims: "x" },
  { nonClaims: ["x", 1] },
  { freeConstants: 1 },
  { freeConstants: { audited: 1 } },
  { freeConstants: { audited: "x", everyChoice: 1 } },
  { freeConstants: { audited: "x", every: 1 } },
  { observed: 1 },
  { parameters: 1 },
  { parameters: [1] },
  { parameters: [{ name: 1, resolve: bound }] },
  { parameters: [{ name: "n", resolve: 1 }] },
  { parameters: [gamma, gamma] },
  { parameters: [parameter({ name: "gamma", domain: openInterval(0, 2) })] },
  { draw: 1 },
  { draw: { ...draw, cost: 1 } },
  { draw: { ...draw, draw: 1 } },
  { draw: { ...draw, id: 1 } },
  { draw: { ...draw, parameters: 1 } },
  { draw: { ...draw, parameters: [n] } },
  { draw: { ...draw, parameters: ["q"] } },
  { hypotheses: 1 },
  ...hypotheses(
    1,
    { latex: 1, holds: bound },
    { latex: "x" },
    { latex: "x", holds: 1 },
    { latex: "x", holds: bound, because: 1 },
    { latex: "x", holds: bound, other: 1 },
    { latex: "x", parameter: 1, least: bound },
    { latex: "x", parameter: n, least: bound },
    { latex: "x", parameter: { name: 1 }, least: bound },
    { latex: "x", parameter: gamma },
    { latex: "x", parameter: gamma, least: 1 },
    { latex: "x", least: bound },
  ),
  { kind: "other" },
  { relation: "=" },
  { relation: "<" },
  { kind: "step", relation: "<", trivial: undefined },
  { resolution: bound },
  { region: {} },
  { range: bound },
  { trend },
  { kind: "step", strict: true },
  { trivial: 1 },
  { trivial: undefined },
  { trivial: undefined, relation: ">=" },
  { allows: 1 },
  { logAllows: 1 },
  { exact: 1 },
  { uncertainty: 1 },
  { allows: bound, logAllows: bound },
  { parameters: [n], cells: [{ n: [1] }], mutants: { one: { at: { n: 1 }, bound } } },
  { everyGamma: true, allows: bound },
  { everyGamma: true, parameters: [n], logAllows: bound },
  { kind: "step", region: 1 },
  { kind: "step", region: { method: "search", other: 1 } },
  { kind: "mean" },
  { kind: "mean", range: 1 },
  { kind: "trend" },
  { kind: "trend", trend: { ...trend, other: 1 } },
  { kind: "trend", trend: { ...trend, grid: 1 } },
  { kind: "trend", trend: { grid: trend.grid } },
  { kind: "trend", trend, relation: "=" },
  { kind: "trend", trend, resolution: bound },
  { kind: "identity", relation: "=", resolution: 1 },
  { forms: 1 },
  { forms: {} },
  { forms: { printed: 1 } },
  { forms: { printed, other: printed } },
  ...forms(
    { bound: 1 },
    { other: 1 },
    { observed: 1 },
    { hypotheses: 1 },
    { hypotheses: [{ latex: 1 }] },
    { refutedAt: 1 },
    { refutedAt: { gamma: 2 } },
    { allows: 1 },
    { allows: bound },
    { logAllows: bound },
  ),
  { allows: bound, forms: { printed: { bound, allows: bound, logAllows: bound } } },
  { kind: "step", trivial: undefined, forms: { printed: { bound, allows: bound } } },
  repaired(1),
  repaired({ bound, latex: "x" }),
  repaired({ bound, reason: "x" }),
  { mutants: 1 },
  { mutants: {} },
  ...mutants(
    1,
    { at },
    { at, bound: 1 },
    { at, observed: 1 },
    { at, bound, other: 1 },
    { at, bound, of: "repaired" },
    { at, bound, of: 1 },
    { bound },
    { at: { gamma: 1 }, bound },
    { at: { gamma: 0.1, q: 1 }, bound },
    { at, allows: bound },
  ),
  { allows: bound, mutants: { one: { at, allows: bound, logAllows: bound } } },
  { witness: 1 },
  { witness: {} },
  { witness: { gamma: 0.1, q: 2 } },
  { cells: 1 },
  { cells: [] },
  { cells: [1] },
  { cells: [{}] },
  { cells: [{ gamma: [] }] },
  { cells: [{ gamma: 0.1 }] },
  { cells: [{ gamma: [0.1, 2] }] },
  { cells: [{ gamma: [0.1], q: [1] }] },
  {
    parameters: [gamma, word],
    cells: [{ gamma: [0.1], w: ["least"] }],
    mutants: { one: { at: { gamma: 0.1, w: "a" }, bound } },
  },
  { uses: 1 },
  { uses: { other: [] } },
  { uses: { statement: 1 } },
  { uses: { proof: [1] } },
  { latex: "x".repeat(10_001) },
];

// Every message as it is.
test.each(WRONG)("what is no claim is refused, and why: %#", (wrong) => {
  expect(said(wrong)).toMatchSnapshot();
  expect(said(wrong)).not.toBeNull();
});

test.each<Readonly<Record<string, unknown>>>([
  {},
  { reading: "so", inProof: false, quantity: "x", freeConstants: { audited: "x", everyChoice: bound } },
  { cells: [{ gamma: ["least"] }, { gamma: bound }] },
  { kind: "step", relation: "=", trivial: undefined, region: { method: "search", note: "x" } },
  { kind: "mean", range: bound, trivial: undefined },
  { kind: "trend", trend, relation: "=", resolution: bound, trivial: undefined },
  { kind: "trend", trend: { ...trend, quantile: 0.5, draws: 8 }, trivial: undefined },
  { allows: bound, forms: { printed: { bound, allows: bound } }, mutants: { one: { at, logAllows: bound } } },
  { everyGamma: true, strict: true, exact: bound, uncertainty: bound },
  { uses: {} },
  { uses: { statement: ["a"], proof: [] } },
  { witness: at },
  {
    hypotheses: [
      { latex: "x", parameter: gamma, least: bound },
      { latex: "y", holds: bound, because: bound },
    ],
  },
  { mutants: { one: { at, observed: bound, of: "printed" } } },
  { id: "a".repeat(100) },
])("what is one is not: %#", (right) => {
  expect(said(right)).toBeNull();
});
