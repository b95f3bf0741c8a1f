import { expect, test } from "vitest";
import { uniform } from "../../chance/bits.js";
import { defineClaim } from "../define-claim.js";
import { gamma } from "../gamma.js";
import { defineSampler } from "../sampler.js";
import { madeUp } from "../testing/made-up.js";
import { probe } from "./probe.js";
import { searchClaim } from "./search-claim.js";
import { common } from "./testing/plant-parts.js";
import { averageClaim, uniformShare } from "./testing/random-plants.js";

/** "U ≤ 1 − rate with probability 1 − γ": draws of one look at a γ, and what they said. */
async function look(rate: number, at: number) {
  let draws = 0;
  const claim = defineClaim({
    ...common,
    id: "counted",
    kind: "whp",
    parameters: [gamma],
    draw: defineSampler({
      id: "counted",
      parameters: [],
      cost: () => 1,
      draw: (_, random) => {
        draws++;
        return uniform(random("u"));
      },
    }),
    observed: (u: number) => u,
    relation: "<=",
    trivial: () => 1,
    forms: { printed: { bound: () => 1 - rate } },
    cells: [{ gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { gamma: 0.31 } } },
  });
  const { excess } = await probe({ claim, cell: {} }, { cell: { gamma: at }, raise: "none" }, { gaussians: 1e6 });
  return { draws, excess };
}

test("what is clear takes few draws", async () => {
  expect(await look(0.01, 0.9)).toMatchObject({ draws: 16, excess: expect.toSatisfy((x: number) => x < 0) });
  expect(await look(0.99, 0.1)).toMatchObject({ draws: 16, excess: expect.toSatisfy((x: number) => x > 0) });
});

test("what fails more often than is allowed, but not clearly, takes more than what does not", async () => {
  const [more, less] = [await look(0.055, 0.04), await look(0.035, 0.04)];
  expect(less.draws).toBeLessThan(more.draws);
  expect(more.excess).toBeGreaterThan(0);
});

test("so next to 1 that no look could tell, a look is short", async () => {
  expect((await look(1, 1 - 1e-9)).draws).toBe(128);
});

test("a draw at the bound breaks a strict one", async () => {
  const claim = { ...uniformShare("strict", () => 1, true), observed: () => 1 };
  const at = { cell: { n: 1, gamma: 0.1 }, raise: "none" } as const;
  const excess = async (strict: boolean) =>
    (await probe({ claim: madeUp({ ...claim, strict }), cell: {} }, at, { gaussians: 1e5 })).excess;
  expect(await excess(false)).toBeLessThan(0);
  expect(await excess(true)).toBeGreaterThan(0);
});

test("an average of draws that are all the same is beyond its bound where they are", async () => {
  const excess = async (draw: number) => {
    const claim = madeUp({ ...averageClaim("constant", 0.45), observed: () => draw });
    return (await probe({ claim, cell: {} }, { cell: { n: 2 }, raise: "none" }, { gaussians: 1e5 })).excess;
  };
  expect([await excess(0.5), await excess(0.4)]).toEqual([1e6, -1e6]);
  // At the bound, nothing is told.
  expect(await excess(0.45)).toBeCloseTo(-0.3, 3);
  expect(
    (
      await searchClaim(
        { claim: madeUp({ ...averageClaim("constant", 0.45), observed: () => 0.5 }) },
        { candidates: 16 },
      )
    ).row?.cell,
  ).toEqual({ n: 2 });
});
