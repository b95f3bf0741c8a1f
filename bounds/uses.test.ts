import type { Claim } from "lemmacheck";
import { expect, test } from "vitest";
import { claims } from "./index.js";

/** What ends an argument, so that nothing rests on it: Section 1.2's heuristic, and a remark on both theorems. */
const ENDS: readonly string[] = ["step-window", "subexponential-width"];

const byId = new Map(claims.map((claim) => [claim.id, claim]));

/** The ids that a claim rests on directly. */
const usedBy = ({ uses }: Claim): readonly string[] => [...(uses?.statement ?? []), ...(uses?.proof ?? [])];

/** All that a claim rests on, at any remove; itself too, if there is a cycle through it. */
function restsOn(claim: Claim, found = new Set<string>()): ReadonlySet<string> {
  for (const id of usedBy(claim)) {
    if (found.has(id)) continue;
    found.add(id);
    const next = byId.get(id);
    if (next) restsOn(next, found);
  }
  return found;
}

test.each(claims)("$id rests on claims of the ledger, each named once, and nowhere on itself", (claim) => {
  const ids = usedBy(claim);
  expect(ids.filter((id) => !byId.has(id))).toEqual([]);
  expect(ids).toEqual([...new Set(ids)]);
  expect(restsOn(claim)).not.toContain(claim.id);
});

test("no list is empty: what rests on nothing says nothing", () => {
  const lists = claims.flatMap(({ uses }) => (uses ? [uses.statement, uses.proof] : []));
  expect(lists.filter((list) => list?.length === 0)).toEqual([]);
  expect(claims.filter((claim) => claim.uses && usedBy(claim).length === 0)).toEqual([]);
});

test("every step of a proof is used, but for those that end an argument", () => {
  const used = new Set(claims.flatMap(usedBy));
  const unused = claims.filter(({ id, kind }) => kind === "step" && !used.has(id)).map(({ id }) => id);
  expect(unused).toEqual(ENDS);
});

test.each(["theorem-1", "theorem-2"])("%s rests on Bernstein's inequality and the concentration of χ²", (id) => {
  const found = restsOn(byId.get(id)!);
  expect(found).toContain("bernstein");
  expect(found).toContain("chi-square");
});

test("neither theorem rests on the other, nor on what only the other's activation needs", () => {
  const [smooth, relu] = ["theorem-1", "theorem-2"].map((id) => restsOn(byId.get(id)!));
  expect(
    [...smooth].filter((id) => /^(theorem-2|proposition-[345]|sign-change|relu-moments|flip-count)/.test(id)),
  ).toEqual([]);
  expect([...relu].filter((id) => /^(theorem-1|proposition-[12])/.test(id))).toEqual([]);
});
