import type { Domain, Shape } from "../domain.js";
import type { AnyParameter } from "../parameter.js";

/** A whole number of a place, by its size and its sign. */
export interface WholeNumber {
  readonly name: string;
  /** Its size, at least 1, and the least that it may be. */
  readonly size: number;
  readonly least: number;
  /** The value of another size; null where the parameter may not be that. */
  of(size: number): number | null;
}

/** The integers that a domain is made of; null for others. */
function integersOf({ shape }: Domain): Extract<Shape, { readonly type: "integers" }> | null {
  if (shape.type === "integers") return shape;
  return shape.type === "restricted" ? integersOf(shape.domain) : null;
}

/** Whether a parameter's values are integers in one piece, of which smaller ones are simpler. */
export const isWhole = ({ domain }: AnyParameter): boolean => integersOf(domain) !== null;

/** The value of a parameter as a whole number that may get smaller; null where it is none. */
export function wholeNumber({ name, domain }: AnyParameter, value: unknown): WholeNumber | null {
  const integers = integersOf(domain);
  if (!integers || typeof value !== "number" || value === 0) return null;
  const sign = Math.sign(value);
  return {
    name,
    size: Math.abs(value),
    least: Math.max(0, sign > 0 ? integers.from : -integers.to),
    of: (size) => (domain.has(sign * size) ? sign * size : null),
  };
}
