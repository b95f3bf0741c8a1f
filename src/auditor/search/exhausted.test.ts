import { expect, test } from "vitest";
import { defineClaim } from "../define-claim.js";
import type { Domain, Value } from "../domain.js";
import { either, integers, oneOf, restricted, text } from "../domains.js";
import { nothing } from "../nothing.js";
import { type AnyParameter, parameter } from "../parameter.js";
import { searchClaim } from "./search-claim.js";
import { common } from "./testing/plant-parts.js";

/** A claim of one thing, which is true of the values that are listed. */
const about = (thing: AnyParameter, value: Value) =>
  defineClaim({
    ...common,
    id: "one-thing",
    kind: "step",
    parameters: [thing],
    draw: nothing,
    observed: (_, given) => (given[thing.name] === "abcd" ? 2 : 0),
    relation: "<=",
    forms: { printed: { bound: () => 1 } },
    cells: [{ [thing.name]: [value] }],
    mutants: { none: { bound: () => -1, at: { [thing.name]: value } } },
  });

const of = (domain: Domain, examples: readonly Value[] = []): AnyParameter =>
  parameter({ name: "thing", domain, examples });

const known = (domain: Domain<string>): AnyParameter =>
  parameter({
    name: "thing",
    domain,
    resolution: {
      resolve: (id: string) => id,
      valueOf: (id) => id,
      known: () => ["ab", "cd"],
      admit: () => "ab",
      about: () => ({ expression: null, provenance: null }),
    },
  });

test.each<[string, AnyParameter, Value]>([
  ["any text", of(text("a name")), "ab"],
  ["a word or any text", of(either<Value>(oneOf("ab"), text("a name"))), "ab"],
  ["a part of that", of(restricted(either<Value>(oneOf("ab"), text("a name")), "that is short", () => true)), "ab"],
  ["things that are known, of any text", known(text("a thing")), "ab"],
])("where there may be others, a search ends and says no more than that: %s", async (_, thing, value) => {
  const { row, effort } = await searchClaim({ claim: about(thing, value) }, { candidates: 5000 });
  expect(row).toBeNull();
  expect(effort).toMatchObject({ exhausted: false, unlisted: ["thing"] });
  expect(effort.candidates).toBeLessThan(100);
});

test.each<[string, AnyParameter, Value]>([
  ["choices", of(oneOf("ab", "cd")), "ab"],
  ["a text whose values are listed", of(text("a name"), ["ab", "cd"]), "ab"],
  ["a few integers", of(integers(1, 9)), 1],
  ["even ones", of(restricted(integers(1, 9), "that is even", (x) => x % 2 === 0)), 2],
  ["things that are known, of these words", known(oneOf("ab", "cd")), "ab"],
])("where there are no others, it is exhausted: %s", async (_, thing, value) => {
  const { effort } = await searchClaim({ claim: about(thing, value) }, { candidates: 5000 });
  expect(effort).toMatchObject({ exhausted: true, unlisted: [] });
});

test("values that were asked for are all there are", async () => {
  const asked = { thing: ["ab", "ef"] };
  const { effort } = await searchClaim({ claim: about(of(text("a name")), "ab") }, { candidates: 5000, asked });
  expect(effort).toMatchObject({ exhausted: true, unlisted: [] });
});

test("a text that somebody asks for is found", async () => {
  const asked = { thing: ["ab", "abcd"] };
  const { row } = await searchClaim({ claim: about(of(text("a name")), "ab") }, { candidates: 5000, asked });
  expect(row?.cell).toEqual({ thing: "abcd" });
});

test("many integers are not all looked at", async () => {
  const { effort } = await searchClaim({ claim: about(of(integers(1, 1e6)), 1) }, { candidates: 500 });
  expect(effort).toMatchObject({ exhausted: false, unlisted: [] });
});
