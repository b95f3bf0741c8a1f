import { expect, test } from "vitest";
import type { LooseCell } from "../cell.js";
import type { Claim } from "../claim.js";
import { gamma } from "../gamma.js";
import { localExecutor } from "../local-executor.js";
import { searchClaim } from "./search-claim.js";
import type { SearchOptions } from "./searching.js";
import { quadrature, ratio, sizes } from "./testing/plain-plants.js";
import { m, n } from "./testing/plant-parts.js";
import { normalSum, uniformShare } from "./testing/random-plants.js";
import { atLeast, k, tied, x, y, z } from "./testing/tied-plants.js";

/** What a cell is shrunk to, and every look on the way: its values, and how it is raised. */
async function way(claim: Claim, first: LooseCell, options: SearchOptions = {}) {
  const looks: string[] = [];
  const local = localExecutor();
  const { row, effort } = await searchClaim(
    { claim },
    {
      candidates: 1,
      first: [first],
      executor: {
        ...local,
        probe(question, candidate, how) {
          looks.push(
            [...Object.values(candidate.cell), candidate.raise].join(" ") +
              (how.fixed?.length === claim.parameters.length ? "" : ` keeping ${how.fixed?.join(" ")}`),
          );
          return local.probe(question, candidate, how);
        },
      },
      ...options,
    },
  );
  const { shrinks, unfinished } = effort;
  // Each hundredth, and a digest of all by their lengths.
  const digest = looks.reduce((sum, look, i) => (sum * 31 + look.length * (i + 1)) % 1_000_003, 0);
  return {
    cell: row?.cell,
    shrinks,
    unfinished,
    looks: looks.length,
    digest,
    some: looks.filter((_, i) => i < 6 || i % 40 === 0),
  };
}

// Pinned to the last bit: which cells are tried on the way to the simplest, and in which order.
test.each<[string, () => ReturnType<typeof way>]>([
  [
    "a square",
    () =>
      way(
        tied(
          [n, m],
          ({ n: a }) => a > 1000,
          ({ n: a, m: b }) => a === b * b,
        ),
        { n: 1002001, m: 1001 },
      ),
  ],
  [
    "at the least that a hypothesis asks for",
    () =>
      way(
        tied([n, m], ({ n: a, m: b }) => a < 10.1 * b && b > 17, undefined, [atLeast(n, ({ m: b }) => 10 * b)]),
        { n: 1.36e9, m: 1.36e8 },
      ),
  ],
  [
    "three sizes",
    () =>
      way(
        tied([n, m, k], ({ n: a, m: b, k: c }) => a < 10.1 * b * c && b > 17 && c > 13, undefined, [
          atLeast(n, ({ m: b, k: c }) => 10 * b * c),
        ]),
        { n: 2474400, m: 240, k: 1031 },
      ),
  ],
  [
    "another γ",
    () =>
      way(
        tied([n, m, gamma], ({ n: a, m: b, gamma: share }) => a * b < 1e13 * -Math.log(share) + 2, undefined, [
          atLeast(n, ({ gamma: share }) => -0.99e6 * Math.log(share)),
          atLeast(m, ({ gamma: share }) => -0.99e6 * Math.log(share)),
        ]),
        { n: 234567, m: 345678, gamma: 0.83 },
      ),
  ],
  [
    "two numbers that are not whole",
    () =>
      way(
        tied(
          [x, y],
          ({ x: a }) => a > 10,
          ({ x: a, y: b }) => Math.abs(b / a ** 2 - 1) < 1e-9,
        ),
        { x: 30.25, y: 915.0625 },
      ),
  ],
  [
    "a negative number",
    () =>
      way(
        tied([z], ({ z: a }) => a < -1000 && a % 7 === -5),
        { z: -298989 },
      ),
  ],
  ["a number in a ratio", () => way(ratio("slipped", 1.98), { x: 0.31, gamma: 0.317 })],
  [
    "sizes alone",
    () =>
      way(
        sizes(
          "alone",
          (a, b) => a * b,
          () => 1000,
        ),
        { n: 123456, m: 98765 },
      ),
  ],
  ["a member of a family", () => way(quadrature("spike", []), { bump: "bump 0.037 0.71" })],
  [
    "where draws decide",
    () =>
      way(
        {
          ...uniformShare("drawn", ({ n: size, gamma: share }) => (size > 30 ? 1 - 2 * share : 1), true),
          effort: 1000,
        },
        { n: 100, gamma: 0.37 },
        { draws: 640 },
      ),
  ],
  [
    "where the law is computed",
    () =>
      way(
        normalSum("computed", ({ n: size }) => Math.sqrt(8 * size)),
        { n: 77, gamma: 1e-5 },
      ),
  ],
  [
    "values that were asked for",
    () =>
      way(
        tied(
          [n, m],
          ({ n: a }) => a > 1000,
          ({ n: a, m: b }) => a === b * b,
        ),
        { n: 1002001, m: 1001 },
        { asked: { n: [1002001, 1048576], m: [1024, 1001] } },
      ),
  ],
  [
    "nothing simpler",
    () =>
      way(
        sizes(
          "least",
          () => 2,
          () => 1,
        ),
        { n: 1, m: 1 },
      ),
  ],
])("the way to the simplest: %s", async (_, walk) => {
  expect(await walk()).toMatchSnapshot();
});
