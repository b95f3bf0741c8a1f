import { expect, test } from "vitest";
import { audit } from "./audit.js";
import { defineClaim } from "./define-claim.js";
import type { Domain } from "./domain.js";
import { either, finiteReals, integers, oneOf, openInterval, positiveReals, realsFrom, restricted } from "./domains.js";
import { leastCell } from "./least-cell.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";
import { someMember } from "./some-member.js";

const isEven = (n: number) => n % 2 === 0;

/** n + 1 > n, for n ≥ `least` of a domain. */
function claimOf(domain: Domain<number>, least: number) {
  const n = parameter({ name: "n", domain });
  return defineClaim({
    id: "beyond",
    label: "(1)",
    kind: "deterministic",
    quote: "n + 1 ≥ n",
    latex: "n + 1 \\ge n",
    nonClaims: [],
    parameters: [n],
    hypotheses: [{ latex: String.raw`n \ge m`, parameter: n, least: () => least }],
    draw: nothing,
    observed: (_, { n }) => n + 1,
    relation: ">=",
    forms: { printed: { bound: ({ n }) => n } },
    cells: [{ n: ["least"] }],
    mutants: { two: { bound: ({ n }) => n + 2, at: { n: Number(someMember(domain)) } } },
  });
}

test.each([
  { domain: integers(1, 100), least: 6.5, n: 7 },
  { domain: restricted(integers(1, 100), "that is even", isEven), least: 6.5, n: 8 },
  { domain: restricted(integers(1, 100), "that is even", isEven), least: -3, n: 2 },
  { domain: restricted(integers(1, 99), "that is even", isEven), least: 200, n: 98 },
  { domain: restricted(realsFrom(0.5), "that is whole", Number.isInteger), least: 2.25, n: 3 },
  { domain: oneOf(256, 16, 64), least: 0, n: 16 },
  { domain: oneOf(256, 16, 64), least: 17, n: 64 },
  { domain: either(oneOf(100, 1000), integers(5, 10)), least: 1, n: 5 },
  { domain: either(oneOf(100, 1000), integers(5, 10)), least: 11, n: 100 },
  { domain: positiveReals(), least: 2.5, n: 2.5 },
])("least of $domain.mustBe from $least on is $n", async ({ domain, least, n }) => {
  const claim = claimOf(domain, least);
  const cell = leastCell(claim, { n: "least" });
  expect(cell).toEqual({ n });
  expect(await audit({ claim, cell })).toMatchObject({ verdict: n >= least ? "supported" : "not-applicable" });
});

test.each([
  { domain: openInterval(0, 1), member: 0.5 },
  { domain: openInterval(0, 5), member: 1 },
  { domain: finiteReals(), member: 1 },
  { domain: oneOf("b", "a"), member: "b" },
])("a member of $domain.mustBe to start from is $member", ({ domain, member }) => {
  expect(someMember(domain)).toBe(member);
});
