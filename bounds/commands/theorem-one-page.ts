import { formatNumber, inadmissible } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { simplifiedConstant } from "../constants/proposition-1-constants.js";
import { boundedVariationConstants } from "../constants/proposition-2-constants.js";
import { theoremOneConstants } from "../constants/theorem-1-constants.js";
import { offsetFactor, READINGS, type Reading, theoremOneSizesOf } from "../constants/theorem-1-readings.js";
import {
  sharpLeastDimension,
  sharpLeastWidth,
  sharpStep,
  type VariationArgument,
} from "../constants/theorem-1-sharp.js";
import { theorem1 } from "../theorem-1.js";
import { pairsOfLeast, textOfPairs, wholeSize } from "./size-pairs.js";

const MEANING: Readonly<Record<Reading, string>> = {
  printed: "as printed: (13) and (14) at γ each",
  union: "with the union bound: each at γ/2",
  corrected: "and Proposition 2 as its proof gives it",
};

const ARGUMENTS: readonly (readonly [VariationArgument, string])[] = [
  ["nets", "by nets, for any width"],
  ["operator norm", "by ‖W‖ alone, for widths up to about d²"],
];

/** One reading of the proof: its constants, and the least k and d at γ. C₁ and C₂ serve all γ ≤ 1/2, and no others. */
function readingOf(psi: Activation, gamma: number, reading: Reading) {
  const { C3, C4 } = theoremOneConstants(psi, gamma);
  const { leastWidth, leastDimension, uniform } = theoremOneSizesOf(psi, gamma, reading);
  const { C1, C2 } = gamma <= 1 / 2 ? uniform : { C1: null, C2: null };
  return {
    reading,
    meaning: MEANING[reading],
    C1,
    C2,
    C3,
    C4,
    k: wholeSize(leastWidth),
    d: wholeSize(leastDimension(wholeSize(leastWidth))),
  };
}

/**
 * What `constants theorem-1` knows of ψ and γ.
 *
 * @throws RangeError where the theorem says nothing of ψ.
 */
export function theoremOneFacts(psi: Activation, gamma: number) {
  const reason = inadmissible(theorem1, "psi", psi.id, { psi: [psi] });
  if (reason !== null)
    throw new RangeError(`--psi is ${psi.id}; it must be an activation that Theorem 1 is about: ${reason}`);
  const { C3, C4, R } = theoremOneConstants(psi, gamma);
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value);
  // With half of γ the step is enough for γ ≤ 1/2.
  const readings = READINGS.filter((reading) => reading === "printed" || gamma <= 1 / 2).map((reading) =>
    readingOf(psi, gamma, reading),
  );
  const [{ C1, C2, k, d }] = readings;
  const sharp = sharpStep(psi);
  return {
    theorem: "theorem-1",
    psi: psi.id,
    gamma,
    c,
    lipschitz: psi.lipschitz,
    L: psi.smoothness,
    C1,
    C2,
    C3,
    C4,
    R,
    k,
    d,
    "(13)": { C: simplifiedConstant(c / psi.lipschitz) },
    "(14)": { c: c / 4, ...boundedVariationConstants(c / 4, psi.smoothness) },
    readings,
    sharp: ARGUMENTS.map(([argument, meaning]) => ({
      argument,
      meaning,
      ...sharp,
      sizes: pairsOfLeast(sharpLeastWidth(psi, gamma, argument), (width) =>
        sharpLeastDimension(psi, width, gamma, argument),
      ),
    })),
  };
}

/** The same for people. */
export function theoremOnePage(psi: Activation, gamma: number): string {
  const facts = theoremOneFacts(psi, gamma);
  const { C: first } = facts["(13)"];
  const { C1, C2 } = facts["(14)"];
  const columns = ["C1", "C2", "C3", "C4", "k", "d"] as const;
  const widest = Math.max(...facts.readings.map(({ meaning }) => meaning.length));
  return [
    `Theorem 1 for ${psi.id} at γ = ${gamma}`,
    `  c_ψ = ${formatNumber(facts.c)}, Lipschitz constant ${formatNumber(facts.lipschitz)}, L = ${formatNumber(facts.L)}, R = ${formatNumber(facts.R)}`,
    "",
    "Constants of the paper's proof, and the least k and d at this γ",
    `  ${"".padEnd(widest)}  ${["C₁", "C₂", "C₃", "C₄", "k ≥", "d ≥"].map((name) => name.padEnd(10)).join("")}`.trimEnd(),
    ...facts.readings.map((reading) =>
      `  ${reading.meaning.padEnd(widest)}  ${columns.map((name) => formatNumber(reading[name]).padEnd(10)).join("")}`.trimEnd(),
    ),
    gamma <= 1 / 2
      ? "  k ≥ C₁ log³(1/γ), d ≥ C₂ log(k/γ) log(1/γ) for all γ ≤ 1/2; k and d are what this γ asks for."
      : "  No C₁ and C₂ serve γ near 1 (claim theorem-1-hypotheses); for γ ≤ 1/2 there are some, and a union bound.",
    ...(psi.value(0) === 0
      ? []
      : [
          `  The proof takes ψ(0) = 0, and its own C₃ does not serve here: C₃ and C₄ are ${formatNumber(offsetFactor(psi, psi.lipschitz))} times what it has, 1 + |ψ(0)|/Lip(ψ).`,
        ]),
    `  (13): k ≥ C log(2/γ), d ≥ C log(8/γ) with C = ${formatNumber(first)}.`,
    `  (14) at c = c_ψ/4: k ≥ C₁R² log²(1/γ), d ≥ C₂R² log(Rk/γ) with C₁ = ${formatNumber(C1)}, C₂ = ${formatNumber(C2)}.`,
    "",
    "The same proof with nothing given away, all union bounds counted",
    `  C₃ = ${formatNumber(facts.sharp[0].C3)}, C₄ = ${formatNumber(facts.sharp[0].C4)}; ψ's own moments, nets of free size, γ/4 for each of four events`,
    ...facts.sharp.flatMap(({ meaning, sizes }) => [`  ${meaning}`, `    ${textOfPairs(sizes)}`]),
    "",
  ].join("\n");
}
