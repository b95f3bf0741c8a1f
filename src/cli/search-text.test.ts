import { describe, expect, test } from "vitest";
import { searchClaim } from "../auditor/search/search-claim.js";
import type { SearchOptions, SearchResult } from "../auditor/search/searching.js";
import { sizes } from "../auditor/search/testing/plain-plants.js";
import { searchFiles } from "./search-files.js";
import { searchText } from "./search-text.js";

const claim = sizes(
  "own",
  (n) => n,
  (n) => (n > 1000 && n % 7 === 5 ? 7 : n),
);
const question = { claim, form: "printed", seed: "1" } as const;

const said = (result: SearchResult) => searchText(question, result, new Map(), 1).join("\n");
const first = [{ n: 125794422, m: 1 }];
const searched = (options: SearchOptions) => searchClaim(question, { candidates: 1, first, ...options });

/** A file that is a text. */
function textOf(content: unknown): string {
  if (typeof content !== "string") throw new Error("no text");
  return content;
}

describe("what came of a search, in words", () => {
  test("that it was not made simpler to the end, and why", async () => {
    const end = new AbortController();
    const cut = await searched({ until: end.signal, onFound: () => end.abort() });
    expect(said(cut)).toContain("; not made simpler to the end: the time was over; left side");
    const effort = { ...cut.effort, unfinished: "cells" } as const;
    expect(said({ ...cut, effort })).toContain("; not made simpler to the end: as many cells as may be were judged;");
    expect(said(await searched({}))).not.toContain("to the end");
  });

  test("what may be there besides what is known, and which hypotheses held nowhere", async () => {
    const none = await searchClaim(question, { candidates: 20, asked: { n: [1], m: [1] } });
    expect(said(none)).toMatch(/2 of them judged; there are no others; nearest/);
    const open = { ...none.effort, exhausted: false, unlisted: ["name"] };
    expect(said({ ...none, effort: open })).toContain("; no others are known, but name may be anything else;");
    const unmet = { ...none.effort, judged: 0, unmet: ["R \\ge 1", "n \\le m"] };
    expect(said({ ...none, effort: unmet })).toMatch(
      /no cell was found at which it says something; held at none of them: R ≥ 1 and n ≤ m$/,
    );
  });
});

describe("the table of searches", () => {
  const limit = { seconds: 1, coreSeconds: 1 };
  const doneWith = (own: typeof claim, result: SearchResult) => ({
    job: { key: "own/printed", question: { ...question, claim: own }, forms: ["own/printed"], limit },
    searched: { result, found: null, seconds: 1, coreSeconds: 1 },
    repaired: null,
  });
  const tableOf = (...done: Parameters<typeof searchFiles>[0][number][]) =>
    textOf(searchFiles(done, "search")["search.md"]);
  const known = {
    ...claim,
    forms: { printed: { ...claim.forms.printed, refutedAt: { n: 1006, m: 1 } } },
  } as typeof claim;

  test("counts forms that are known to be false apart where there are any, and only there", async () => {
    const [found, none] = [await searched({}), await searchClaim(question, { candidates: 1 })];
    expect(tableOf(doneWith(claim, found), doneWith(claim, found), doneWith(claim, none))).toContain(
      " 2 forms were refuted.\n",
    );
    expect(tableOf(doneWith(claim, found))).toContain(" 1 form was refuted.\n");
    expect(tableOf(doneWith(claim, none))).toContain(" 0 forms were refuted.\n");
    expect(tableOf(doneWith(known, found), doneWith(known, none), doneWith(claim, found))).toContain(
      " 1 of 2 forms that are known to be false was refuted, and 1 other.\n",
    );
  });

  test("says where no other cell is known", async () => {
    const none = await searchClaim(question, { candidates: 1 });
    const open = { ...none, effort: { ...none.effort, unlisted: ["name"] } };
    const table = tableOf(doneWith(claim, open));
    expect(table).toContain("| not refuted; no other cell is known |");
    expect(table).not.toContain("core-seconds at least");
  });

  test("says where the claim itself failed", async () => {
    const none = await searchClaim(question, { candidates: 1 });
    const failing = (changes: object) => tableOf(doneWith(claim, { ...none, effort: { ...none.effort, ...changes } }));
    expect(failing({ failed: 3 })).toContain("| not refuted; the claim itself failed at 3 cells |");
    expect(failing({ failed: 1, judged: 0 })).toContain("| never judged; the claim itself failed at 1 cell |");
    expect(failing({ judged: 0 })).toContain("| it says nothing at any cell that was looked at |");
  });

  test("searches.jsonl keeps what ended it", async () => {
    const end = new AbortController();
    const cut = await searched({ until: end.signal, onFound: () => end.abort() });
    const line: { effort: unknown } = JSON.parse(
      textOf(searchFiles([doneWith(claim, cut)], "search")["searches.jsonl"]),
    );
    expect(line.effort).toMatchObject({ unfinished: "time", unmet: [], unlisted: [] });
  });
});
