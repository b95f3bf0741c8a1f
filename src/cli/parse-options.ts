import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A number as people write it, 1e5 or 100000; NaN for anything else. Integers beyond 2^53 are not rounded into range. */
export function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return Number.NaN;
  if (/^\d+$/.test(trimmed) && BigInt(trimmed) > 2n ** 53n) return Number.POSITIVE_INFINITY;
  return Number(trimmed);
}

/** An integer option in [least, most]; from 1 on unless told. */
export function parseCount(option: string, text: string, most: number, least = 1): number {
  const value = parseNumber(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`${option} is ${shown(text)}; it must be an integer from ${least} to ${most}`);
  return value;
}

/** An option that is one of a few words. */
export function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(`${option} is ${shown(text)}; it must be ${choices.join(" or ")}`);
  return found;
}
