import type { Name } from "../samplers/parameters.js";
import type { Claim, Definition } from "./claim.js";

/**
 * Makes a claim. Types are inferred from `parameters` and `draw`: a bound or an observed quantity that uses a
 * parameter which is not listed does not compile, nor a sampler that needs one.
 *
 * @throws RangeError if the id is not kebab-case, there are no mutants, no default cells, a whp claim has no `trivial`, a
 * mutant changes nothing, or what only a trend or only a whp claim may have does not fit the kind.
 */
export function defineClaim<const P extends Name, D>(definition: Definition<P, D>): Claim {
  const { id, mutants, cells } = definition;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new RangeError(`claim id is ${JSON.stringify(id)}; it must be lower-case words joined by hyphens`);
  if (Object.keys(mutants).length === 0)
    throw new RangeError(`claim ${id}: mutants are {}; there must be a wrong version that the audit refutes`);
  if (definition.kind === "whp" && !definition.trivial)
    throw new RangeError(`claim ${id}: trivial is missing; a whp claim must say what is known without it`);
  if ((definition.kind === "trend") !== (definition.trend !== undefined))
    throw new RangeError(
      `claim ${id}: trend is ${definition.trend ? "given" : "missing"} and kind is ${definition.kind}; a trend, and nothing else, must say what it follows`,
    );
  if (definition.kind === "trend" && (definition.relation === "=") !== (definition.resolution !== undefined))
    throw new RangeError(
      `claim ${id}: relation is ${definition.relation} and resolution is ${definition.resolution ? "given" : "missing"}; a trend must have a tolerance exactly if its relation is =`,
    );
  if (definition.kind !== "whp" && definition.everyGamma)
    throw new RangeError(
      `claim ${id}: everyGamma is given and kind is ${definition.kind}; only a whp claim may have it`,
    );
  if (definition.kind !== "whp" && definition.kind !== "trend" && definition.uncertainty)
    throw new RangeError(
      `claim ${id}: uncertainty is given and kind is ${definition.kind}; only a whp claim or a trend may have it`,
    );
  if (definition.relation === "=" && definition.uncertainty)
    throw new RangeError(`claim ${id}: uncertainty is given and relation is =; it must be <= or >=`);
  if (cells.length === 0) throw new RangeError(`claim ${id}: cells are []; there must be a cell to audit by default`);
  for (const [name, mutant] of Object.entries(mutants)) {
    if (!mutant.bound && !mutant.observed)
      throw new RangeError(`claim ${id}: mutant ${name} changes nothing; it must have a bound or an observed quantity`);
    if (mutant.of === "repaired" && !definition.forms.repaired)
      throw new RangeError(`claim ${id}: mutant ${name} is of the repaired form; the claim has only a printed one`);
  }
  return definition;
}
