import type { Enclosure } from "./enclosure.js";
import type { MeanModel } from "./mean-model.js";

function expected({ range }: MeanModel): string {
  return range
    ? `a number in the range [${range.lower}, ${range.upper}], or { lower, upper } that meet it`
    : "a finite number, or { lower, upper } of such";
}

/** The ends of what a draw showed; those of an interval are cut to the model's range, outside of which X cannot be. */
export function observedEnds(
  model: MeanModel,
  observed: Enclosure,
  draw: number,
): readonly [lower: number, upper: number] {
  const [lower, upper] = ends(observed);
  const { range } = model;
  const cut = range
    ? ([Math.max(lower, range.lower), Math.min(upper, range.upper)] as const)
    : ([lower, upper] as const);
  const inside = typeof observed === "number" ? cut[0] === cut[1] : cut[0] <= cut[1];
  if (lower <= upper && inside && Number.isFinite(cut[0]) && Number.isFinite(cut[1])) return cut;
  throw new RangeError(`observation is ${shown(observed)} at draw ${draw}; it must be ${expected(model)}`);
}

const hasEnds = (observed: unknown): observed is { readonly lower: unknown; readonly upper: unknown } =>
  typeof observed === "object" && observed !== null && "lower" in observed && "upper" in observed;

/** Two NaN for what is neither a number nor two ends, whatever its type says. */
function ends(observed: unknown): readonly [number, number] {
  if (typeof observed === "number") return [observed, observed];
  if (!hasEnds(observed)) return [Number.NaN, Number.NaN];
  const { lower, upper } = observed;
  return typeof lower === "number" && typeof upper === "number" ? [lower, upper] : [Number.NaN, Number.NaN];
}

function shown(observed: unknown): string {
  return hasEnds(observed)
    ? `{ lower: ${String(observed.lower)}, upper: ${String(observed.upper)} }`
    : String(observed);
}
