/** What a cell holds: plain JSON. */
export type Value = string | number;

/** How a domain is made up: data, from which checks, words and generators follow. */
export type Shape =
  | { readonly type: "integers"; readonly from: number; readonly to: number }
  | {
      readonly type: "reals";
      readonly from: number;
      readonly to: number;
      /** Whether the ends belong to it. */
      readonly closed: readonly [from: boolean, to: boolean];
    }
  | { readonly type: "words"; readonly words: readonly Value[] }
  | { readonly type: "text" }
  | { readonly type: "either"; readonly domains: readonly Domain[] }
  | { readonly type: "restricted"; readonly domain: Domain };

/** The values that a parameter may have. Made by the functions of domains.ts. */
export interface Domain<T extends Value = Value> {
  readonly shape: Shape;
  /** What a value must be, as messages and help say it: "an integer from 1 to 2^53". */
  readonly mustBe: string;
  /** Whether a value, of any type, belongs to it. */
  has(x: unknown): x is T;
}
