import type { Additions } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { psi } from "lemmacheck/networks";

/**
 * The activation that an argument names, or writes, among a config's own and the catalogue.
 *
 * @throws RangeError naming the argument, what it was and what it must be.
 */
export function readActivation(argument: string, typed: string, additions: Additions): Activation {
  try {
    return psi.resolve(typed, additions[psi.name]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const rule = error.message.indexOf("it must be");
    throw new RangeError(`${argument} is ${typed}; ${error.message.slice(Math.max(0, rule))}`, { cause: error });
  }
}
