import { describe, expect, test } from "vitest";
import type { LooseCell } from "../cell.js";
import type { Claim } from "../claim.js";
import { gamma } from "../gamma.js";
import { searchClaim } from "./search-claim.js";
import { m, n } from "./testing/plant-parts.js";
import { atLeast, k, type Numbers, tied, x, y, z } from "./testing/tied-plants.js";

/** What a cell is shrunk to, and the looks that took. */
async function shrunk(claim: Claim, first: LooseCell) {
  const { row, effort } = await searchClaim({ claim }, { candidates: 1, first: [first] });
  return { cell: row?.cell, shrinks: effort.shrinks };
}

/** Looks at most, for each of these. */
const MOST = 700;

const beyond =
  (least: number) =>
  ({ n: size }: Numbers) =>
    size > least;

describe("numbers that hold one another where they are get smaller together", () => {
  test.each<[string, Claim, LooseCell, LooseCell]>([
    [
      "n = m²",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => a === b * b),
      { n: 1002001, m: 1001 },
      { n: 1024, m: 32 },
    ],
    [
      "n = m², far from it",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => a === b * b),
      { n: 100020001, m: 10001 },
      { n: 1024, m: 32 },
    ],
    [
      "n = m² of even m",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => a === b * b && b % 2 === 0),
      { n: 640000, m: 800 },
      { n: 1024, m: 32 },
    ],
    [
      "n within 20 of m²",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => Math.abs(a - b * b) <= 20),
      { n: 100019981, m: 10001 },
      { n: 1004, m: 32 },
    ],
    [
      "n = m², nearly",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => Math.abs(a / b ** 2 - 1) < 3e-7),
      { n: 100019981, m: 10001 },
      { n: 1024, m: 32 },
    ],
    [
      "2n = 3m",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => 2 * a === 3 * b),
      { n: 100002, m: 66668 },
      { n: 1002, m: 668 },
    ],
    [
      "n = 2m + 1",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => a === 2 * b + 1),
      { n: 200003, m: 100001 },
      { n: 1001, m: 500 },
    ],
    [
      "n = 2^m",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => a === 2 ** b),
      { n: 2 ** 53, m: 53 },
      { n: 1024, m: 10 },
    ],
    [
      "m = ⌈√n⌉",
      tied([n, m], beyond(1000), ({ n: a, m: b }) => b === Math.ceil(Math.sqrt(a))),
      { n: 114961, m: 340 },
      { n: 1001, m: 32 },
    ],
    [
      "y = x²",
      tied(
        [x, y],
        ({ x: a }) => a > 10,
        ({ x: a, y: b }) => Math.abs(b / a ** 2 - 1) < 1e-9,
      ),
      { x: 30.25, y: 915.0625 },
      { x: 100, y: 10000 },
    ],
  ])("%s", async (_, claim, first, simplest) => {
    const { cell, shrinks } = await shrunk(claim, first);
    expect(cell).toEqual(simplest);
    expect(shrinks).toBeLessThan(MOST);
  });

  test.each<[string, Claim, LooseCell, LooseCell]>([
    [
      "n ≥ 10m",
      tied([n, m], ({ n: a, m: b }) => a < 10.1 * b && b > 170, undefined, [atLeast(n, ({ m: b }) => 10 * b)]),
      { n: 1.361639617494e13, m: 1.361639617494e12 },
      { n: 1710, m: 171 },
    ],
    [
      "n ≥ 1000 m log m",
      tied([n, m], ({ n: a, m: b }) => a < 1020 * b * Math.log(b) && b > 170, undefined, [
        atLeast(n, ({ m: b }) => 1000 * b * Math.log(b)),
      ]),
      { n: Math.ceil(1005e6 * Math.log(1e6)), m: 1e6 },
      { n: 879225, m: 171 },
    ],
    [
      "n ≥ 10mk",
      tied([n, m, k], ({ n: a, m: b, k: c }) => a < 10.1 * b * c && b > 17 && c > 13, undefined, [
        atLeast(n, ({ m: b, k: c }) => 10 * b * c),
      ]),
      { n: 10 * 3314 * 8589935, m: 3314, k: 8589935 },
      { n: 2520, m: 18, k: 14 },
    ],
  ])("at the least that a hypothesis asks for: %s", async (_, claim, first, simplest) => {
    const { cell, shrinks } = await shrunk(claim, first);
    expect(cell).toEqual(simplest);
    expect(shrinks).toBeLessThan(MOST);
  });

  test("much smaller sizes are worth a γ that is less round", async () => {
    const claim = tied(
      [n, m, gamma],
      ({ n: a, m: b, gamma: share }) => a * b < 1e13 * -Math.log(share) + 2,
      undefined,
      [
        atLeast(n, ({ gamma: share }) => -0.99e6 * Math.log(share)),
        atLeast(m, ({ gamma: share }) => -0.99e6 * Math.log(share)),
      ],
    );
    const { cell, shrinks } = await shrunk(claim, { n: 234567, m: 345678, gamma: 0.83 });
    expect(cell).toEqual({ n: 1, m: 1, gamma: 0.999999 });
    expect(shrinks).toBeLessThan(MOST);
  });
});

describe("a number alone keeps its rest by small moduli", () => {
  test.each<[string, Claim, LooseCell, LooseCell]>([
    ["5 by 7", tied([n], ({ n: a }) => a > 1000 && a % 7 === 5), { n: 125794422 }, { n: 1006 }],
    ["11 by 12", tied([n], ({ n: a }) => a > 1000 && a % 12 === 11), { n: 3 * 2 ** 40 - 1 }, { n: 1007 }],
    ["of either sign", tied([z], ({ z: a }) => a < -1000 && a % 7 === -5), { z: -298989 }, { z: -1006 }],
    [
      "of two numbers",
      tied([n, m], ({ n: a, m: b }) => a % 4 === 3 && b % 5 === 2 && a > 100 && b > 100),
      { n: 7690247039, m: 263497 },
      { n: 103, m: 102 },
    ],
    [
      "squares alone",
      tied([n], ({ n: a }) => a > 1000 && Number.isInteger(Math.sqrt(a))),
      { n: 10007 ** 2 },
      { n: 1024 },
    ],
  ])("%s", async (_, claim, first, simplest) => {
    const { cell, shrinks } = await shrunk(claim, first);
    expect(cell).toEqual(simplest);
    expect(shrinks).toBeLessThan(MOST);
  });

  test("values that were asked for are kept to", async () => {
    const claim = tied([n, m], beyond(1000), ({ n: a, m: b }) => a === b * b);
    const asked = { n: [1002001, 1048576], m: [1024, 1001] };
    const { row } = await searchClaim({ claim }, { candidates: 200, asked });
    expect(row?.cell).toEqual({ n: 1002001, m: 1001 });
  });
});

test("where the time is over before there is nothing simpler, it says so", async () => {
  const claim = tied([n], ({ n: a }) => a > 1000 && a % 7 === 5);
  const end = new AbortController();
  const first = [{ n: 125794422 }];
  const cut = await searchClaim({ claim }, { candidates: 1, first, until: end.signal, onFound: () => end.abort() });
  expect(cut).toMatchObject({ row: { cell: { n: 125794422 } }, effort: { unfinished: "time" } });
  const whole = await searchClaim({ claim }, { candidates: 1, first });
  expect(whole).toMatchObject({ row: { cell: { n: 1006 } }, effort: { unfinished: null } });
});
