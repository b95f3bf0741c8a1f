import { expect, test } from "vitest";
import { KINDS, kindsWith } from "./kinds.js";

test("a kind without its facts, or with a member too few or too many, does not compile", () => {
  // @ts-expect-error the kind trend is missing
  const lacking: typeof KINDS = { ...KINDS, trend: undefined };
  const facts = KINDS.mean;
  // @ts-expect-error a mean has a range
  const forgotten: typeof facts = { ...facts, members: {} };
  // @ts-expect-error a mean has no region
  const strange: typeof facts = { ...facts, members: { range: true, region: true } };
  // @ts-expect-error a mean has no =
  const equal: typeof facts = { ...facts, relations: ["="] };
  expect([lacking.trend, forgotten.members, strange.members, equal.relations]).toHaveLength(4);
});

test("members know their kinds", () => {
  expect(kindsWith("uncertainty")).toEqual(["whp", "trend"]);
  expect(kindsWith("range")).toEqual(["mean"]);
  expect(kindsWith("forms")).toEqual([]);
});
