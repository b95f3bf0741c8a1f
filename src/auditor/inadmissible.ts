import type { Activation } from "../activations/activation.js";
import { givenOf } from "./cell.js";
import type { Claim } from "./claim.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { someCell } from "./some-cell.js";

/**
 * Why a claim says nothing of an activation at any size: the first of its hypotheses that is not "parameter ≥ least"
 * and fails for ψ, the other parameters as at its witness. Null where it applies, or has no ψ.
 */
export function inadmissible(claim: Claim, psi: Activation): string | null {
  if (!claim.parameters.includes("psi")) return null;
  const given = givenOf(claim.parameters, { ...someCell(claim), psi: psi.id }, [psi]);
  const aboutPsi = [...claim.hypotheses, ...(claim.forms.printed.hypotheses ?? [])].filter(
    (hypothesis) => !("parameter" in hypothesis),
  );
  return failingHypothesis(aboutPsi, given);
}
