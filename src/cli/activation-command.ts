import { type Activation, type ExpressionActivation, inadmissible } from "lemmacheck";
import { claims as ledger } from "../../bounds/index.js";
import { theoremOneConstants } from "../../bounds/shared/theorem-1-constants.js";
import { parseActivation } from "./parse-options.js";

/** The failure probabilities for which the constants of Theorem 1 are shown. */
const GAMMAS = [0.9, 0.1, 0.01];

const isExpression = (psi: Activation): psi is ExpressionActivation => "formulas" in psi;

/** JSON has no infinity: null says that there is no finite constant, or none is known. */
const finite = (x: number) => (Number.isFinite(x) ? x : null);

function theorem1(psi: Activation) {
  const claim = ledger.find(({ id }) => id === "theorem-1");
  if (!claim || inadmissible(claim, psi) !== null) return null;
  return GAMMAS.map((gamma) => {
    const { C3, C4, R, leastWidth, leastDimension } = theoremOneConstants(psi, gamma);
    const k = Math.ceil(leastWidth);
    return { gamma, C3, C4, R, k, d: Math.ceil(leastDimension(k)) };
  });
}

/** Everything that is known of ψ, as `activation --json` prints it. */
function facts(psi: Activation) {
  const { id, latex, provenance, supremum, lipschitz, smoothness, kinks, gaussian, valueMoments, derivativeMoments } =
    psi;
  return {
    id,
    latex,
    formulas: isExpression(psi) ? psi.formulas : null,
    provenance,
    supremum: finite(supremum),
    lipschitz: finite(lipschitz),
    smoothness: finite(smoothness),
    kinks,
    gaussian: {
      mean: gaussian.mean,
      secondMoment: gaussian.secondMoment,
      derivativeSecondMoment: gaussian.derivativeSecondMoment,
    },
    valueMoments,
    derivativeMoments,
    claims: ledger
      .filter(({ parameters }) => parameters.includes("psi"))
      .map((claim) => ({ id: claim.id, label: claim.label, reason: inadmissible(claim, psi) })),
    theorem1: theorem1(psi),
  };
}

type Facts = ReturnType<typeof facts>;

const constant = (x: number | null) => (x === null ? "no finite one known" : String(x));

function pageOf({ id, formulas, provenance, supremum, lipschitz, smoothness, kinks, ...rest }: Facts): string {
  const { mean, secondMoment, derivativeSecondMoment } = rest.gaussian;
  const estimate = ({ value, error }: { value: number; error: number }) => `${value} ± ${error.toPrecision(2)}`;
  const pair = (moments: Facts["valueMoments"]) =>
    moments ? `${moments.sigma}, ${moments.c}\n             ${moments.because}` : "no pair known";
  return [
    `ψ(t) = ${formulas?.value ?? id}`,
    ...(formulas ? [`ψ'(t) = ${formulas.derivative}`, `ψ''(t) = ${formulas.secondDerivative}`] : []),
    "",
    `Constants (${provenance})`,
    `  sup|ψ|     ${constant(supremum)}`,
    `  Lipschitz  ${constant(lipschitz)}`,
    `  L          ${constant(smoothness)}`,
    `  kinks      ${kinks.length === 0 ? "none" : kinks.join(", ")}`,
    "",
    "X standard normal",
    `  E ψ(X)     ${estimate(mean)}`,
    `  E ψ(X)²    ${estimate(secondMoment)}`,
    `  E ψ'(X)²   ${estimate(derivativeSecondMoment)}`,
    `  (σ, c)     ${pair(rest.valueMoments)}`,
    `  (σ', c')   ${pair(rest.derivativeMoments)}`,
    "",
    "Statements",
    ...rest.claims.map(
      ({ id: claim, reason }) => `  ${claim.padEnd(26)} ${reason === null ? "applies" : `does not: ${reason}`}`,
    ),
    ...(rest.theorem1
      ? [
          "",
          "Theorem 1 by the constants of its proof",
          ...rest.theorem1.map(
            ({ gamma, C3, C4, k, d }) =>
              `  γ = ${String(gamma).padEnd(5)} C₃ = ${C3.toPrecision(4)}, C₄ = ${C4.toPrecision(4)}; k ≥ ${k.toPrecision(4)}, d ≥ ${d.toPrecision(4)}`,
          ),
        ]
      : []),
    "",
  ].join("\n");
}

/** `activation PSI [--json]`: what is known of an activation, and which statements apply to it. */
export function activationCommand(text: string, { json = false }: { json?: boolean }): void {
  const psi = parseActivation("PSI", text);
  const known = facts(psi);
  process.stdout.write(json ? `${JSON.stringify(known, null, 2)}\n` : pageOf(known));
}
