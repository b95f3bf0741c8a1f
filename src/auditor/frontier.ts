import type { Activation } from "../activations/activation.js";
import type { Given, Name } from "../samplers/parameters.js";
import { givenOf, type LooseCell } from "./cell.js";
import type { Claim, FormName } from "./claim.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { isNoBetter } from "./is-no-better.js";
import { statementOf } from "./statement.js";

type Size = "d" | "k";

/** Sizes at which a statement says something; those of them that it has. */
export type FrontierPoint = Readonly<Partial<Record<Size, number>>>;

/** From where on a statement says something. */
export interface Frontier {
  readonly form: FormName;
  /** The cell whose other parameters were kept. */
  readonly cell: LooseCell;
  /** The least d for which some k will do, and such a k; null where none up to 10^60 was found. */
  readonly d: FrontierPoint | null;
  /** The least k for which some d will do, and such a d. */
  readonly k: FrontierPoint | null;
}

/** The largest size tried, as a power of ten. */
const LARGEST = 60;
/** Powers of ten between the sizes that are tried, at first and near the least. */
const [COARSE, FINE] = [1 / 2, 1 / 16];
/** How near to the least size, relative to it. */
const RELATIVE = 1e-3;

const powers = (step: number) => Array.from({ length: LARGEST / step + 1 }, (_, i) => Math.ceil(10 ** (i * step)));
const [coarse, fine] = [powers(COARSE), powers(FINE)];

/** Whether a value of the right side is there, and better than what is known without it. */
function saysSomething(claim: Claim, form: FormName, given: Given<Name>): boolean {
  const statement = statementOf(claim, form);
  try {
    if (failingHypothesis(statement.hypotheses, given) !== null) return false;
    const bound = statement.bound(given, undefined);
    return bound !== null && Number.isFinite(bound) && !isNoBetter(claim, given, bound);
  } catch (error) {
    // What is computed may be defined for cells only, whose sizes end at 2^53.
    if (error instanceof RangeError && Math.max(given.d, given.k) > 2 ** 53) return false;
    throw error;
  }
}

/** The least x for which `best` finds a partner, and that partner: first on the coarse grid, then by bisection. */
function leastWithPartner(best: (x: number, partners: readonly number[]) => number | null): [number, number] | null {
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
 * The smallest d and k from which a statement says something: its hypotheses hold, and its bound is defined and better
 * than what is known without it. The other parameters are those of `cell`. Sizes go far beyond 2^53, since nothing is
 * drawn; the least is found on a grid of half powers of ten and then to a thousandth, so a region that is narrower
 * than that, or ends again, may be missed.
 *
 * The repaired form stands for a printed one that is known to be false. Null for a claim without d and k, a trend, and
 * a bound that depends on the draw.
 *
 * @throws RangeError if the cell does not fit the claim.
 */
export function frontier(claim: Claim, cell: LooseCell, activations: readonly Activation[] = []): Frontier | null {
  const { printed, repaired } = claim.forms;
  const form = printed.refutedAt && repaired ? "repaired" : "printed";
  const sizes = (["d", "k"] as const).filter((name) => claim.parameters.includes(name));
  const takesDraw = (claim.forms[form]?.bound.length ?? 0) > 1;
  if (sizes.length === 0 || claim.trend || takesDraw) return null;
  const base = givenOf(claim.parameters, cell, activations);
  const says = (at: FrontierPoint) => saysSomething(claim, form, { ...base, ...at });
  const least = (name: Size): FrontierPoint | null => {
    if (!sizes.includes(name)) return null;
    const other = sizes.find((size) => size !== name);
    const pair = leastWithPartner((x, partners) => {
      if (other === undefined) return says({ [name]: x }) ? x : null;
      return partners.find((y) => says({ [name]: x, [other]: y })) ?? null;
    });
    if (pair === null) return null;
    return other === undefined ? { [name]: pair[0] } : { [name]: pair[0], [other]: pair[1] };
  };
  return { form, cell, d: least("d"), k: least("k") };
}
