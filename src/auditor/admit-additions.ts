import { shownName } from "../numbers/shown-value.js";
import type { Additions } from "./cell.js";
import type { AnyParameter } from "./parameter.js";

/** The same, where what is wrong with an entry says which it is. */
function admitted(place: string, { resolution }: AnyParameter, entry: unknown): unknown {
  try {
    return resolution?.admit(entry);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`${place}: ${error.message}`, { cause: error });
  }
}

/**
 * Things of somebody's own that parameters may stand for, as claims use them.
 *
 * @param given by the parameter's name, as a config has them.
 * @throws RangeError naming the entry, what it was and what it must be.
 */
export function admitAdditions(
  parameters: readonly AnyParameter[],
  given: Readonly<Record<string, readonly unknown[]>>,
): Additions {
  const open = parameters.filter(({ resolution }) => resolution);
  return Object.fromEntries(
    Object.entries(given).map(([name, entries]) => {
      const parameter = open.find((known) => known.name === name);
      if (!parameter)
        throw new RangeError(
          `additions has ${shownName(name)}; it must have parameters that stand for something: ${open.map((known) => known.name).join(", ") || "none here"}`,
        );
      const known = new Set(parameter.resolution?.known());
      const taken = new Set<unknown>();
      const things = entries.map((entry, i) => {
        const place = `additions.${name}[${i}]`;
        const thing = admitted(place, parameter, entry);
        const id = parameter.resolution?.valueOf(thing);
        const refuse = (by: string) => {
          throw new RangeError(`${place} is ${shownName(id)}; it must be another, since ${by} that one`);
        };
        if (taken.has(id)) refuse("the additions already have");
        if (typeof entry !== "string" && known.has(id ?? "")) refuse("it is known without them:");
        taken.add(id);
        return thing;
      });
      return [name, things];
    }),
  );
}
