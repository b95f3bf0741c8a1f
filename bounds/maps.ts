import type { Json, MapRegion, PaperMap } from "lemmacheck";
import { READINGS, type Reading, theoremOneSizesOf } from "./constants/theorem-1-readings.js";
import { sharpMargin, type VariationArgument } from "./constants/theorem-1-sharp.js";
import { theoremTwoCases, theoremTwoLogConstants } from "./constants/theorem-2-constants.js";
import { netsMargin } from "./constants/theorem-2-nets.js";
import { isFigureRow } from "./experiments/is-figure-row.js";
import { isPracticeLine } from "./experiments/is-practice-line.js";
import { d, type Given, k } from "./parameters.js";
import { superscript } from "./superscript.js";

type Point = Given<"psi" | "d" | "k" | "gamma">;

/** Section 4: "values of d and k larger than 50, 100% of samples are switched", for the ReLU; claim figure-1. */
const practice = {
  title: "one step changes the sign for 99.5 % of inputs (Section 4, L = 1)",
  role: "practice" as const,
  holds: ({ d, k }: Point) => d > 50 && k > 50,
};

/** Section 4 prints the sizes 50 and, in footnote 3, a million; where below 50 the curves of Figure 1 begin it does not print: 10 is a reading. */
const experiments = {
  title: "experiments of Section 4, sizes up to 10⁶",
  role: "experiments" as const,
  holds: ({ d, k }: Point) => d >= 10 && d <= 1e6 && k >= 10 && k <= 1e6,
};

const READING_TITLES: Readonly<Record<Reading, string>> = {
  printed: "the proof, its constants as printed",
  union: "the proof, the union bound counted",
  corrected: "the proof, Proposition 2 as its own proof gives it",
};

const SHARP_TITLES: Readonly<Record<VariationArgument, string>> = {
  nets: "the proof with nothing given away, by nets",
  "operator norm": "the proof with nothing given away, by ‖W‖",
};

/** Where d and k meet what a reading of the proof of Theorem 1 asks for. */
const reading = (own: Reading) => ({
  title: READING_TITLES[own],
  role: "proof" as const,
  holds: ({ psi, d, k, gamma }: Point) => {
    const { leastWidth, leastDimension } = theoremOneSizesOf(psi, gamma, own);
    return k >= leastWidth && d >= leastDimension(k);
  },
});

const sharp = (argument: VariationArgument) => ({
  title: SHARP_TITLES[argument],
  role: "sharper" as const,
  holds: ({ psi, d, k, gamma }: Point) => sharpMargin(psi, { k, d, gamma }, argument) > 0,
});

/** Where d and k meet what a case of the proof of Theorem 2 asks for. */
const theoremTwoCase = (own: 1 | 2) => ({
  title: `the proof, Case ${own}, with its constants`,
  role: "proof" as const,
  holds: ({ d, k, gamma }: Point) =>
    d >= 2 && k >= 2 && theoremTwoCases[own]({ logD: Math.log(d), logK: Math.log(k), log: -Math.log(gamma) }) <= 0,
});

/**
 * Where one step changed the sign with probability at least 1 − γ, as draws of `practice` or points of Figure 1 say: from the
 * least sizes on beyond which all that were tried were enough. That all larger ones are is a reading.
 */
function seenInPractice(records: readonly Json[], psi: string, gamma: number): MapRegion[] {
  const usual = { depth: 1, coefficients: "rademacher" };
  const isUsual = (own: { readonly psi: string; readonly depth: number; readonly coefficients: string }) =>
    own.psi === psi && own.depth === usual.depth && own.coefficients === usual.coefficients;
  const practised = records.filter(isPracticeLine).filter((line) => isUsual(line) && line.gamma <= gamma);
  const points = records.filter(isFigureRow).filter(isUsual);
  const all = points.map(({ d, k, fractionLower }) => ({ d, k, enough: fractionLower >= 1 - gamma }));
  // A small size that is enough by itself may be followed by one that is not: k = 1 is for odd ψ.
  const followed = all.filter((one) => all.every((other) => other.enough || other.d < one.d || other.k < one.k));
  const enough = [...practised.flatMap(({ least }) => (least === null ? [] : [{ d: least, k: least }])), ...followed];
  if (enough.length === 0) return [];
  return [
    {
      title: `one step was enough in draws with ${psi}, from the least sizes on beyond which it always was (|η| < 20, probability ${1 - gamma})`,
      role: "practice",
      holds: ({ d, k }) => enough.some((least) => Number(d) >= least.d && Number(k) >= least.k),
    },
  ];
}

/** A power of ten as a text: 10⁴⁰. */
const powerOfTen = (log: number) => `10${superscript(String(Math.round(log / Math.LN10)))}`;

/** Of the map of Theorem 1. */
const AT = { psi: "tanh", gamma: 0.1 } as const;

/** What only the paper knows of its theorems and propositions over (d, k), with what `figure` and `practice` have found. */
export const mapsWith = (records: readonly Json[]): readonly PaperMap[] => [
  {
    x: d,
    y: k,
    claims: ["theorem-1"],
    at: AT,
    regions: [
      ...seenInPractice(records, AT.psi, AT.gamma),
      ...READINGS.filter((own) => own !== "printed").map(reading),
      sharp("nets"),
      sharp("operator norm"),
      experiments,
    ],
    notes: ["The paper’s experiments of Section 4 are with the ReLU."],
  },
  {
    x: d,
    y: k,
    claims: ["theorem-2"],
    at: { psi: "relu", gamma: 0.1 },
    regions: [
      theoremTwoCase(1),
      theoremTwoCase(2),
      {
        title: "Case 1 with nothing given away, by nets",
        role: "sharper",
        holds: ({ d, k, gamma }: Point) => netsMargin(k, d, gamma) > 0,
      },
      practice,
      experiments,
    ],
    notes: [
      `By the constants of the proof, C₂ = ${powerOfTen(theoremTwoLogConstants().logC2)}: the hypotheses as printed, and Case 2, begin beyond every map but for d = 1, where log d = 0.`,
    ],
  },
  {
    x: d,
    y: k,
    claims: [
      "lemma-1",
      "lemma-2",
      "proposition-1",
      "proposition-1-simplified",
      "proposition-2",
      "proposition-2-simplified",
      "proposition-3",
      "proposition-3-simplified",
      "proposition-4",
      "proposition-4-simplified",
      "proposition-5",
    ],
    regions: [experiments],
  },
];
