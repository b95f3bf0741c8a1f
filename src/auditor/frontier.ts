import { pow } from "../numbers/pow.js";
import { type Additions, givenOf, type LooseCell, plainCell } from "./cell.js";
import type { Claim, FormName } from "./claim.js";
import { KINDS } from "./kinds.js";
import { type SizePoint, saysSomething } from "./says-something.js";
import { statementOf, trueForm } from "./statement.js";

/** Sizes at which a statement says something, by name. */
export type FrontierPoint = SizePoint;

/** From where on a statement says something. */
export interface Frontier {
  readonly form: FormName;
  /** The cell whose other parameters were kept. */
  readonly cell: LooseCell;
  /** For each size its least value for which some of the others will do, and those; null where none up to 10^60 was found. */
  readonly least: Readonly<Record<string, FrontierPoint | null>>;
}

/** The largest size tried, as a power of ten. */
const LARGEST = 60;
/** Powers of ten between the sizes that are tried, at first and near the least. */
const [COARSE, FINE] = [1 / 2, 1 / 16];
/** How near to the least size, relative to it. */
const RELATIVE = 1e-3;

const powers = (step: number) => Array.from({ length: LARGEST / step + 1 }, (_, i) => Math.ceil(pow(10, i * step)));

/** The least x for which `best` finds a partner, and that partner: first on the coarse grid, then by bisection. */
function leastWithPartner(best: (x: number, partners: readonly number[]) => number | null): [number, number] | null {
  const [coarse, fine] = [powers(COARSE), powers(FINE)];
  const found = coarse.findIndex((x) => best(x, coarse) !== null);
  if (found < 0) return null;
  let high = coarse[found];
  let low = found === 0 ? high : coarse[found - 1];
  while (high > low * (1 + RELATIVE)) {
    const middle = Math.sqrt(low * high);
    if (best(middle, fine) === null) low = middle;
    else high = middle;
  }
  // Sizes are whole: of those between low and high the first that will do.
  for (const whole of [Math.ceil(low), Math.ceil(high)]) {
    const partner = best(whole, fine) ?? best(whole, coarse);
    if (partner !== null) return [whole, partner];
  }
  return null;
}

/**
 * The smallest sizes from which a statement says something: its hypotheses hold, and its bound is defined and better than
 * what is known without it. The other parameters are those of `cell`; where there are three sizes or more, those beside
 * the one that is looked for are kept equal. Sizes go far beyond 2^53, since nothing is drawn; the least is found on a
 * grid of half powers of ten and then to a thousandth, so a region that is narrower than that, or ends again, may be
 * missed.
 *
 * The repaired form stands for a printed one that is known to be false. Null for a claim without sizes, a trend, and a
 * bound that depends on the draw.
 *
 * @throws RangeError if the cell does not fit the claim.
 */
export function frontier(claim: Claim, cell: LooseCell, additions: Additions = {}): Frontier | null {
  const form = trueForm(claim);
  const sizes = claim.parameters.filter(({ size }) => size).map(({ name }) => name);
  const takesDraw = (claim.forms[form]?.bound.length ?? 0) > 1;
  if (sizes.length === 0 || !KINDS[claim.kind].frontier || takesDraw) return null;
  const base = givenOf(claim.parameters, cell, additions);
  const statement = statementOf(claim, plainCell(cell), form);
  const says = (at: FrontierPoint) => saysSomething(statement, { ...base, ...at }, at);
  const least = (name: string): FrontierPoint | null => {
    const others = sizes.filter((size) => size !== name);
    const at = (x: number, y: number) => Object.fromEntries(sizes.map((size) => [size, size === name ? x : y]));
    const pair = leastWithPartner((x, partners) =>
      others.length === 0 ? (says(at(x, x)) ? x : null) : (partners.find((y) => says(at(x, y))) ?? null),
    );
    return pair && at(...pair);
  };
  return { form, cell, least: Object.fromEntries(sizes.map((name) => [name, least(name)])) };
}
