import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";

/**
 * The activation that a cell's `psi` names, among the caller's own and then the catalogue.
 *
 * @throws RangeError naming psi, what it was and what it may be.
 */
export function resolveActivation(psi: string, own: readonly Activation[] = []): Activation {
  const known = [...own, ...catalogue];
  const found = known.find(({ id }) => id === psi);
  if (!found)
    throw new RangeError(`psi is ${JSON.stringify(psi)}; it must be one of ${known.map(({ id }) => id).join(", ")}`);
  return found;
}
