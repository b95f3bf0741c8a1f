import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";

/** The id of the catalogue's activation that ψ is, under whatever name; null where it is none, or not known to be one. */
export function knownAs(psi: Activation): string | null {
  const found = psi.same ?? psi;
  return catalogue.includes(found) ? found.id : null;
}
