import { expect, test } from "vitest";
import { AuditError } from "../audit-error.js";
import { TookTooLong } from "../campaign/took-too-long.js";
import { defineClaim } from "../define-claim.js";
import { integers } from "../domains.js";
import { nothing } from "../nothing.js";
import { parameter } from "../parameter.js";
import { rowWith } from "../testing/row-with.js";
import { failureOf, readFailure } from "./kept-failure.js";
import { secondsOfKept, tryKept } from "./try-kept.js";

const n = parameter({ name: "n", about: "a number", domain: integers(1, 10) });
const claim = defineClaim({
  id: "own",
  label: "Own",
  quote: "q",
  latex: "x",
  hypotheses: [],
  nonClaims: ["others"],
  kind: "deterministic",
  parameters: [n],
  draw: nothing,
  observed: (_, { n }) => n,
  relation: "<=",
  forms: { printed: { bound: () => 5 } },
  cells: [{ n: [1] }],
  mutants: { none: { bound: () => -1, at: { n: 1 } } },
});

const kept = (cell: Record<string, number>, milliseconds = 0) =>
  failureOf(
    rowWith({ claim: "own", form: "printed", cell, verdict: "refuted", method: "exact", draws: null, milliseconds }),
  );

test("a kept failure is refuted again, passes, or is no cell any more", async () => {
  expect(await tryKept(kept({ n: 7 }), claim)).toMatchObject({ outcome: "refuted", row: { verdict: "refuted" } });
  expect(await tryKept(kept({ n: 5 }), claim)).toMatchObject({ outcome: "passes", row: { verdict: "supported" } });
  expect(await tryKept(kept({ m: 5 }), claim)).toMatchObject({ outcome: "stale", row: null });
});

test("one that takes too long is told from what the claim throws, and from the end of all work", async () => {
  const throwing = (error: Error) => tryKept(kept({ n: 7 }), claim, () => Promise.reject(error));
  expect(await throwing(new TookTooLong("it took over 2 s"))).toMatchObject({ outcome: "overlong", row: null });
  expect(await throwing(new AuditError("n has no bound"))).toMatchObject({ outcome: "stale" });
  await expect(throwing(new Error("interrupted"))).rejects.toThrow("interrupted");
});

test("it may take twenty times as long as it did, and two seconds", () => {
  expect(secondsOfKept(kept({ n: 7 }, 0.1))).toBe(2);
  expect(secondsOfKept(kept({ n: 7 }, 3000))).toBe(60);
  expect(secondsOfKept(kept({ n: 7 }, 1e300))).toBe(86_400);
  expect(readFailure(JSON.stringify(kept({ n: 7 }, 3000)))).toEqual(kept({ n: 7 }, 3000));
});
