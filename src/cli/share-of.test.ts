import { expect, test } from "vitest";
import { madeUp } from "../auditor/testing/made-up.js";
import type { SearchJob } from "./search-options.js";
import { shareOf } from "./share-of.js";

const job = (key: string, coreSeconds = Infinity): SearchJob => ({
  key,
  question: { paper: "p", claim: madeUp(), form: "printed", seed: "1" },
  forms: ["a", "b", "c"],
  limit: { seconds: 60, coreSeconds },
});

test("a form has an even part of what those before it have left", () => {
  const used = new Map([["a", { seconds: 3, coreSeconds: 6 }]]);
  expect(shareOf(job("a"), used)).toEqual({ seconds: 20, coreSeconds: Infinity });
  expect(shareOf(job("b", 120), used)).toEqual({ seconds: 28.5, coreSeconds: 57 });
  // What is not known to have taken less has taken its part.
  expect(shareOf(job("c", 120), used)).toEqual({ seconds: 37, coreSeconds: 74 });
});
