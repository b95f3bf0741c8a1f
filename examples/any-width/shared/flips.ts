import type { Enclosure } from "lemmacheck";
import type { Line } from "lemmacheck/networks";

/** What the deep laws may be off by, relative to f(x): 2^-44 a layer and a step, with room. */
const DOUBT = 2 ** -30;

/**
 * Whether f(x + η∇f(x)) has the other sign than f(x): 1, 0, or both where rounding leaves it open; 0 where f(x) = 0 or
 * ∇f(x) = 0, as there is nothing to flip, or nowhere to go.
 */
export function flipsAt(
  { value, gradientNorm, at }: Pick<Line, "value" | "gradientNorm" | "at">,
  eta: number,
): Enclosure {
  if (value === 0 || gradientNorm === 0) return 0;
  const [after] = at([eta]);
  const doubt = after.rounding < Infinity ? after.rounding : DOUBT * Math.abs(value);
  if (Math.abs(after.value) <= doubt) return { lower: 0, upper: 1 };
  return after.value * value < 0 ? 1 : 0;
}

/** η = −c·f(x)/‖∇f(x)‖²: for a linear f it leads to (1 − c)f(x). */
export const tangentStep = ({ value, gradientNorm }: Pick<Line, "value" | "gradientNorm">, c: number): number =>
  gradientNorm > 0 ? ((-c * value) / gradientNorm) * (1 / gradientNorm) : 0;

/** The step of the readings here: twice the way to where the tangent at x meets 0, so that a linear f is −f(x) there. */
export const TWICE = 2;

/** |f(x′) + f(x)|/|f(x)| at that x′: how far f is off its tangent; 0 where f(x) = 0 or there is nowhere to go. */
export function relativeDeviation(line: Pick<Line, "value" | "gradientNorm" | "at">): number {
  if (line.value === 0 || line.gradientNorm === 0) return 0;
  const [after] = line.at([tangentStep(line, TWICE)]);
  return Math.abs(after.value + line.value) / Math.abs(line.value);
}
