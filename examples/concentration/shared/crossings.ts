import { formatNumber } from "lemmacheck";
import type { BoundedLaw } from "../laws/bounded-law.js";
import { deviationAt } from "./deviation-at.js";
import { meanBounds } from "./mean-bounds.js";

/** Where the order of two bounds changes. */
export interface Crossing {
  readonly along: "n" | "γ";
  /** The least n, or the largest γ, with the second order. */
  readonly at: number;
  /** The bound that is smaller for smaller n, or for smaller γ; and that for larger. */
  readonly below: string;
  readonly above: string;
}

/** A crossing in words. */
export const crossingText = ({ along, at, below, above }: Crossing) =>
  `${along} = ${formatNumber(at)}: ${below} is smaller below, ${above} from there on`;

/** Sizes 1 … 10^12, eight to a power of ten, and γ from 10^(−30) to ½. */
const SIZES = Array.from({ length: 97 }, (_, i) => Math.round(10 ** (i / 8)));
const GAMMAS = Array.from({ length: 121 }, (_, i) => 0.5 * 10 ** ((i - 120) / 4));

const names = Object.keys(meanBounds);
/** Every pair of bounds, once. */
const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));

/** 1 where the first of two gives the smaller t, −1 where the second does, 0 where neither says anything or both agree. */
function order(a: string, b: string, law: BoundedLaw, n: number, gamma: number): number {
  const [ta, tb] = [a, b].map((name) => deviationAt(meanBounds[name], law, n, Math.log(gamma)) ?? Infinity);
  return ta === tb || Math.abs(ta - tb) < 1e-9 * ta ? 0 : ta < tb ? 1 : -1;
}

/** Where a sign changes along ascending places, narrowed by `middle` until that gives none. */
function changes(
  places: readonly number[],
  sign: (x: number) => number,
  middle: (a: number, b: number) => number | null,
) {
  const found: { readonly at: number; readonly from: number; readonly to: number }[] = [];
  let last: readonly [place: number, sign: number] | null = null;
  for (const place of places) {
    const here = sign(place);
    if (here === 0) continue;
    if (last && last[1] !== here) {
      let [low, high] = [last[0], place];
      for (let between = middle(low, high); between !== null; between = middle(low, high))
        if (sign(between) === here) high = between;
        else low = between;
      found.push({ at: high, from: last[1], to: here });
    }
    last = [place, here];
  }
  return found;
}

const whole = (a: number, b: number) => (b - a <= 1 ? null : Math.floor((a + b) / 2));
const real = (a: number, b: number) => (b / a < 1 + 1e-6 ? null : Math.sqrt(a * b));

/** Where the bounds on a mean change their order: along n at this γ, then along γ at this n. */
export function crossings(law: BoundedLaw, n: number, gamma: number): Crossing[] {
  const along = (
    name: Crossing["along"],
    places: readonly number[],
    at: (x: number) => readonly [n: number, gamma: number],
    middle: typeof whole,
  ) =>
    pairs.flatMap(([a, b]) =>
      changes(places, (x) => order(a, b, law, ...at(x)), middle).map(({ at, from }) => ({
        along: name,
        at,
        below: from > 0 ? a : b,
        above: from > 0 ? b : a,
      })),
    );
  return [...along("n", SIZES, (size) => [size, gamma], whole), ...along("γ", GAMMAS, (share) => [n, share], real)];
}
