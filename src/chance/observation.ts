import type { MeanModel } from "./mean-model.js";

/** What a draw showed: a number, or the ends of an interval that surely holds it. */
export type Observation = number | readonly [lower: number, upper: number];

function expected({ range }: MeanModel): string {
  return range
    ? `a number in the range [${range.lower}, ${range.upper}], or an interval [lower, upper] that meets it`
    : "a finite number, or an interval [lower, upper] of such";
}

/** The ends of an observation; those of an interval are cut to the model's range, outside of which X cannot be. */
export function observedEnds(
  model: MeanModel,
  observation: Observation,
  draw: number,
): readonly [lower: number, upper: number] {
  const [lower, upper] = typeof observation === "number" ? [observation, observation] : ends(observation);
  const { range } = model;
  const cut = range
    ? ([Math.max(lower, range.lower), Math.min(upper, range.upper)] as const)
    : ([lower, upper] as const);
  const inside = typeof observation === "number" ? cut[0] === cut[1] : cut[0] <= cut[1];
  if (lower <= upper && inside && Number.isFinite(cut[0]) && Number.isFinite(cut[1])) return cut;
  throw new RangeError(`observation is ${shown(observation)} at draw ${draw}; it must be ${expected(model)}`);
}

/** Two NaN for what is no pair of numbers, whatever its type says. */
function ends(observation: unknown): readonly [number, number] {
  if (!Array.isArray(observation) || observation.length !== 2) return [Number.NaN, Number.NaN];
  const [lower, upper]: unknown[] = observation;
  return typeof lower === "number" && typeof upper === "number" ? [lower, upper] : [Number.NaN, Number.NaN];
}

function shown(observation: unknown): string {
  return Array.isArray(observation) ? `[${observation.map(String).join(", ")}]` : String(observation);
}
