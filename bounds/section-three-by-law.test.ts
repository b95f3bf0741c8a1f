import type { Claim } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { logDifferingTail, logFlipsTail, logMicroscopicTail, variationTail } from "lemmacheck/networks";
import { expect, test } from "vitest";
import { smallWidthRadius } from "./constants/proposition-5-constants.js";
import { flipCount } from "./flip-count.js";
import type { Given } from "./parameters.js";
import { microscopicDisplay } from "./parts/proposition-4-displays.js";
import { proposition4 } from "./proposition-4.js";
import { proposition4Direction } from "./proposition-4-direction.js";
import { proposition4Microscopic } from "./proposition-4-microscopic.js";
import { proposition5 } from "./proposition-5.js";

// The certificate for the law alone, without a draw, over grids of all sizes that the statements admit.

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius">;

const relu = resolveActivation("relu");
const sizes = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => Math.round(from * (2 ** 53 / from) ** (i / (count - 1))));
const GAMMAS = [0.999, 0.9, 0.5, 0.05, 1e-3, 1e-12, 1e-300];

/** The cells of a grid that a claim admits, γ = e^{−d} and R = √d/2 among them. */
function admitted({ hypotheses }: Claim, ds: readonly number[], ks: readonly number[], radii: readonly number[]) {
  const cells: Setting[] = ds.flatMap((d) =>
    ks.flatMap((k) =>
      [...GAMMAS, Math.max(1e-300, Math.exp(-d))].flatMap((gamma) =>
        [...radii, Math.sqrt(d) / 2].map((radius) => ({ psi: relu, d, k, gamma, radius })),
      ),
    ),
  );
  return cells.filter((cell) =>
    hypotheses.every((hypothesis) => {
      const given: Readonly<Record<string, unknown>> = cell;
      return "parameter" in hypothesis
        ? Number(given[hypothesis.parameter.name]) >= hypothesis.least(given)
        : hypothesis.holds(given);
    }),
  );
}

/** The right side of a claim that needs no draw. */
function right(claim: Claim, cell: Setting): number {
  return claim.forms.printed.bound(cell, undefined) ?? Infinity;
}

test.each([
  [proposition4.id, proposition4],
  [proposition4Direction.id, proposition4Direction],
])("%s: proved at every admissible cell", (_, claim) => {
  const cells = admitted(claim, [4, 5, 7, 12, 40, ...sizes(100, 12)], sizes(2704, 14), [1, 1.5, 5, 1000]);
  expect(cells.length).toBeGreaterThan(3000);
  for (const cell of cells)
    expect(variationTail(cell)(right(claim, cell)), JSON.stringify(cell)).toBeLessThanOrEqual(Math.log(cell.gamma));
});

test("proposition-4-microscopic: proved at every admissible cell", () => {
  const cells = admitted(
    proposition4Microscopic,
    [4, 5, 7, 12, 40, ...sizes(100, 12)],
    sizes(2704, 14),
    [1, 1.5, 5, 1000],
  );
  for (const cell of cells) {
    const ball = { ...cell, logEpsilon: -(4 / 3) * Math.log(cell.radius) - 4 * Math.log(cell.k) };
    const [count, change] = [logDifferingTail(ball, 4 * cell.d), logMicroscopicTail(ball, microscopicDisplay(cell, 8))];
    expect(Math.max(count, change) + Math.LN2, JSON.stringify(cell)).toBeLessThanOrEqual(Math.log(cell.gamma));
  }
});

test("proposition-5 and flip-count: proved at every admissible cell", () => {
  const cells = admitted(proposition5, [3, 4, 6, 10, 20, 60, ...sizes(150, 16)], [1, 3, 8, 30, ...sizes(100, 20)], []);
  expect(cells.length).toBeGreaterThan(500);
  for (const cell of cells) {
    const ball = { ...cell, radius: smallWidthRadius(cell) };
    const log = Math.log(cell.gamma);
    expect(variationTail(ball)(right(proposition5, cell)), JSON.stringify(cell)).toBeLessThanOrEqual(log);
    const flips = Math.floor(right(flipCount, cell)) + 1;
    expect(logFlipsTail(ball, flips), JSON.stringify(cell)).toBeLessThanOrEqual(log);
  }
});

test("a bound a hundred times smaller is not proved", () => {
  const cell = { d: 4, k: 15_000, radius: 1, gamma: 0.5, psi: relu };
  expect(variationTail(cell)(right(proposition4, cell) / 100)).toBeGreaterThan(Math.log(0.5));
});
