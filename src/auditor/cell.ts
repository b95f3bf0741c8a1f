import { shownValue } from "../numbers/shown-value.js";
import type { Value } from "./domain.js";
import type { AnyParameter } from "./parameter.js";

/** One configuration: plain JSON. */
export type Cell = Readonly<Record<string, Value>>;

/** A cell as it comes in, before it is checked. */
export type LooseCell = Readonly<Partial<Record<string, Value>>>;

/** The parameters of a cell as the mathematics uses them. */
export type Given = Readonly<Record<string, unknown>>;

/** Things of somebody's own that parameters may stand for, by the parameter's name; admitted by its resolution. */
export type Additions = Readonly<Partial<Record<string, readonly unknown[]>>>;

const ofCell = (cell: LooseCell, name: string) => (Object.hasOwn(cell, name) ? cell[name] : undefined);

/**
 * Refuses what does not belong to a parameter's domain.
 *
 * @throws RangeError naming the parameter, what it was and what it must be.
 */
export function checkValue({ name, domain }: AnyParameter, x: unknown): asserts x is Value {
  if (!domain.has(x)) throw new RangeError(`${name} is ${shownValue(x)}; it must be ${domain.mustBe}`);
}

/**
 * The cell's parameters, resolved among somebody's own things and those that are known.
 *
 * @throws RangeError naming the parameter, what it was and what it must be.
 */
export function givenOf(parameters: readonly AnyParameter[], cell: LooseCell, additions: Additions = {}): Given {
  for (const name of Object.keys(cell)) {
    if (!parameters.some((known) => known.name === name))
      throw new RangeError(
        `${name} is ${JSON.stringify(cell[name])}; the claim has no such parameter, only ${parameters.map((known) => known.name).join(", ")}`,
      );
  }
  return Object.fromEntries(
    parameters.map((parameter) => {
      const value = ofCell(cell, parameter.name);
      checkValue(parameter, value);
      return [parameter.name, parameter.resolve(value, additions[parameter.name])];
    }),
  );
}

/** What a cell holds, without what it leaves open. */
export function plainCell(cell: LooseCell): Cell {
  return Object.fromEntries(
    Object.entries(cell).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The cell with every value as draws and rows know it: a thing may be written in several ways. */
export function canonicalCell(parameters: readonly AnyParameter[], cell: LooseCell, given: Given): Cell {
  return Object.fromEntries(
    parameters.map(({ name, resolution }) => [
      name,
      resolution ? resolution.valueOf(given[name]) : (ofCell(cell, name) ?? ""),
    ]),
  );
}
