import { type Activation, checkParameter, resolveActivation } from "lemmacheck";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A number as people write it, 1e5 or 100000; NaN for anything else. Integers beyond 2^53 are not rounded into range. */
function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return Number.NaN;
  if (/^\d+$/.test(trimmed) && BigInt(trimmed) > 2n ** 53n) return Number.POSITIVE_INFINITY;
  return Number(trimmed);
}

function rethrow(option: string, text: string, error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  // The check says "d is 0; it must be …": keep what it must be, and quote what was typed.
  throw new UsageError(`${option} is ${shown(text)}; ${error.message.slice(error.message.lastIndexOf("it must be"))}`);
}

/** The numbers of a list option such as `--d 1e2,1e3`, each checked as the cell parameter `name`. */
export function parseList(option: string, name: string, text: string): number[] {
  return text.split(",").map((item) => {
    const value = parseNumber(item);
    try {
      checkParameter(name, value);
    } catch (error) {
      rethrow(option, item, error);
    }
    return value;
  });
}

/** An integer option in [1, most]. */
export function parseCount(option: string, text: string, most: number): number {
  const value = parseNumber(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`${option} is ${shown(text)}; it must be an integer from 1 to ${most}`);
  return value;
}

/** An option that is one of a few words. */
export function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(`${option} is ${shown(text)}; it must be ${choices.join(" or ")}`);
  return found;
}

/** The activation that an argument names, or writes, among a config's own and the catalogue. */
export function parseActivation(option: string, text: string, activations: readonly Activation[]): Activation {
  try {
    return resolveActivation(text, activations);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${option} is ${shown(text)}; ${error.message.slice(error.message.indexOf("it must be"))}`);
  }
}

/** One failure probability. */
export function parseGamma(option: string, text: string): number {
  const [gamma, ...more] = parseList(option, "gamma", text);
  if (more.length > 0) throw new UsageError(`${option} is ${shown(text)}; it must be one number in (0, 1)`);
  return gamma;
}
