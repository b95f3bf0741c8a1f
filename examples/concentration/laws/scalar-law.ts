import type { LogProbability } from "lemmacheck";
import { exponential, logNormalUpperTail, normal, tailEnclosure, uniform } from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";
import { complement, either, isAtLeast, just, NEVER, SURELY } from "../shared/enclose.js";

type Bits = ReturnType<Streams>;

/** The law of one variable, with its closed tails. */
export interface ScalarLaw {
  readonly least: number;
  readonly most: number;
  draw(bits: Bits): number;
  /** log P(X ≥ t) */
  upper(t: number): LogProbability;
  /** log P(|X| ≥ t) */
  both(t: number): LogProbability;
}

/** Finitely many values, ascending, with their probabilities. */
function atoms(...law: readonly (readonly [value: number, probability: number])[]): ScalarLaw {
  const total = (holds: (value: number) => boolean) => {
    const p = law.reduce((sum, [value, probability]) => sum + (holds(value) ? probability : 0), 0);
    return p === 0 ? NEVER : just(Math.min(1, p));
  };
  return {
    least: law[0][0],
    most: law[law.length - 1][0],
    draw: (bits) => {
      let rest = uniform(bits);
      for (const [value, probability] of law) {
        rest -= probability;
        if (rest < 0) return value;
      }
      return law[law.length - 1][0];
    },
    upper: (t) => total((value) => isAtLeast(value, t)),
    both: (t) => total((value) => isAtLeast(Math.abs(value), t)),
  };
}

/** shift + scale·(an exponential variable of mean 1). */
const exponentialFrom = (shift: number): ScalarLaw => {
  const upper = (t: number) => (t <= shift ? SURELY : tailEnclosure(shift - t));
  return {
    least: shift,
    most: Infinity,
    draw: (bits) => shift + exponential(bits),
    upper,
    // P(X ≤ −t) = 1 − P(X ≥ −t), where that is not 0.
    both: (t) => (t <= 0 ? SURELY : -t <= shift ? upper(t) : either(upper(t), complement(upper(-t)))),
  };
};

const uniformBetween = (least: number, most: number): ScalarLaw => {
  const share = (x: number) => (x <= 0 ? NEVER : x >= 1 ? SURELY : tailEnclosure(Math.log(x)));
  return {
    least,
    most,
    draw: (bits) => least + (most - least) * uniform(bits),
    upper: (t) => share((most - t) / (most - least)),
    // Both ends are of one sign here.
    both: (t) => share((most - t) / (most - least)),
  };
};

const normalOf = (mean: number, deviation: number): ScalarLaw => ({
  least: -Infinity,
  most: Infinity,
  draw: (bits) => mean + deviation * normal(bits),
  upper: (t) => tailEnclosure(logNormalUpperTail((t - mean) / deviation)),
  both: (t) =>
    t <= 0
      ? SURELY
      : either(
          tailEnclosure(logNormalUpperTail((t - mean) / deviation)),
          tailEnclosure(logNormalUpperTail((t + mean) / deviation)),
        ),
});

/** Laws of mean 1, none of them below 0. The last reaches equality in Markov's inequality at 4. */
export const positiveLaws = {
  exponential: exponentialFrom(0),
  uniform: uniformBetween(0, 2),
  "four or nothing": atoms([0, 0.75], [4, 0.25]),
} as const;

/** Laws of mean 1, of which one takes both signs. */
export const lawsOfMeanOne = { ...positiveLaws, "normal(1, 100)": normalOf(1, 100) } as const;

/** Laws of mean 0 and variance 1. The last two reach equality in Chebyshev's inequality at 3, in Cantelli's at 2. */
export const standardLaws = {
  normal: normalOf(0, 1),
  "centred exponential": exponentialFrom(-1),
  signs: atoms([-1, 0.5], [1, 0.5]),
  "three values": atoms([-3, 1 / 18], [0, 8 / 9], [3, 1 / 18]),
  "two values": atoms([-0.5, 0.8], [2, 0.2]),
} as const;

export type PositiveName = keyof typeof positiveLaws;
export type StandardName = keyof typeof standardLaws;
