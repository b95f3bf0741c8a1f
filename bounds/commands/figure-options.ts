import { shownValue } from "lemmacheck";

/** An option as typed, undefined where it was left out. */
export type Typed = string | true | undefined;

const DECIMAL = /^\d+(\.\d*)?(e\+?\d+)?$/i;

/** An integer as people write it, 1e5 or 100000; NaN for anything else. */
function readInteger(typed: string): number {
  const text = typed.trim();
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  return Number.isInteger(value) ? value : Number.NaN;
}

/** @throws RangeError if it is no integer from `least` to `most`. */
export function readCount(option: string, typed: Typed, usual: number, most: number, least = 1): number {
  if (typed === undefined) return usual;
  const value = readInteger(String(typed));
  if (value >= least && value <= most) return value;
  throw new RangeError(`--${option} is ${String(typed)}; it must be an integer from ${least} to ${most}`);
}

/**
 * A list of sizes, each once; null where it was left out.
 *
 * @param most a power of 2.
 * @throws RangeError if one of them is no integer from 1 to `most`.
 */
export function readSizes(option: string, typed: Typed, most: number): readonly number[] | null {
  if (typed === undefined) return null;
  const texts = String(typed).split(",");
  const values = texts.map(readInteger);
  const wrong = values.findIndex((value) => !(value >= 1 && value <= most));
  if (wrong >= 0)
    throw new RangeError(
      `--${option} has ${shownValue(texts[wrong])}; it must be a list of integers from 1 to 2^${Math.log2(most)}`,
    );
  return [...new Set(values)];
}

/** @throws RangeError if it is none of the choices. */
export function readChoice<T extends string>(option: string, typed: Typed, choices: readonly T[], usual: T): T {
  if (typed === undefined) return usual;
  const found = choices.find((choice) => choice === typed);
  if (found === undefined) throw new RangeError(`--${option} is ${String(typed)}; it must be ${choices.join(" or ")}`);
  return found;
}

/** What networks are drawn from, beside ψ and sizes. */
export const readLaws = (options: Readonly<Partial<Record<string, string | true>>>) => ({
  initialisation: readChoice("initialisation", options.initialisation, ["fan-in", "he"], "fan-in"),
  coefficients: readChoice("coefficients", options.coefficients, ["rademacher", "gaussian"], "rademacher"),
});
