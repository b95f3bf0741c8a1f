import fc from "fast-check";
import type { Additions, LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import type { Value } from "./domain.js";
import { domainArbitrary } from "./domain-arbitrary.js";
import { gridCells } from "./grid-cells.js";
import { inadmissible } from "./inadmissible.js";
import { knownDrawCost } from "./known-draw-cost.js";
import { leastCell } from "./least-cell.js";
import type { AnyParameter } from "./parameter.js";
import { printedHypotheses } from "./printed-hypotheses.js";

/** What `cellArbitrary` may be told. */
export interface CellConstraints {
  /** Somebody's own things that parameters may stand for, by the parameter's name. */
  readonly additions?: Additions;
  /** Whether parameters with additions also stand for what is known without them, and for random things; true if left out. */
  readonly known?: boolean;
  /** The largest cost of one draw, in Gaussians, that most cells keep to; 10⁴ if left out. Corners exceed it. */
  readonly reach?: number;
  /** The largest integer of an ordinary cell; `reach` if left out. */
  readonly largest?: number;
}

type Settled = Required<CellConstraints>;

/** The values that the claim's default cells have for a parameter. */
function defaults(claim: Claim, { name }: AnyParameter): Value[] {
  const values = gridCells(claim, {}).flatMap((cell) => cell[name] ?? []);
  return [...new Set(values)].filter((value) => value !== "least");
}

/** The things that a parameter may stand for, by name. */
function choices({ name, resolution }: AnyParameter, { additions, known }: Settled): Value[] | null {
  if (!resolution) return null;
  const own = (additions[name] ?? []).map((thing) => resolution.valueOf(thing));
  return own.length > 0 && !known ? own : [...resolution.known(), ...own];
}

/** Things at random, more of those that the claim says something of. */
function thingArbitrary(
  claim: Claim,
  parameter: AnyParameter,
  values: readonly Value[],
  { additions, known }: Settled,
): fc.Arbitrary<Value> {
  const isAdmissible = (value: Value) => inadmissible(claim, parameter.name, value, additions) === null;
  const all = fc.constantFrom(...values);
  const admissible = values.filter(isAdmissible);
  if (admissible.length === 0) return all;
  const random = parameter.resolution?.random;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 5, arbitrary: fc.constantFrom(...admissible) },
    { weight: 1, arbitrary: all },
    ...(known && random && isAdmissible(random.probe) ? [{ weight: 2, arbitrary: random.arbitrary(fc) }] : []),
  );
}

/** Anything that the parameter may be; null for text, of which only the default cells know something. */
function wideArbitrary(claim: Claim, parameter: AnyParameter, settled: Settled): fc.Arbitrary<Value> | null {
  const values = choices(parameter, settled);
  if (values) return values.length === 0 ? null : thingArbitrary(claim, parameter, values, settled);
  const { domain, usual } = parameter;
  const anywhere = domainArbitrary(fc, domain, settled.largest);
  const ordinary = domainArbitrary(fc, usual, settled.largest);
  if (!anywhere || !ordinary || domain === usual) return anywhere;
  return fc.oneof({ withCrossShrink: true }, { weight: 15, arbitrary: ordinary }, { weight: 1, arbitrary: anywhere });
}

/** Mostly anything; one in four a value of the claim's default cells, where it says something. */
function parameterArbitrary(claim: Claim, parameter: AnyParameter, settled: Settled): fc.Arbitrary<Value> {
  const wide = wideArbitrary(claim, parameter, settled);
  const allowed = choices(parameter, settled);
  const listed = defaults(claim, parameter).filter((value) => !allowed || allowed.includes(value));
  if (!wide) return fc.constantFrom(...listed);
  if (listed.length === 0) return wide;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: wide },
    { weight: 1, arbitrary: fc.constantFrom(...listed) },
  );
}

/** Cells at which the claim is known to say something (its witness, its mutants' cells) with some parameters changed. */
function tellingCells(claim: Claim, settled: Settled): fc.Arbitrary<LooseCell>[] {
  const isKnown = (cell: LooseCell) =>
    claim.parameters.every((parameter) => choices(parameter, settled)?.includes(cell[parameter.name] ?? "") ?? true);
  const cells = [claim.witness, ...Object.values(claim.mutants).map(({ at }) => at)].flatMap((cell) =>
    cell && isKnown(cell) ? [cell] : [],
  );
  if (cells.length === 0) return [];
  // Options of plain values, so that every parameter shrinks by itself.
  const changes = fc.record(
    Object.fromEntries(
      claim.parameters.flatMap((parameter) => {
        const wide = wideArbitrary(claim, parameter, settled);
        return wide ? [[parameter.name, fc.option(wide, { nil: undefined, freq: 1 })]] : [];
      }),
    ),
  );
  const changed = ([cell, values]: [LooseCell, LooseCell]): LooseCell => ({
    ...cell,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  });
  return [fc.tuple(fc.constantFrom(...cells), changes).map(changed)];
}

/** Raises the parameters that hypotheses of the form "parameter ≥ least" are about, where that stays within reach. */
function lifted(claim: Claim, cell: LooseCell, { reach, additions }: Settled): LooseCell {
  const open = new Set(
    printedHypotheses(claim).flatMap((hypothesis) => ("parameter" in hypothesis ? hypothesis.parameter.name : [])),
  );
  const least = leastCell(
    claim,
    { ...cell, ...Object.fromEntries([...open].map((name) => [name, "least"])) },
    additions,
  );
  const higher = Object.fromEntries(
    Object.entries(cell).map(([name, value]) => {
      const needed = least[name];
      return [name, typeof value === "number" && typeof needed === "number" ? Math.max(value, needed) : value];
    }),
  );
  return (knownDrawCost(claim, higher, additions) ?? Infinity) <= reach ? higher : cell;
}

/**
 * Cells of a claim for fast-check: every parameter spread over its domain, corners included; one in three near a cell
 * where the claim says something. Half of the cells are lifted so that hypotheses of the form "parameter ≥ least" hold.
 * Draws never come from fast-check.
 */
export function cellArbitrary(claim: Claim, constraints: CellConstraints = {}): fc.Arbitrary<LooseCell> {
  const { additions = {}, known = true, reach = 1e4, largest = reach } = constraints;
  const settled = { additions, known, reach, largest };
  const anywhere = fc.record(
    Object.fromEntries(
      claim.parameters.map((parameter) => [parameter.name, parameterArbitrary(claim, parameter, settled)]),
    ),
  );
  const near = tellingCells(claim, settled).map((arbitrary) => ({ weight: 1, arbitrary }));
  const cells = fc.oneof({ withCrossShrink: true }, { weight: 2, arbitrary: anywhere }, ...near);
  return fc.tuple(cells, fc.boolean()).map(([cell, lift]) => (lift ? lifted(claim, cell, settled) : cell));
}
