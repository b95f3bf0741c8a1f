import { type Found, formatNumber, type Json, pow } from "lemmacheck";
import type { FigurePlan } from "./figure-jobs.js";
import { type Judged, judgeSizes, PRACTICE_ALPHA, type Size, thresholdOf } from "./practice-judged.js";
import { practicePanels } from "./practice-panels.js";

/** What a theorem's proof asks for, sizes in powers of ten. */
export interface AskedByProof {
  readonly theorem: string;
  readonly log10k: number;
  readonly log10d: number;
  /** |η|·‖∇f(x)‖² of the step that it takes. */
  readonly step: number;
}

/** The sizes that are tried at one depth. */
interface DepthPlans {
  readonly depth: number;
  readonly plans: readonly FigurePlan[];
  /** Where no theorem speaks of ψ, γ and the depth, why. */
  readonly asked: AskedByProof | { readonly none: string };
  /** |η|·‖∇f(x)‖² of the step that is enough as d and k grow; null where no such limit is known. */
  readonly step: number | null;
}

interface Practice {
  /** In their order. */
  readonly depths: readonly DepthPlans[];
  readonly gamma: number;
  readonly seed: string;
}

/** Those that no other one of them is below in both. */
const leastOf = (sizes: readonly Size[]) =>
  sizes
    .filter((one) => !sizes.some((other) => other !== one && other.d <= one.d && other.k <= one.k))
    .toSorted((a, b) => a.d - b.d);

const pairsText = (sizes: readonly Size[]) =>
  sizes.length === 0
    ? "none that was tried"
    : sizes.map(({ d, k }) => `d = ${formatNumber(d)}, k = ${formatNumber(k)}`).join("; ");

const power = (log10: number) => (log10 < 15 ? formatNumber(Math.ceil(pow(10, log10))) : `10^${formatNumber(log10)}`);

/** What is found at a depth, as a JSON line has it. */
function lineOf({ plans, depth, asked, step }: DepthPlans, { gamma, seed }: Practice, judged: readonly Judged[]) {
  const diagonal = judged.filter(({ d, k }) => d === k).toSorted((a, b) => a.d - b.d);
  const { least, notEnough } = thresholdOf(diagonal);
  const [{ point, networks }] = plans;
  const { psi, initialisation, coefficients } = point;
  return {
    schema: 1,
    psi,
    gamma,
    depth,
    initialisation,
    coefficients,
    draws: networks,
    least: least?.d ?? null,
    notEnough: notEnough?.d ?? null,
    pairs: leastOf(judged.filter(({ enough }) => enough === true).map(({ d, k }) => ({ d, k }))),
    step,
    theorem: "none" in asked ? null : { ...asked },
    alpha: PRACTICE_ALPHA,
    seed,
  };
}

function textOf({ asked }: DepthPlans, line: ReturnType<typeof lineOf>, sizes: number): string {
  const { gamma, psi, depth, initialisation, coefficients, least, notEnough, pairs, draws, step } = line;
  return [
    `One step along the gradient, |η| < 20, flips the sign with probability at least ${formatNumber(1 - gamma)}: ${psi}, L = ${depth}, ${initialisation}, ${coefficients}`,
    `  d = k:  ${least === null ? "no size from which on all that were tried are surely enough" : `from ${least} on all that were tried are enough`}${notEnough === null ? "" : `, ${notEnough} is not`}`,
    `  d, k:   ${pairsText(pairs)}`,
    "none" in asked
      ? `  no theorem to compare with: ${asked.none}`
      : `  ${asked.theorem}: its proof asks for k ≥ ${power(asked.log10k)}, d ≥ ${power(asked.log10d)}`,
    ...(step === null
      ? []
      : [
          `  step:   |η|·‖∇f(x)‖² = ${formatNumber(step)} is enough as d and k grow${"none" in asked ? "" : `; that proof takes ${formatNumber(asked.step)}`}`,
        ]),
    `  ${draws} draws a size, ${sizes} sizes; each is judged wrongly with probability at most ${PRACTICE_ALPHA}. Sizes between those tried are not judged.`,
  ].join("\n");
}

/** Where a size that is enough at one depth is surely not at a larger one: for each, the next such depth. */
function growthText(
  found: readonly { readonly depth: number; readonly judged: readonly Judged[]; readonly least: number | null }[],
) {
  const steps = found.flatMap(({ depth, least }) => {
    const deeper = found.find(
      (other) =>
        other.depth > depth && other.judged.some(({ d, k, enough }) => d === least && k === least && enough === false),
    );
    return deeper ? [`d = k = ${least} is enough at L = ${depth} and not at L = ${deeper.depth}`] : [];
  });
  return found.length === 1
    ? []
    : [
        steps.length > 0
          ? `With depth it grows: ${steps.join("; ")}.`
          : "No growth with depth that the draws are sure of.",
      ];
}

/** The least sizes at which one step is enough, as far as draws tell, beside what the theorem's proof asks for. */
export function practiceFound(practice: Practice, results: ReadonlyMap<string, Json>): Found {
  const { gamma, seed } = practice;
  const found = practice.depths.map((of) => {
    const judged = judgeSizes({ plans: of.plans, gamma, seed }, results);
    return { of, judged, line: lineOf(of, practice, judged) };
  });
  const text = [
    ...found.map(({ of, judged, line }) => textOf(of, line, judged.length)),
    ...growthText(found.map(({ judged, line: { depth, least } }) => ({ depth, least, judged }))),
  ].join("\n");
  const lines = found.map(({ line }) => line);
  return {
    text,
    lines,
    files: {
      "practice.jsonl": lines,
      "practice.svg": practicePanels(
        lines[0],
        found.map(({ of: { depth }, judged }) => ({ depth, judged })),
      ),
    },
  };
}
