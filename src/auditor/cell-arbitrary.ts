import fc from "fast-check";
import type { Activation } from "../activations/activation.js";
import { catalogue } from "../activations/catalogue.js";
import { smoothExpression } from "../activations/smooth-expression.js";
import { tanh } from "../activations/tanh.js";
import { COEFFICIENT_LAWS, INITIALISATIONS } from "../networks/dense-network.js";
import type { Name } from "../samplers/parameters.js";
import type { LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { drawCost } from "./draw-cost.js";
import { inadmissible } from "./inadmissible.js";
import { leastCell } from "./least-cell.js";

/** What `cellArbitrary` may be told. */
export interface CellConstraints {
  /** Activations to choose from; the catalogue if left out. */
  readonly activations?: readonly Activation[];
  /** Whether to choose random smooth activations too, where the claim is about such; true without `activations`. */
  readonly smooth?: boolean;
  /** The largest cost of one draw, in Gaussians, that most cells keep to; 10⁴ if left out. Corners exceed it. */
  readonly reach?: number;
  /** The largest integer of an ordinary cell; `reach` if left out. */
  readonly largest?: number;
}

/** Integers of every order of magnitude from 1 to `largest`; each range starts at 1, so that they shrink to the least. */
function counts(largest: number): fc.Arbitrary<number> {
  const ends = Array.from({ length: 27 }, (_, i) => 4 ** i).filter((end) => end > 1 && end < largest);
  return fc.oneof(...[...ends, largest].map((max) => fc.integer({ min: 1, max })));
}

/** Integers up to 2^53, most of them huge; they shrink to the least all the same. */
function huge(): fc.Arbitrary<number> {
  const { MAX_SAFE_INTEGER } = Number;
  return fc.integer({ min: 1, max: MAX_SAFE_INTEGER }).map((n) => (n === MAX_SAFE_INTEGER ? 2 ** 53 : n));
}

/** 10^(−n/8) for integers n: shrinks towards one half, spans the range of doubles. */
function smallProbabilities(smallest: number): fc.Arbitrary<number> {
  return fc.integer({ min: 3, max: Math.round(-8 * Math.log10(smallest)) }).map((n) => 10 ** (-n / 8));
}

/** The values that the claim's default cells have for a parameter. */
function defaults(claim: Claim, name: Name): (string | number)[] {
  const values = new Set(claim.cells.flatMap((grid) => grid[name]));
  values.delete("least");
  return [...values];
}

function wideArbitrary(
  claim: Claim,
  name: Name,
  { activations = catalogue, smooth = false, largest = 1e6 }: CellConstraints,
): fc.Arbitrary<string | number> {
  switch (name) {
    case "psi": {
      const all = fc.constantFrom(...activations.map(({ id }) => id));
      const admissible = activations.filter((psi) => inadmissible(claim, psi) === null).map(({ id }) => id);
      if (admissible.length === 0) return all;
      // Half of them as Section 2 of the paper wants them.
      const random = fc.oneof(
        { withCrossShrink: true },
        smoothExpression(),
        smoothExpression().map((psi) => `normalize(${psi})`),
      );
      return fc.oneof(
        { withCrossShrink: true },
        { weight: 5, arbitrary: fc.constantFrom(...admissible) },
        { weight: 1, arbitrary: all },
        ...(smooth && inadmissible(claim, tanh) === null ? [{ weight: 2, arbitrary: random }] : []),
      );
    }
    case "d":
    case "k":
      return fc.oneof(
        { withCrossShrink: true },
        { weight: 6, arbitrary: counts(largest) },
        { weight: 3, arbitrary: fc.constantFrom(1, 2, 3) },
        { weight: 1, arbitrary: huge() },
      );
    case "depth":
      return fc.integer({ min: 1, max: 4 });
    case "initialisation":
      return fc.constantFrom(...INITIALISATIONS);
    case "coefficients":
      return fc.constantFrom(...COEFFICIENT_LAWS);
    case "norm":
    case "bias":
      return fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(0, 1) },
        { weight: 4, arbitrary: fc.integer({ min: -24, max: 24 }).map((n) => 10 ** (n / 8)) },
      );
    case "correlation":
      return fc.integer({ min: -8, max: 8 }).map((n) => n / 8);
    case "gamma":
      return fc.oneof(
        { withCrossShrink: true },
        { weight: 4, arbitrary: smallProbabilities(1e-3) },
        { weight: 3, arbitrary: fc.double({ min: 0.3, max: 0.99, noNaN: true }) },
        { weight: 1, arbitrary: smallProbabilities(1e-300) },
        { weight: 1, arbitrary: smallProbabilities(1e-12).map((p) => 1 - p) },
      );
    case "logD":
    case "logK":
      return fc.integer({ min: -8, max: 64 }).map((n) => 10 ** (n / 8));
    case "rho":
      return fc.integer({ min: 1, max: 99 }).map((n) => n / 100);
    case "degree":
    case "power":
      return fc.integer({ min: 4, max: 20 }).map((n) => n / 4);
    case "q":
      return counts(1e3);
    case "radius":
    case "eta":
    case "gradientNorm":
    case "valueBound":
    case "hessianBound":
    case "variation":
      return fc.integer({ min: -16, max: 16 }).map((n) => 10 ** (n / 8));
    default:
      // Parameters of a claim's own, and laws by name: the values of its default cells.
      return fc.constantFrom(...defaults(claim, name));
  }
}

/** Mostly anything; one in four a value of the claim's default cells, where it says something. */
function parameterArbitrary(claim: Claim, name: Name, constraints: CellConstraints): fc.Arbitrary<string | number> {
  const wide = wideArbitrary(claim, name, constraints);
  const { activations = catalogue } = constraints;
  const known = defaults(claim, name).filter((value) => name !== "psi" || activations.some(({ id }) => id === value));
  return known.length === 0
    ? wide
    : fc.oneof(
        { withCrossShrink: true },
        { weight: 3, arbitrary: wide },
        { weight: 1, arbitrary: fc.constantFrom(...known) },
      );
}

/** Cells at which the claim is known to say something (its witness, its mutants' cells) with some parameters changed. */
function tellingCells(claim: Claim, constraints: CellConstraints): fc.Arbitrary<LooseCell>[] {
  const { activations = catalogue } = constraints;
  const isKnown = ({ psi }: LooseCell) => psi === undefined || activations.some(({ id }) => id === psi);
  const cells = [claim.witness, ...Object.values(claim.mutants).map(({ at }) => at)].flatMap((cell) =>
    cell && isKnown(cell) ? [cell] : [],
  );
  if (cells.length === 0) return [];
  // Options of plain values, so that every parameter shrinks by itself.
  const changes = fc.record(
    Object.fromEntries(
      claim.parameters.map((name) => [
        name,
        fc.option(wideArbitrary(claim, name, constraints), { nil: undefined, freq: 1 }),
      ]),
    ),
  );
  const changed = ([cell, values]: [LooseCell, LooseCell]): LooseCell => ({
    ...cell,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  });
  return [fc.tuple(fc.constantFrom(...cells), changes).map(changed)];
}

/** Lifts d, k and radius so that hypotheses of the form "parameter ≥ least" hold, where that stays within reach. */
function lifted(claim: Claim, cell: LooseCell, reach: number, activations: readonly Activation[]): LooseCell {
  const open = claim.parameters.filter((name) => name === "d" || name === "k" || name === "radius");
  const least = leastCell(claim, { ...cell, ...Object.fromEntries(open.map((name) => [name, "least"])) }, activations);
  const higher = Object.fromEntries(
    Object.entries(cell).map(([name, value]) => {
      const needed = least[name];
      return [name, typeof value === "number" && typeof needed === "number" ? Math.max(value, needed) : value];
    }),
  );
  return drawCost(claim, higher, activations) <= reach ? higher : cell;
}

/**
 * Cells of a claim for fast-check: integers spread over orders of magnitude, γ over (0, 1), corners included (1, 2,
 * 3, 2^53; γ down to 1e-300 and up to 1 − 1e-12); one in three near a cell where the claim says something. Half of the
 * cells are lifted so that hypotheses of the form "parameter ≥ least" hold. Draws never come from fast-check.
 */
export function cellArbitrary(claim: Claim, constraints: CellConstraints = {}): fc.Arbitrary<LooseCell> {
  const { activations = catalogue, smooth = !constraints.activations, reach = 1e4, largest = reach } = constraints;
  const settled = { activations, smooth, reach, largest };
  const anywhere = fc.record(
    Object.fromEntries(claim.parameters.map((name) => [name, parameterArbitrary(claim, name, settled)])),
  );
  const near = tellingCells(claim, settled).map((arbitrary) => ({ weight: 1, arbitrary }));
  const cells = fc.oneof({ withCrossShrink: true }, { weight: 2, arbitrary: anywhere }, ...near);
  return fc.tuple(cells, fc.boolean()).map(([cell, lift]) => (lift ? lifted(claim, cell, reach, activations) : cell));
}
