import { type Claim, inadmissible } from "lemmacheck";
import {
  type Activation,
  expressionActivation,
  hermiteCoefficients,
  knownAs,
  radialSecondMoment,
} from "lemmacheck/activations";
import { theoremOneConstants } from "../constants/theorem-1-constants.js";
import { theoremOneSizesOf } from "../constants/theorem-1-readings.js";
import { isExpression } from "../hypotheses/constant-ends.js";
import { wholeSize } from "./size-pairs.js";

/** The failure probabilities for which the constants of Theorem 1 are shown. */
const GAMMAS = [0.5, 0.1, 0.01];
/** Hermite coefficients up to this order. */
const HERMITE = 6;

/** JSON has no infinity: null says that there is no finite constant, or none is known. */
const finite = (x: number) => (Number.isFinite(x) ? x : null);

/** C₁ … C₄ of Theorem 1 by its proof, which serve all γ ≤ ½, and the least k and d that the proof asks for at some γ. */
function theorem1(psi: Activation, claims: readonly Claim[]) {
  const claim = claims.find(({ id }) => id === "theorem-1");
  if (!claim || inadmissible(claim, "psi", psi.id, { psi: [psi] }) !== null) return null;
  return GAMMAS.map((gamma) => {
    const { C3, C4, R } = theoremOneConstants(psi, gamma);
    const { leastWidth, leastDimension, uniform } = theoremOneSizesOf(psi, gamma, "printed");
    const k = wholeSize(leastWidth);
    return { gamma, ...uniform, C3, C4, R, k, d: wholeSize(leastDimension(k)) };
  });
}

/** Enclosures of a constant and where it is attained, by the expression's certificate. */
function enclosures(psi: Activation) {
  if (psi.expression === null) return null;
  const { formulas, certificate, moreKinks } = isExpression(psi) ? psi : expressionActivation(psi.expression);
  const enclosed = ({ low, high, at, reason }: (typeof certificate)["supremum"]) => ({
    low: finite(low),
    high: finite(high),
    at: Number.isFinite(at) ? at : String(at),
    reason: reason ?? (low === Infinity ? "unbounded" : null),
  });
  return {
    formulas,
    moreKinks,
    supremum: enclosed(certificate.supremum),
    lipschitz: enclosed(certificate.lipschitz),
    smoothness: enclosed(certificate.smoothness),
  };
}

/** Everything that is known of ψ, as `activation --json` prints it. */
export function activationFacts(psi: Activation, claims: readonly Claim[]) {
  const { id, latex, expression, provenance, supremum, lipschitz, smoothness, kinks, gaussian } = psi;
  const known = knownAs(psi);
  const proved = enclosures(psi);
  return {
    id,
    latex,
    expression,
    catalogue: known,
    formulas: proved?.formulas ?? null,
    provenance,
    supremum: finite(supremum),
    lipschitz: finite(lipschitz),
    smoothness: finite(smoothness),
    enclosures: proved && {
      supremum: proved.supremum,
      lipschitz: proved.lipschitz,
      smoothness: proved.smoothness,
    },
    kinks,
    moreKinks: proved?.moreKinks ?? false,
    gaussian: {
      mean: gaussian.mean,
      secondMoment: gaussian.secondMoment,
      derivativeSecondMoment: gaussian.derivativeSecondMoment,
      radialSecondMoment: radialSecondMoment(psi),
      hermite: hermiteCoefficients(psi, HERMITE),
    },
    valueMoments: psi.valueMoments,
    derivativeMoments: psi.derivativeMoments,
    claims: claims
      .filter(({ parameters }) => parameters.some(({ name }) => name === "psi"))
      .map((claim) => ({
        id: claim.id,
        label: claim.label,
        reason: inadmissible(claim, "psi", psi.id, { psi: [psi] }),
      })),
    theorem1: theorem1(psi, claims),
  };
}

export type ActivationFacts = ReturnType<typeof activationFacts>;
