import { bernsteinMoments } from "../numbers/bernstein-moments.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import { power } from "../numbers/integrand.js";
import { lazily } from "../numbers/lazily.js";
import { derivativeBounds } from "../numbers/majorants/taylor-bounds.js";
import { shownValue } from "../numbers/shown-value.js";
import type { Activation, ActivationProof, GaussianQuantities } from "./activation.js";
import type { ActivationDefinition } from "./activation-definition.js";
import { integrandOf } from "./activation-integrand.js";
import { checkDerivative } from "./check-derivative.js";
import { guarded } from "./guarded.js";
import { heldToDeclared } from "./held-to-declared.js";
import { hasSides, sidesOf } from "./sides-of.js";

const FUNCTIONS = ["value", "derivative", "secondDerivative", "taylorBounds"] as const;
const CONSTANTS = ["supremum", "lipschitz", "smoothness", "curvature"] as const;

/** What majorants of ψ prove of it and its derivatives, with values right to 8 ulp. */
function proofOf({ taylorBounds, proof, absoluteError = 0, ...psi }: ActivationDefinition): ActivationProof | null {
  if (proof || !taylorBounds) return proof ?? null;
  const values = [psi.value, psi.derivative, psi.secondDerivative ?? (() => Infinity)];
  return {
    bounds: (m) => (low, high, order) => derivativeBounds(Array.from(taylorBounds(low, high, order + m)), m),
    error: (t, m) => 2 ** -49 * Math.abs(values[m](t)) + (m === 0 ? absoluteError : 0),
  };
}

/** At least one letter or digit, no space at either end, no control characters, quotes, braces or the like. */
const ID = /^(?=.*[A-Za-z0-9])(?! )[\w.+\-*/^%(),<>=!?:&| ]{1,200}(?<! )$/;

function check(definition: ActivationDefinition): void {
  const { id, value, kinks = [], sides, scale = 1 } = definition;
  if (typeof id !== "string" || !ID.test(id))
    throw new RangeError(
      `activation id is ${shownValue(id)}; it must be a name or an expression: 1 to 200 letters, digits, inner spaces and _.+-*/^%(),<>=!?:&| with at least one letter or digit`,
    );
  const refuse = (name: string, x: unknown, mustBe: string): never => {
    throw new RangeError(`activation ${id}: ${name} is ${shownValue(x)}; it must be ${mustBe}`);
  };
  for (const name of FUNCTIONS) {
    const given: unknown = definition[name];
    if (typeof given !== "function" && (given !== undefined || name === "value" || name === "derivative"))
      refuse(name, given, "a function of t");
  }
  for (const name of CONSTANTS) {
    const constant: unknown = definition[name];
    if (constant !== undefined && !(typeof constant === "number" && constant >= 0))
      refuse(name, constant, "a number ≥ 0 or Infinity");
  }
  if (!Array.isArray(kinks)) refuse("kinks", kinks, "a list of numbers");
  if (kinks.some((t, i) => !Number.isFinite(t) || (i > 0 && t <= kinks[i - 1])))
    throw new RangeError(`activation ${id}: kinks are [${kinks.join(", ")}]; they must be finite and ascending`);
  if (sides && !hasSides(value, sides))
    throw new RangeError(`activation ${id}: sides are ${shownValue(sides)}; they must be the lines that ψ is`);
  if (!(typeof scale === "number" && scale > 0 && scale <= 1)) refuse("scale", scale, "a number in (0, 1]");
}

/** Functions on somebody's word: derivatives are checked now, values and constants wherever they are computed. */
function checked(definition: ActivationDefinition) {
  const safe = guarded(definition);
  const { id, value, derivative, secondDerivative, kinks = [], scale = 1 } = safe;
  checkDerivative({ id, names: ["ψ", "ψ'"], f: value, derivative, kinks, scale });
  if (secondDerivative)
    checkDerivative({ id, names: ["ψ'", "ψ''"], f: derivative, derivative: secondDerivative, kinks, scale });
  return heldToDeclared(safe);
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
 * functions when first asked for; their errors allow for values of ψ and ψ' that are off by 8 ulp. What is declared (the
 * default) is not believed: derivatives are held against difference quotients (check-derivative.ts), constants against
 * every value that is computed (held-to-declared.ts), and a function that throws or gives NaN says where (guarded.ts).
 *
 * @throws RangeError if the id is malformed, a constant is negative or NaN, the kinks are not finite and ascending, the
 *   sides are not those of ψ, the scale is not in (0, 1], or a derivative is contradicted by difference quotients.
 */
export function defineActivation(definition: ActivationDefinition): Activation {
  check(definition);
  const { id, kinks = [], supremum = Infinity, lipschitz = Infinity, smoothness = Infinity, scale = 1 } = definition;
  const { provenance = "declared", absoluteError = 0 } = definition;
  const { value, derivative, secondDerivative } = provenance === "declared" ? checked(definition) : definition;
  const proof = proofOf({ ...definition, value, derivative, ...(secondDerivative ? { secondDerivative } : {}) });
  const parts = { value, derivative, secondDerivative: secondDerivative ?? null };
  const integrand = (m: 0 | 1) => integrandOf({ ...parts, supremum, lipschitz, smoothness, kinks, proof }, m, scale);
  const gaussian = lazily((): GaussianQuantities => {
    const expectation = (m: 0 | 1, q: number) =>
      gaussianExpectation(power(integrand(m), q), [], { relativeError: q * 2 ** -49 });
    const [mean, second] = [expectation(0, 1), expectation(0, 2)];
    // Estimates do not know of it. E|(ψ + δ)² − ψ²| ≤ 2δ·E|ψ| + δ², E|ψ| ≤ √(E ψ²).
    const shift = absoluteError * (2 * Math.sqrt(second.value + second.error) + absoluteError);
    return {
      mean: mean.proven ? mean : { ...mean, error: mean.error + absoluteError },
      secondMoment: second.proven ? second : { ...second, error: second.error + shift },
      derivativeSecondMoment: expectation(1, 2),
    };
  });
  const valueMoments = lazily(() => {
    const growth = [
      { constant: supremum, slope: 0 },
      { constant: Math.abs(value(0)), slope: lipschitz },
    ];
    return bernsteinMoments(integrand(0), growth);
  });
  const derivativeMoments = lazily(() =>
    bernsteinMoments(power(integrand(1), 2), [{ constant: lipschitz ** 2, slope: 0 }]),
  );
  const sides = lazily(() => sidesOf({ ...definition, value }));
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
    proof,
    get sides() {
      return sides();
    },
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
