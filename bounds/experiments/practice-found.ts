import { type Found, formatNumber, type Json } from "lemmacheck";
import { shareOf } from "./deviation-over-networks.js";
import { type FigurePlan, jobsOf } from "./figure-jobs.js";
import { isSampleCounts } from "./figure-task.js";

/** A single size is judged wrongly with probability at most this. */
const PRACTICE_ALPHA = 1e-6;

/** What a theorem's proof asks for, in powers of ten. */
export interface AskedByProof {
  readonly theorem: string;
  readonly log10k: number;
  readonly log10d: number;
}

interface Practice {
  readonly plans: readonly FigurePlan[];
  readonly gamma: number;
  readonly seed: string;
  /** Null where no theorem speaks of ψ and γ, and why. */
  readonly asked: AskedByProof | { readonly none: string };
}

type Size = { readonly d: number; readonly k: number };

/** How a size was judged: whether a step flips the sign with probability at least 1 − γ, null where draws do not tell. */
interface Judged extends Size {
  readonly enough: boolean | null;
}

function judge({ plans, gamma, seed }: Practice, results: ReadonlyMap<string, Json>): Judged[] {
  return plans.flatMap((plan) => {
    let [samples, stayed, unresolved] = [0, 0, 0];
    for (const { key, payload } of jobsOf([plan], seed)) {
      const found = results.get(key);
      if (!isSampleCounts(found, payload.to - payload.from)) continue;
      samples += found.samples;
      stayed += found.samples - found.switched;
      unresolved += found.unresolved;
    }
    if (samples === 0) return [];
    const { d, k } = plan.point;
    // What is unresolved counts for neither.
    const surely = shareOf(stayed - unresolved, samples, PRACTICE_ALPHA).lower > gamma;
    const enough = shareOf(stayed, samples, PRACTICE_ALPHA).upper < gamma;
    return [{ d, k, enough: enough ? true : surely ? false : null }];
  });
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

const power = (log10: number) => (log10 < 15 ? formatNumber(Math.ceil(10 ** log10)) : `10^${formatNumber(log10)}`);

/** The least sizes at which one step is enough, as far as draws tell, beside what the theorem's proof asks for. */
export function practiceFound(practice: Practice, results: ReadonlyMap<string, Json>): Found {
  const { plans, gamma, seed, asked } = practice;
  const [{ point, networks }] = plans;
  const judged = judge(practice, results);
  const enough = judged.filter((size) => size.enough === true).map(({ d, k }) => ({ d, k }));
  const diagonal = judged.filter(({ d, k }) => d === k).toSorted((a, b) => a.d - b.d);
  // From there on all were: a smaller one that is enough by itself may be followed by one that is not.
  const lastShort = diagonal.findLastIndex((size) => size.enough !== true);
  const least = diagonal[lastShort + 1]?.d ?? null;
  const notEnough = diagonal.findLast((size) => size.enough === false)?.d ?? null;
  const { psi, depth, initialisation, coefficients } = point;
  const proof = "none" in asked ? null : asked;
  const line = {
    schema: 1,
    psi,
    gamma,
    depth,
    initialisation,
    coefficients,
    draws: networks,
    least,
    notEnough,
    pairs: leastOf(enough),
    theorem: proof && { theorem: proof.theorem, log10k: proof.log10k, log10d: proof.log10d },
    alpha: PRACTICE_ALPHA,
    seed,
  };
  const text = [
    `One step along the gradient, |η| < 20, flips the sign with probability at least ${formatNumber(1 - gamma)}: ${psi}, L = ${depth}, ${initialisation}, ${coefficients}`,
    `  d = k:  ${least === null ? "no size that was tried is enough" : `${least} is enough`}${notEnough === null ? "" : `, ${notEnough} is not`}`,
    `  d, k:   ${pairsText(leastOf(enough))}`,
    proof
      ? `  ${proof.theorem}: its proof asks for k ≥ ${power(proof.log10k)}, d ≥ ${power(proof.log10d)}`
      : `  no theorem to compare with: ${"none" in asked ? asked.none : ""}`,
    `  ${networks} draws a size, ${judged.length} sizes; each is judged wrongly with probability at most ${PRACTICE_ALPHA}. Sizes between those tried are not judged.`,
  ].join("\n");
  return { text, lines: [line], files: { "practice.json": `${JSON.stringify(line)}\n` } };
}
