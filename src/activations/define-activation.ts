import { bernsteinMoments } from "../numbers/bernstein-moments.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import { lazily } from "../numbers/lazily.js";
import type { Activation, GaussianQuantities, Provenance } from "./activation.js";
import { heldToDeclared } from "./held-to-declared.js";

/** What defines an activation. Constants left out are taken as unknown (Infinity), so claims that need them do not apply. */
export interface ActivationDefinition {
  /** A name or an expression: up to 200 letters, digits, spaces (inside only) and `_ . + - * / ^ % ( ) , < > = ! ? : & |`. */
  readonly id: string;
  readonly latex?: string;
  /** ψ as an expression in t, if it is one: what reads and certifies it, and tells that another expression is the same. */
  readonly expression?: string;
  readonly value: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly secondDerivative?: (t: number) => number;
  readonly supremum?: number;
  readonly lipschitz?: number;
  readonly smoothness?: number;
  /** sup|ψ'''|, for nets of Hessians. */
  readonly curvature?: number;
  readonly kinks?: readonly number[];
  /** The length over which ψ or ψ' changes near 0, where that is far below 1: quadrature looks that close. In (0, 1]. */
  readonly scale?: number;
  /** A bound on the absolute error of the values of ψ, beyond 8 ulp of each; 0 if left out. */
  readonly absoluteError?: number;
  readonly provenance?: Provenance;
}

const CONSTANTS = ["supremum", "lipschitz", "smoothness", "curvature"] as const;

/** At least one letter or digit, no space at either end, no control characters, quotes, braces or the like. */
const ID = /^(?=.*[A-Za-z0-9])(?! )[\w.+\-*/^%(),<>=!?:&| ]{1,200}(?<! )$/;

function check(definition: ActivationDefinition): void {
  const { id, kinks = [], scale = 1 } = definition;
  if (typeof id !== "string" || !ID.test(id))
    throw new RangeError(
      `activation id is ${JSON.stringify(id)}; it must be a name or an expression: 1 to 200 letters, digits, inner spaces and _.+-*/^%(),<>=!?:&| with at least one letter or digit`,
    );
  for (const name of CONSTANTS) {
    const constant = definition[name];
    if (constant !== undefined && !(constant >= 0))
      throw new RangeError(`activation ${id}: ${name} is ${constant}; it must be a number ≥ 0 or Infinity`);
  }
  if (kinks.some((t, i) => !Number.isFinite(t) || (i > 0 && t <= kinks[i - 1])))
    throw new RangeError(`activation ${id}: kinks are [${kinks.join(", ")}]; they must be finite and ascending`);
  if (!(scale > 0 && scale <= 1))
    throw new RangeError(`activation ${id}: scale is ${scale}; it must be a number in (0, 1]`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "^": String.raw`\textasciicircum{}`,
  _: "\\_",
  "%": "\\%",
  "&": "\\&",
};

/** The id as upright LaTeX text. */
function latexOfId(id: string): string {
  return String.raw`\text{${id.replaceAll(/[\^_%&]/g, (character) => ESCAPES[character])}}`;
}

/**
 * Makes an activation of functions and constants. Gaussian quantities and moment parameters are computed from the
 * functions when first asked for; their errors allow for values of ψ and ψ' that are off by 8 ulp. Constants that are
 * declared (the default) are held against every value that is computed: see held-to-declared.ts.
 *
 * @throws RangeError if the id is malformed, a constant is negative or NaN, the kinks are not finite and ascending, or
 *   the scale is not in (0, 1].
 */
export function defineActivation(definition: ActivationDefinition): Activation {
  check(definition);
  const { id, kinks = [], supremum = Infinity, lipschitz = Infinity, smoothness = Infinity, scale = 1 } = definition;
  const { provenance = "declared", absoluteError = 0 } = definition;
  const { value, derivative, secondDerivative } = provenance === "declared" ? heldToDeclared(definition) : definition;
  const gaussian = lazily((): GaussianQuantities => {
    const expectation = (g: (t: number) => number, relativeError: number) =>
      gaussianExpectation(g, kinks, { scale, relativeError });
    const mean = expectation(value, 2 ** -49);
    const second = expectation((t) => value(t) ** 2, 2 ** -48);
    // E|(ψ + δ)² − ψ²| ≤ 2δ·E|ψ| + δ², E|ψ| ≤ √(E ψ²).
    const shift = absoluteError * (2 * Math.sqrt(second.value + second.error) + absoluteError);
    return {
      mean: { value: mean.value, error: mean.error + absoluteError },
      secondMoment: { value: second.value, error: second.error + shift },
      derivativeSecondMoment: expectation((t) => derivative(t) ** 2, 2 ** -48),
    };
  });
  const valueMoments = lazily(() => {
    const growth = [
      { constant: supremum, slope: 0 },
      { constant: Math.abs(value(0)), slope: lipschitz },
    ];
    return bernsteinMoments(value, growth, kinks, scale);
  });
  const derivativeMoments = lazily(() =>
    bernsteinMoments((t) => derivative(t) ** 2, [{ constant: lipschitz ** 2, slope: 0 }], kinks, scale),
  );
  return {
    id,
    latex: definition.latex ?? latexOfId(id),
    expression: definition.expression ?? null,
    same: null,
    value,
    derivative,
    secondDerivative: secondDerivative ?? null,
    supremum,
    lipschitz,
    smoothness,
    curvature: definition.curvature ?? null,
    kinks,
    provenance,
    get gaussian() {
      return gaussian();
    },
    get valueMoments() {
      return valueMoments();
    },
    get derivativeMoments() {
      return derivativeMoments();
    },
  };
}
