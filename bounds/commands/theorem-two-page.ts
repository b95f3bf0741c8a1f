import { formatNumber } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { reluVariationConstants } from "../constants/proposition-4-constants.js";
import { THEOREM_TWO_STEP, theoremTwoLogConstants } from "../constants/theorem-2-constants.js";
import { FINITE_STEP, finiteLeastDimension, finiteLeastWidth } from "../constants/theorem-2-finite.js";
import {
  type LogPair,
  largeWidthPlan,
  leastOfLargeWidth,
  leastOfSmallWidth,
  leastWithoutGap,
} from "../constants/theorem-2-least.js";
import { finiteLeastWithoutGap, netsLeastDimension, netsLeastWidth } from "../constants/theorem-2-nets.js";
import { SIMPLIFIED_RELU_CONSTANT } from "../parts/proposition-3-parts.js";
import { pairsOfLeast, textOfPairs, wholeSize } from "./size-pairs.js";

/** e^log, or null where no double holds it. */
function exponential(log: number): number | null {
  const value = Math.exp(log);
  return value < Infinity ? value : null;
}

/** A number by its logarithm: itself, and its decimal logarithm. */
const byLog = (log: number | null) => (log === null ? null : { value: exponential(log), log10: log / Math.LN10 });

const sizesOf = (pair: LogPair | null) => pair && { k: byLog(pair.logK), d: byLog(pair.logD) };

/**
 * What `constants theorem-2` knows of γ.
 *
 * @throws RangeError if ψ is not the ReLU, or γ > 1/2, where none of the constants holds.
 */
export function theoremTwoFacts(psi: Activation, gamma: number) {
  if (psi.id !== "relu") throw new RangeError(`--psi is ${psi.id}; it must be relu for theorem-2`);
  if (gamma > 1 / 2)
    throw new RangeError(`--gamma is ${gamma}; it must be at most 0.5 for theorem-2, whose constants hold for such γ`);
  const { logC1, logC2, logC3 } = theoremTwoLogConstants();
  const { C4, C5, variation } = THEOREM_TWO_STEP;
  const alone = { log: -Math.log(gamma) };
  const shared = { ...alone, added: Math.LN2 };
  const plan = largeWidthPlan(shared);
  const least = leastOfLargeWidth(alone);
  // In the least dimension only widths near 10⁸d will do; in twice as many the least width is far smaller.
  const largeWidth = 2 * netsLeastDimension(gamma);
  return {
    theorem: "theorem-2",
    psi: psi.id,
    gamma,
    C1: C5 ** 2,
    C2: exponential(logC2),
    C3: exponential(logC3),
    C4,
    C5,
    k: least && exponential(least.logK),
    d: least && exponential(least.logD),
    log10: {
      C1: logC1 / Math.LN10,
      C2: logC2 / Math.LN10,
      C3: logC3 / Math.LN10,
      k: least && least.logK / Math.LN10,
      d: least && least.logD / Math.LN10,
    },
    "(17)": { C: SIMPLIFIED_RELU_CONSTANT },
    "(18)": { c: variation, ...reluVariationConstants(variation) },
    readings: [
      { reading: "printed", rest: alone },
      { reading: "union", rest: shared },
    ].map(({ reading, rest }) => ({
      reading,
      case1: sizesOf(leastOfLargeWidth(rest)),
      case2: sizesOf(leastOfSmallWidth(rest)),
      withoutGap: byLog(leastWithoutGap(rest)),
    })),
    case1OwnSplits: { ...plan, sizes: sizesOf(leastOfLargeWidth(shared, plan)) },
    finite: {
      ...FINITE_STEP,
      sizes: pairsOfLeast(finiteLeastWidth(gamma), (k) => finiteLeastDimension(k, gamma)),
      largeWidth: { d: wholeSize(largeWidth), k: wholeSize(netsLeastWidth(largeWidth, gamma)) },
      withoutGap: wholeSize(finiteLeastWithoutGap(gamma)),
    },
  };
}

type Facts = ReturnType<typeof theoremTwoFacts>;

function text(number: { readonly value: number | null; readonly log10: number } | null): string {
  if (number === null) return "—";
  return number.value === null ? `10^${Math.round(number.log10)}` : formatNumber(number.value);
}

const pairText = (pair: Facts["readings"][number]["case1"]) =>
  pair ? `d ≥ ${text(pair.d)}, there k = ${text(pair.k)}` : "no size will do";

/** The same for people. */
export function theoremTwoPage(psi: Activation, gamma: number): string {
  const facts = theoremTwoFacts(psi, gamma);
  const [printed, union] = facts.readings;
  const own = facts.case1OwnSplits;
  const { C } = facts["(17)"];
  const { C1, C2 } = facts["(18)"];
  return [
    `Theorem 2 at γ = ${gamma}`,
    "",
    "Constants of the paper's proof, for all γ ≤ 1/2 and d ≥ 2, with log¹²(d) for log⁶(d) (claim theorem-2-cases)",
    `  C₁ = ${formatNumber(facts.C1)}, C₂ = 10^${Math.round(facts.log10.C2)}, C₃ = ${formatNumber(facts.C3)}, C₄ = ${facts.C4}, C₅ = ${facts.C5}`,
    `  (17): k ≥ C log(1/γ), d ≥ C log(4/γ) with C = ${C}.`,
    `  (18) at c = 1/8: C₁d log²(Rk) ≤ k, C₂ log⁴(Rk)R² ≤ d/log d with C₁ = ${formatNumber(C1)}, C₂ = ${formatNumber(C2)}.`,
    "Least sizes at this γ",
    `  Case 1, least dimension        ${pairText(printed.case1)}`,
    `    with the union bound         ${pairText(union.case1)}`,
    `    with splits of its own       ${pairText(own.sizes)}; C₄ = ${formatNumber(own.C4)}, C₅ = ${formatNumber(own.C5)}`,
    `  Case 2, least width            ${pairText(printed.case2)}`,
    `  both, no width left out        d ≥ ${text(printed.withoutGap)}`,
    "",
    "The same arguments with nothing given away, all union bounds counted",
    `  C₄ = ${FINITE_STEP.C4}, C₅ = ${FINITE_STEP.C5}`,
    "  Case 2, with a threshold of its own (claim theorem-2, repaired)",
    `    ${textOfPairs(facts.finite.sizes)}`,
    "  Case 1, by nets",
    `    d = ${formatNumber(facts.finite.largeWidth.d)}, k ≥ ${formatNumber(facts.finite.largeWidth.k)}`,
    "  both, no width left out",
    `    d ≥ ${formatNumber(facts.finite.withoutGap)}`,
    "",
  ].join("\n");
}
