import { describe, expect, test } from "vitest";
import { audit } from "../audit.js";
import type { Executor } from "../executor.js";
import { localExecutor } from "../local-executor.js";
import { nothing } from "../nothing.js";
import { searchClaim } from "./search-claim.js";
import { sizes } from "./testing/plain-plants.js";
import { PLANTS } from "./testing/plants.js";

const SEEDS = ["1", "2", "3", "4", "5"];
/** Cells that are looked at: some seconds of one core for all plants and seeds. */
const CANDIDATES = 3000;
const GAUSSIANS = 1e6;

describe("planted false statements are found, with every seed", () => {
  test.each(PLANTS)("$kind", async ({ planted }) => {
    const cells = [];
    for (const seed of SEEDS) {
      const { row, effort } = await searchClaim(
        { claim: planted, seed },
        { candidates: CANDIDATES, gaussians: GAUSSIANS },
      );
      expect(row, `seed ${seed}: ${JSON.stringify(effort)}`).toMatchObject({
        verdict: "refuted",
        claim: planted.id,
        stream: "cell",
        seed,
      });
      expect(effort.spent).toBeLessThan(1e-6);
      if (row) cells.push(row);
    }
    // What is found is found again by whoever asks the row's question.
    const [{ cell, seed, stream, draws, method, alpha }] = cells;
    const again = await audit(
      { claim: planted, cell, seed, stream },
      { method: method ?? undefined, draws: draws ?? undefined, ...(alpha === null ? {} : { alpha }) },
    );
    expect({ ...again, milliseconds: 0 }).toEqual({ ...cells[0], milliseconds: 0 });
  });
});

describe("statements that are true are not refuted", () => {
  // A proof refutes no true statement; each decision by draws is wrong with probability 1e-10 at most.
  test.each(PLANTS)("beside $kind", async ({ sound }) => {
    // Draws take long.
    const candidates = sound.draw.id === nothing.id || (sound.kind === "whp" && sound.exact) ? 600 : 32;
    for (let seed = 0; seed < 8; seed++) {
      const { row } = await searchClaim({ claim: sound, seed: `true ${seed}` }, { candidates, gaussians: GAUSSIANS });
      expect(row).toBeNull();
    }
  });
});

describe("what is found is simple", () => {
  const found = async (kind: string) => {
    const plant = PLANTS.find((one) => one.kind === kind);
    if (!plant) throw new Error(kind);
    const { row } = await searchClaim({ claim: plant.planted, seed: "simple" }, { candidates: CANDIDATES });
    return row?.cell;
  };

  test("the smallest sizes", async () => {
    expect(await found("a size that must be at least 2")).toEqual({ n: 1, m: 1 });
    expect(await found("wrong at odd sizes alone")).toEqual({ n: 91, m: 12 });
    expect(await found("√2 lost")).toMatchObject({ n: 1 });
  });

  test("the smallest sizes that hold one another where they are", async () => {
    const tied = sizes(
      "equal-sizes",
      (n, m) => (n === m && n > 2 ? 2 : 0),
      () => 1,
    );
    const { row } = await searchClaim({ claim: tied }, { candidates: 1, first: [{ n: 1234, m: 1234 }] });
    expect(row?.cell).toEqual({ n: 3, m: 3 });
  });

  test("the roundest γ", async () => {
    expect(await found("√2 lost")).toMatchObject({ gamma: 0.01 });
    expect(await found("γ next to 1")).toMatchObject({ gamma: 0.9999999 });
    expect(await found("γ next to 0")).toMatchObject({ gamma: 1e-11 });
  });
});

test("a seed gives the same cells, however many of them there is time for", async () => {
  const [{ planted }] = PLANTS.filter(({ kind }) => kind === "sizes tied together");
  const once = await searchClaim({ claim: planted, seed: "again" }, { candidates: CANDIDATES });
  const again = await searchClaim({ claim: planted, seed: "again" }, { candidates: 2 * CANDIDATES });
  expect(again).toMatchObject({
    first: once.first,
    row: { cell: once.row?.cell },
    effort: { candidates: once.effort.candidates },
  });
});

test("values that were asked for are kept to", async () => {
  const [{ planted }] = PLANTS;
  const { row } = await searchClaim({ claim: planted }, { candidates: 500, asked: { n: [77, 78] } });
  expect([77, 78]).toContain(row?.cell.n);
});

test("when the time is over, what there is comes back", async () => {
  const [, { sound }] = PLANTS;
  const end = new AbortController();
  const { row, effort } = await searchClaim({ claim: sound }, { until: end.signal, onProgress: () => end.abort() });
  expect(row).toBeNull();
  expect(effort.candidates).toBeGreaterThan(0);
});

test("where cells are few, a search ends when it has looked at all of them", async () => {
  const [, , , , , { sound, planted }] = PLANTS;
  const few = { n: [1, 2, 3, 50], m: [5, 6, 7] };
  const { row, effort } = await searchClaim({ claim: sound }, { asked: few });
  expect(row).toBeNull();
  expect(effort).toMatchObject({ exhausted: true, candidates: expect.toSatisfy((x: number) => x >= 12 && x < 80) });
  // With any others, what is false at n = 1 alone would be found there.
  const others = await searchClaim({ claim: planted }, { asked: { n: [2, 3, 50], m: [5, 6, 7] } });
  expect(others).toMatchObject({ row: null, effort: { exhausted: true } });
  const found = await searchClaim({ claim: planted }, { asked: few });
  expect(found).toMatchObject({ row: { cell: { n: 1, m: 5 } }, effort: { exhausted: false } });
});

test("what was proved to fail is refuted, though the time ends with that look", async () => {
  const [, { planted }] = PLANTS;
  const end = new AbortController();
  const local = localExecutor({}, end.signal);
  const executor: Executor = {
    ...local,
    async probe(...asked) {
      const found = await local.probe(...asked);
      if (found.sure) end.abort();
      return found;
    },
  };
  const { row } = await searchClaim({ claim: planted }, { until: end.signal, executor });
  expect(row?.verdict).toBe("refuted");
});

test("an abort ends it with its reason", async () => {
  const [, { sound }] = PLANTS;
  const end = new AbortController();
  setTimeout(() => end.abort(new Error("stop")), 20);
  await expect(searchClaim({ claim: sound }, { signal: end.signal })).rejects.toThrow("stop");
});
