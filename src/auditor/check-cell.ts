import { messageOf } from "../numbers/message-of.js";
import { shownName, shownValue } from "../numbers/shown-value.js";
import { checkValue } from "./cell.js";
import type { AnyParameter } from "./parameter.js";

/**
 * Refuses what is no cell of some parameters; what values stand for is not looked at.
 *
 * @param place how messages name the cell: "claim lemma-1: witness".
 * @throws RangeError naming the place, the parameter, what it was and what it must be.
 */
export function checkCell(place: string, parameters: readonly AnyParameter[], cell: unknown): void {
  if (typeof cell !== "object" || cell === null)
    throw new RangeError(`${place} is ${shownValue(cell)}; it must be a cell`);
  const values = new Map<string, unknown>(Object.entries(cell));
  const extra = [...values.keys()].find((name) => !parameters.some((known) => known.name === name));
  if (extra !== undefined)
    throw new RangeError(
      `${place}: ${shownName(extra)} is ${shownValue(values.get(extra))}; it must be left out: there are ${parameters.map(({ name }) => name).join(", ")}`,
    );
  for (const parameter of parameters) {
    try {
      checkValue(parameter, values.get(parameter.name));
    } catch (error) {
      throw new RangeError(`${place}: ${messageOf(error)}`, { cause: error });
    }
  }
}
