import { certify } from "../expressions/certify.js";
import { domainProblem } from "../expressions/check-domain.js";
import { findKinks } from "../expressions/find-kinks.js";
import { parseExpression } from "../expressions/parse-expression.js";
import { stableForm } from "../expressions/stable-form.js";
import { randomExpression } from "./random-expression.js";

/** What became of a random expression: widths are (high − low)/high of sup|ψ|, sup|ψ'|, sup|ψ''|. */
export interface ConstantsReport {
  readonly index: number;
  readonly expression: string;
  /** Why it is not accepted, or null. */
  readonly refused: string | null;
  readonly widths: readonly number[];
  readonly ends: readonly (readonly [low: number | string, high: number | string])[];
  readonly reasons: readonly (string | null)[];
  /** CPU seconds that the constants took. */
  readonly seconds: number;
  /** What contradicts the enclosures. */
  readonly missed: readonly string[];
}

const NAMES = ["supremum", "lipschitz", "smoothness"] as const;
const RELATIVE = 1e-9;

/** Where ψ is looked at: near 0, and outwards to 10^6, at points with no pattern. */
const POINTS = Array.from({ length: 2400 }, (_, i) => {
  const x = (i * 0.6180339887498949) % 1;
  const sign = i % 2 === 0 ? 1 : -1;
  return i % 3 === 0 ? sign * 10 ** (-4 + 10 * x) : sign * 12 * x;
});

/** Holds what is certified of the random expression of an index against its values, computed by other code. */
export function holdConstants(index: number): ConstantsReport {
  const { text, at } = randomExpression(index);
  const before = process.cpuUsage();
  const seconds = () => Math.round(process.cpuUsage(before).user / 1e3) / 1e3;
  const nothing = { index, expression: text, widths: [], ends: [], reasons: [], missed: [] };
  let found: ReturnType<typeof certify>;
  try {
    const form = stableForm(parseExpression(text));
    const problem = domainProblem(form);
    if (problem !== null) return { ...nothing, refused: problem, seconds: seconds() };
    found = certify(form, findKinks(form));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, refused: error.message, seconds: seconds() };
  }
  const spent = seconds();
  const missed: string[] = [];
  /** Values with the error that they may have. */
  function hold(k: number, size: number, error: number, where: string): void {
    const { high } = found[NAMES[k]];
    if (size - error > high * (1 + RELATIVE)) missed.push(`${NAMES[k]}: ${size} ± ${error} ${where}, above ${high}`);
  }
  const peaks = NAMES.map((name) => found[name].at).filter((t) => Number.isFinite(t));
  const near = peaks.flatMap((t) => [t, t + 1e-3, t - 1e-3, t + 0.05, t - 0.05]);
  const points = [...POINTS, ...near].toSorted((a, b) => a - b);
  let last: { readonly t: number; readonly value: number; readonly error: number } | null = null;
  for (const t of points) {
    const { d, error } = at(t);
    if (!d.every(Number.isFinite) || !error.every(Number.isFinite)) {
      last = null;
      continue;
    }
    d.forEach((x, k) => {
      hold(k, Math.abs(x), error[k], `at ${t}`);
    });
    if (last && t > last.t) {
      const [step, rounding] = [t - last.t, 2 ** -52 * (Math.abs(t) + Math.abs(last.t))];
      const slope = Math.abs(d[0] - last.value) / (step + rounding);
      hold(1, slope, (error[0] + last.error) / step, `between ${last.t} and ${t}`);
    }
    last = { t, value: d[0], error: error[0] };
  }
  NAMES.forEach((name, k) => {
    const { low, high, at: place } = found[name];
    if (!(low <= high)) missed.push(`${name}: ${low} is above ${high}`);
    if (!Number.isFinite(place) || low === Infinity) return;
    // A limit from one side: the larger of both.
    const tiny = Math.max(1e-12, Math.abs(place) * 2 ** -45);
    const sides = [place, place - tiny, place + tiny].map(at);
    const [size, error] = [
      Math.max(...sides.map(({ d }) => Math.abs(d[k]))),
      Math.max(...sides.map((s) => s.error[k])),
    ];
    if (size + error < low * (1 - 1e-6))
      missed.push(`${name}: ${size} ± ${error} at ${place}, where ${low} is attained`);
  });
  const ends = NAMES.map((name) => [shown(found[name].low), shown(found[name].high)] as const);
  const widths = NAMES.map((name) => width(found[name]));
  return {
    index,
    expression: text,
    refused: null,
    widths,
    ends,
    reasons: NAMES.map((name) => found[name].reason),
    seconds: spent,
    missed,
  };
}

const shown = (x: number) => (Number.isFinite(x) ? x : String(x));

/** (high − low)/high; 0 where both are 0 or both infinite, 1 where only the upper is. */
function width({ low, high }: { readonly low: number; readonly high: number }): number {
  if (low === high) return 0;
  return high === Infinity ? 1 : (high - low) / high;
}
