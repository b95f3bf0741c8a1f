import { expect, test } from "vitest";
import { isJsonObject, type Json } from "../json.js";
import { searchClaim } from "./search-claim.js";
import { readSearched, type Searched, writeSearched } from "./searched.js";
import { sizes } from "./testing/plain-plants.js";

const claim = sizes(
  "kept",
  (n) => n,
  () => 7,
);

async function searched(candidates: number): Promise<Searched> {
  const result = await searchClaim({ claim }, { candidates });
  return { result, found: null, seconds: 1, coreSeconds: 1 };
}

/** As it comes back from a file, with some of its effort left out or changed. */
async function kept(change: (effort: Record<string, Json>) => void): Promise<Json> {
  const json: Json = JSON.parse(JSON.stringify(writeSearched(await searched(100))));
  if (!isJsonObject(json) || !isJsonObject(json.effort)) throw new Error("no effort");
  const effort: Record<string, Json> = { ...json.effort };
  change(effort);
  return { ...json, effort };
}

test("what is written is read again", async () => {
  const before = await searched(100);
  expect(readSearched(JSON.parse(JSON.stringify(writeSearched(before))))).toEqual(before);
  const cut = {
    ...before,
    result: {
      ...before.result,
      effort: { ...before.result.effort, unfinished: "time" as const, unlisted: ["n"], unmet: ["n \\ge 7", "m"] },
    },
  };
  expect(readSearched(JSON.parse(JSON.stringify(writeSearched(cut))))).toEqual(cut);
});

test.each<[string, Json]>([
  ["unfinished", "soon"],
  ["unlisted", "n"],
  ["unmet", [1]],
  ["exhausted", 1],
  ["failure", 3],
])("%s that is %j is none", async (name, value) => {
  const wrong = await kept((effort) => {
    effort[name] = value;
  });
  expect(readSearched(wrong)).toBeUndefined();
});
