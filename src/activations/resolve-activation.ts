import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { scaledTanh } from "./scaled-tanh.js";

const NUMBER = String.raw`((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`;
/** `B*tanh(t/B)`: any name for the variable, white space between the parts. */
const SCALED_TANH = new RegExp(String.raw`^\s*${NUMBER}\s*\*\s*tanh\s*\(\s*[A-Za-z_]\w*\s*/\s*${NUMBER}\s*\)\s*$`);

/**
 * The activation that a cell's `psi` names, among the caller's own, then the catalogue, then `B*tanh(t/B)` with equal
 * numbers B.
 *
 * @throws RangeError naming psi, what it was and what it may be; or naming beta, if B is beyond what scaledTanh takes.
 */
export function resolveActivation(psi: string, own: readonly Activation[] = []): Activation {
  const known = [...own, ...catalogue];
  const found = known.find(({ id }) => id === psi);
  if (found) return found;
  const [, outer, inner] = SCALED_TANH.exec(psi) ?? [];
  if (outer !== undefined && Number(outer) === Number(inner)) return scaledTanh(Number(outer));
  throw new RangeError(
    `psi is ${JSON.stringify(psi)}; it must be one of ${known.map(({ id }) => id).join(", ")}, or B*tanh(t/B) with equal numbers B`,
  );
}
