import type fc from "fast-check";
import { shownValue } from "../numbers/shown-value.js";
import type { Domain, Value } from "./domain.js";
import { isNumeric } from "./is-numeric.js";

/** What a reader needs to know of a value that stands for something: an expression, say, and on whose word it rests. */
export interface Resolved {
  /** What it is, written out, where its name does not say it. */
  readonly expression: string | null;
  /** Whether its properties are proved, or taken on the word of whoever gave it. */
  readonly provenance: "certified" | "declared" | null;
}

/** A change that can be asked for of every value of a parameter, by a flag of the command line. */
export interface Variant<G> {
  readonly flag: string;
  readonly about: string;
  /** The value that stands for the changed thing; null where it cannot be changed. */
  of(resolved: G, own: readonly G[]): Value | null;
}

/**
 * Values of a parameter that depend on a few free numbers: a function with a scale and a place, say. Searches move along
 * them.
 */
export interface Family<T extends Value = Value> {
  readonly name: string;
  /** What each free number may be; their first corners (1 for a positive number) give the plainest member. */
  readonly free: readonly Domain[];
  /** The member with these free numbers, in the order of `free`. */
  member(...free: readonly Value[]): T;
}

/** How the values of a parameter stand for things: names, or expressions, for functions. */
export interface Resolution<T extends Value, G> {
  /**
   * The thing that a value stands for, among somebody's own and those that are known.
   *
   * @throws RangeError saying what the value was and what it must be.
   */
  resolve(value: T, own: readonly G[]): G;
  /** The one value by which cells, draws and rows know it. */
  valueOf(resolved: G): T;
  /** The values that are known without anybody's own. */
  known(): readonly T[];
  /**
   * A thing of somebody's own, as a config gives it.
   *
   * @throws RangeError in one line that says what is wrong with it.
   */
  admit(entry: unknown): G;
  about(resolved: G): Resolved;
  /** Further values at random, of a kind that statements may be about; `probe` is one of the kind. */
  readonly random?: { readonly probe: T; arbitrary(check: typeof fc): fc.Arbitrary<T> };
  /** Values that a search may try, extreme ones too; which of them a statement is about, its hypotheses say. */
  readonly families?: readonly Family<T>[];
  readonly variants?: readonly Variant<G>[];
}

/** Something that a cell fixes. N is its name, T what cells hold, G what it stands for in the mathematics. */
export interface Parameter<N extends string = string, T extends Value = Value, G = unknown> {
  readonly name: N;
  /** As formulas write it: "γ". Rows and figures show it; "" for values that speak for themselves. */
  readonly symbol: string;
  /** One line for help. */
  readonly about: string;
  readonly domain: Domain<T>;
  /** Where most values that are tried at random lie: the whole domain unless given. */
  readonly usual: Domain<T>;
  /** Whether it is a size: what "large enough" is said of, so that frontiers are looked for along it. */
  readonly size: boolean;
  /** Of a text: the values that there are, the simplest first, where its domain does not list them; else none. */
  readonly examples: readonly T[];
  /** What a checked value stands for. */
  resolve(value: T, own?: readonly unknown[]): G;
  /** Null for values that stand for themselves. */
  readonly resolution: Resolution<T, G> | null;
}

/** A parameter of any kind. */
export type AnyParameter = Parameter;

/** What `parameter` takes. */
export interface ParameterDefinition<N extends string, T extends Value> {
  readonly name: N;
  /** The name unless given. */
  readonly symbol?: string;
  readonly about?: string;
  readonly domain: Domain<T>;
  readonly usual?: Domain<T>;
  readonly size?: boolean;
  readonly examples?: readonly T[];
}

/**
 * Makes a parameter: the one place that says what it must be, how it is written and what it stands for. Flags of the
 * command line, checks of rows, random cells, help, columns and symbols come from it.
 *
 * @throws RangeError if the name is not letters and digits after a letter, or a size is not a number.
 * @example const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
 */
export function parameter<const N extends string, T extends Value, G>(
  definition: ParameterDefinition<N, T> & { readonly resolution: Resolution<T, G> },
): Parameter<N, T, G>;
export function parameter<const N extends string, T extends Value>(
  definition: ParameterDefinition<N, T>,
): Parameter<N, T, T>;
export function parameter<const N extends string, T extends Value, G>(
  definition: ParameterDefinition<N, T> & { readonly resolution?: Resolution<T, G> },
): Parameter<N, T, T | G> {
  const {
    name,
    symbol = name,
    about = "",
    domain,
    usual = domain,
    size = false,
    examples = [],
    resolution = null,
  } = definition;
  if (typeof name !== "string" || !/^[A-Za-z][A-Za-z0-9]{0,99}$/.test(name))
    throw new RangeError(
      `parameter name is ${shownValue(name)}; it must be a letter, then at most 99 letters and digits`,
    );
  for (const [member, x] of Object.entries({ symbol, about }))
    if (typeof x !== "string")
      throw new RangeError(`parameter ${name}: ${member} is ${shownValue(x)}; it must be a text`);
  if (!Array.isArray(examples))
    throw new RangeError(`parameter ${name}: examples are ${shownValue(examples)}; they must be a list`);
  if (typeof domain?.has !== "function" || typeof usual?.has !== "function")
    throw new RangeError(`parameter ${name}: its domain must be made by integers, openInterval, oneOf, text, …`);
  if (size && !isNumeric(domain))
    throw new RangeError(`parameter ${name}: a size must be a number, it must be ${domain.mustBe}`);
  const stranger = examples.find((value) => !domain.has(value));
  if (stranger !== undefined)
    throw new RangeError(`parameter ${name}: an example is ${shownValue(stranger)}; it must be ${domain.mustBe}`);
  if (!resolution) return { name, symbol, about, domain, usual, size, examples, resolution, resolve: (value) => value };
  return {
    name,
    symbol,
    about,
    domain,
    usual,
    size,
    examples,
    // Whoever passes things of their own had them admitted.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    resolve: (value, own = []) => resolution.resolve(value, own as readonly G[]),
    resolution,
  };
}

/** The names of parameters. */
export type NamesOf<P extends readonly AnyParameter[]> = P[number]["name"];

/** What cells hold for a parameter. */
export type ValueOf<Q> = Q extends { readonly domain: Domain<infer T> } ? T : never;

/** A cell of some parameters: plain JSON. */
export type CellOf<P extends readonly AnyParameter[]> = {
  readonly [Q in P[number] as Q["name"]]: ValueOf<Q>;
};

/** The parameters as the mathematics uses them: what values stand for. */
export type GivenOf<P extends readonly AnyParameter[]> = {
  readonly [Q in P[number] as Q["name"]]: ReturnType<Q["resolve"]>;
};
