import type { Hypothesis } from "lemmacheck";
import { type Activation, integrandOf, valueTail } from "lemmacheck/activations";
import { radius } from "lemmacheck/networks";
import { gaussianExpectation, kept, multiple, power } from "lemmacheck/probability";
import { symmetricBinomial } from "../laws/symmetric-binomial-distance.js";
import type { Given } from "../parameters.js";
import { constantEnds, isAtMost } from "./constant-ends.js";

/** Told to nine digits, if anything is told of it: claims take its value for the truth. */
export const isToldClosely = ({ value, error, proven }: Activation["gaussian"]["mean"]): boolean =>
  Number.isFinite(value) && (!proven || error <= 1e-9 * Math.abs(value));

/** Whether a quantity is told from 0, and closely; null where its enclosure, or an estimate of it, does not say. */
function isPositive(quantity: Activation["gaussian"]["mean"]): boolean | null {
  const { value, error, proven } = quantity;
  if (value > error && isToldClosely(quantity)) return true;
  return proven && value + error <= 0 ? false : null;
}

/** A pair and what it rests on are proved, and told to nine digits; or they are on the word of whoever gives ψ's functions. */
function isKnown(psi: Activation, pair: Activation["valueMoments"], moment: Activation["gaussian"]["mean"]) {
  if (!pair) return null;
  if (psi.proof === null) return true;
  return (moment.proven && pair.proven && isToldClosely(moment)) || null;
}

/** What is integrated of ψ has a proved error. */
export const integralsAreProven: Hypothesis<Given<"psi">> = {
  latex: String.raw`\psi \text{ has bounds on its derivatives}`,
  holds: ({ psi }) => (psi.proof ? true : null),
  because: ({ psi }) => `${psi.id} is given by functions without taylorBounds, so that integrals of it are estimates`,
};

/** Why no pair of moments is known, or none that is told to nine digits. */
function noPair(psi: Activation, of: "ψ" | "ψ'", moment: Activation["gaussian"]["mean"], unbounded: string): string {
  const { value } = moment;
  if (!(value > LEAST && value < Infinity)) return `E ${of}(X)² is ${shown(moment)} for ${psi.id}`;
  const known = of === "ψ" ? Math.min(psi.supremum, psi.lipschitz) : psi.lipschitz;
  if (known === Infinity)
    return `no such pair is known for ${psi.id}, which is ${unbounded} as far as its constants say`;
  return `E|${of}(X)|^q is not known closely enough for ${psi.id}`;
}

/** Bernstein's condition on ψ(X), as Lemma 1 assumes it. */
export const momentsOfValue: Hypothesis<Given<"psi">> = {
  latex: String.raw`\exists \sigma, c > 0\ \forall q \ge 2: \mathbb{E}|\psi(X)|^q \le \tfrac{q!}{2} \sigma^2 c^{q-2}`,
  holds: ({ psi }) => isKnown(psi, psi.valueMoments, psi.gaussian.secondMoment),
  because: ({ psi }) => noPair(psi, "ψ", psi.gaussian.secondMoment, "neither bounded nor Lipschitz"),
};

/** Bernstein's condition on ψ'(X)², as Lemma 2 assumes it. */
export const momentsOfDerivative: Hypothesis<Given<"psi">> = {
  latex: String.raw`\exists \sigma', c' > 0\ \forall q \ge 2: \mathbb{E}|\psi'(X)|^{2q} \le \tfrac{q!}{2} \sigma'^2 c'^{q-2}`,
  holds: ({ psi }) => isKnown(psi, psi.derivativeMoments, psi.gaussian.derivativeSecondMoment),
  because: ({ psi }) => noPair(psi, "ψ'", psi.gaussian.derivativeSecondMoment, "not Lipschitz"),
};

/** Below, and above the largest double, quantities are not computed. */
const LEAST = 1e-300;

/** A quantity with what is not rounding of its error. */
function shown({ value, error, proven }: Activation["gaussian"]["mean"]): string {
  if (!Number.isFinite(value)) return "not known: infinite, or beyond what doubles hold";
  if (proven && Math.abs(value) + error < LEAST && error > 0) return `below ${LEAST}, where doubles end`;
  return error <= 1e-9 * Math.abs(value) || error === 0 ? String(value) : `${value} ± ${error.toPrecision(2)}`;
}

const slopeMoment = (psi: Activation) => `E ψ'(X)² is ${shown(psi.gaussian.derivativeSecondMoment)} for ${psi.id}`;

const NORMALISE = "--normalize, (ψ − ψ(0))/Lip(ψ) in place of ψ, meets this";

/** c_ψ ≠ 0: ψ is not constant. */
export const notConstant: Hypothesis<Given<"psi">> = {
  latex: String.raw`c_\psi \ne 0`,
  holds: ({ psi }) => isPositive(psi.gaussian.derivativeSecondMoment),
  because: ({ psi }) => slopeMoment(psi),
};

/** E ψ'(X)², which may be 0, is told to nine digits. */
export const slopeMomentIsKnown: Hypothesis<Given<"psi">> = {
  latex: String.raw`\mathbb{E}\psi'(X)^2 < \infty`,
  holds: ({ psi }) => isToldClosely(psi.gaussian.derivativeSecondMoment) || null,
  because: ({ psi }) => slopeMoment(psi),
};

/** Where ψ jumps or bends for certain, in words. */
const kinksOf = (psi: Activation) =>
  psi.kinks.length > 0 && constantEnds(psi, "smoothness").low === Infinity
    ? `${psi.id} has ${psi.kinks.length === 1 ? "a kink" : "kinks"} at ${psi.kinks.join(", ")}`
    : null;

/** ψ' is Lipschitz: L < ∞. */
export const smooth: Hypothesis<Given<"psi">> = {
  latex: String.raw`|\psi'(s) - \psi'(t)| \le L|s - t|`,
  holds: ({ psi }) => isAtMost(constantEnds(psi, "smoothness"), Number.MAX_VALUE),
  because({ psi }) {
    const kinks = kinksOf(psi);
    return kinks ? `${kinks}, so that L is infinite` : `no finite L is known for ${psi.id}`;
  },
};

/** ψ'' exists everywhere and is known. */
export const twiceDifferentiable: Hypothesis<Given<"psi">> = {
  latex: String.raw`\psi \in C^2`,
  holds({ psi }) {
    if (psi.secondDerivative !== null) return true;
    return kinksOf(psi) ? false : null;
  },
  because: ({ psi }) => kinksOf(psi) ?? `no second derivative of ${psi.id} is known`,
};

/** The central limit theorem needs a variance, finite and not 0. */
export const valueIsNotZero: Hypothesis<Given<"psi">> = {
  latex: String.raw`0 < \mathbb{E}\psi(X)^2 < \infty`,
  holds: ({ psi }) => isPositive(psi.gaussian.secondMoment),
  because: ({ psi }) => `E ψ(X)² is ${shown(psi.gaussian.secondMoment)} for ${psi.id}`,
};

/** The kurtosis E h⁴/(E h²)² of h = ψ^(order)(X); 0 where h is. */
const kurtosisOf = kept((psi: Activation, order: number): number => {
  const h = integrandOf(psi, order === 2 ? 2 : 0);
  const second = order === 0 ? psi.gaussian.secondMoment.value : gaussianExpectation(power(h, 2)).value;
  // Of h in units of its own deviation: what h⁴ is may be beyond doubles.
  return second > 0 ? gaussianExpectation(power(multiple(1 / Math.sqrt(second), h), 4)).value : 0;
});

/**
 * The least k of factor times the kurtosis of aψ^(order)(X): where several neurons count, the central limit theorem has begun,
 * and a finite grid can show what is said of a large width.
 */
export function widthOfKurtosis(psi: Activation, factor: number, order: 0 | 2 = 0): number {
  // Not for the last digits of a quadrature.
  return Math.ceil(factor * kurtosisOf(psi, order) - 1e-9);
}

/** What a claim about the law of f(x) needs where it computes it: the statement itself asks for no more than a variance. */
export const lawOfValueIsKnown: Hypothesis<Given<"psi" | "k">> = {
  latex: String.raw`\mathbb{P}(f(x) \le t) \text{ is known}`,
  holds: ({ psi, k }) => symmetricBinomial(psi, k) !== null || valueTail(psi, k) !== null || null,
  because: ({ psi }) => `the law of f(x) is not computed for ${psi.id}`,
};

/** Why ψ is not Lipschitz, or not known to be. */
const notLipschitz = (psi: Activation) =>
  constantEnds(psi, "lipschitz").low === Infinity && psi.provenance === "certified"
    ? `${psi.id} has no Lipschitz constant`
    : `no finite Lipschitz constant is known for ${psi.id}`;

/** ψ is Lipschitz. */
export const lipschitz: Hypothesis<Given<"psi">> = {
  latex: String.raw`\mathrm{Lip}(\psi) < \infty`,
  holds: ({ psi }) => isAtMost(constantEnds(psi, "lipschitz"), Number.MAX_VALUE),
  because: ({ psi }) => notLipschitz(psi),
};

/** (12), first half: ψ is 1-Lipschitz. */
const oneLipschitz: Hypothesis<Given<"psi">> = {
  latex: String.raw`|\psi(s) - \psi(t)| \le |s - t|`,
  holds: ({ psi }) => isAtMost(constantEnds(psi, "lipschitz"), 1 + 2 ** -50),
  because({ psi }) {
    const { low, high } = constantEnds(psi, "lipschitz");
    if (high === Infinity) return notLipschitz(psi);
    if (low <= 1) return `the Lipschitz constant of ${psi.id} is between ${low} and ${high}; ${NORMALISE}`;
    return `the Lipschitz constant of ${psi.id} is ${high}, ${high.toPrecision(4)} times too large; ${NORMALISE}`;
  },
};

/** Whether ψ(0) = 0; null where its enclosure does not say. */
function isZeroAtZero(psi: Activation): boolean | null {
  const [value, error] = [Math.abs(psi.value(0)), psi.proof?.error(0, 0) ?? 0];
  if (value > error) return false;
  return error === 0 || null;
}

/** What ψ(0) is, and what would make it 0. */
function valueAtZero(psi: Activation): string {
  const [value, error] = [psi.value(0), psi.proof?.error(0, 0) ?? 0];
  const within = error === 0 ? "" : ` ± ${error.toPrecision(2)}`;
  return `ψ(0) is ${value}${within} for ${psi.id}${psi.lipschitz < Infinity ? `; ${NORMALISE}` : ""}`;
}

/** ψ(0) = 0, as Section 2 assumes. */
const zeroAtZero: Hypothesis<Given<"psi">> = {
  latex: String.raw`\psi(0) = 0`,
  holds: ({ psi }) => isZeroAtZero(psi),
  because: ({ psi }) => valueAtZero(psi),
};

/**
 * Where C₃ with the factor 1 + |ψ(0)|/Lip(ψ) is derived. It does not serve for every γ near 1: for ψ = 100 + t and k = 89,
 * which is odd, f = 100·Σa/√k + N(0, 1) is near 0 with probability 1e-11 alone, and 1 − γ may be 1e-7.
 */
export const centredOrHalf: Hypothesis<Given<"psi" | "gamma">> = {
  latex: String.raw`\psi(0) = 0 \text{ or } \gamma \le \tfrac12`,
  holds: ({ psi, gamma }) => (gamma <= 0.5 ? true : isZeroAtZero(psi)),
  because: ({ psi, gamma }) => `γ is ${gamma} and ${valueAtZero(psi)}`,
};

/** The standing assumptions of Section 2. */
export const sectionTwo: readonly Hypothesis<Given<"psi">>[] = [smooth, oneLipschitz, zeroAtZero, notConstant];

/** R ≥ 1, as Propositions 2 and 4 assume. */
export const radiusOfOne: Hypothesis<Given<"radius">> = {
  latex: String.raw`R \ge 1`,
  parameter: radius,
  least: () => 1,
};

/** ‖∇f(x)‖ ≥ c_ψ/2, second half of (13). */
export const gradientAtLeastHalf: Hypothesis<Given<"psi" | "gradientNorm">> = {
  latex: String.raw`\|\nabla f(x)\| \ge c_\psi / 2`,
  holds: ({ psi, gradientNorm }) =>
    isToldClosely(psi.gaussian.derivativeSecondMoment)
      ? gradientNorm >= Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / 2
      : null,
  because: ({ psi, gradientNorm }) =>
    isToldClosely(psi.gaussian.derivativeSecondMoment)
      ? `‖∇f(x)‖ is ${gradientNorm}, c_ψ/2 is ${Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / 2}`
      : slopeMoment(psi),
};
