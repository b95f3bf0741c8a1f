import { bernsteinMoments } from "../exact/bernstein-moments.js";
import { gaussianExpectation } from "../exact/gaussian-expectation.js";
import type { Activation, GaussianQuantities, Provenance } from "./activation.js";

/** What defines an activation. Constants left out are taken as unknown (Infinity), so claims that need them do not apply. */
export interface ActivationDefinition {
  /** Letters, digits, `-`, `_` and `.`, starting with a letter. */
  readonly id: string;
  readonly latex?: string;
  readonly value: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly secondDerivative?: (t: number) => number;
  readonly supremum?: number;
  readonly lipschitz?: number;
  readonly smoothness?: number;
  readonly kinks?: readonly number[];
  readonly provenance?: Provenance;
}

const CONSTANTS = ["supremum", "lipschitz", "smoothness"] as const;

function check(definition: ActivationDefinition): void {
  const { id, kinks = [] } = definition;
  if (!/^[A-Za-z][\w.-]*$/.test(id))
    throw new RangeError(
      `activation id is ${JSON.stringify(id)}; it must start with a letter and have letters, digits, - _ . only`,
    );
  for (const name of CONSTANTS) {
    const constant = definition[name];
    if (constant !== undefined && !(constant >= 0))
      throw new RangeError(`activation ${id}: ${name} is ${constant}; it must be a number ≥ 0 or Infinity`);
  }
  if (kinks.some((t, i) => !Number.isFinite(t) || (i > 0 && t <= kinks[i - 1])))
    throw new RangeError(`activation ${id}: kinks are [${kinks.join(", ")}]; they must be finite and ascending`);
}

/** Runs `compute` at the first call and keeps its result. */
function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/**
 * Makes an activation of functions and constants. Gaussian quantities and moment parameters are computed from the
 * functions when first asked for.
 *
 * @throws RangeError if the id is malformed, a constant is negative or NaN, or the kinks are not ascending.
 */
export function defineActivation(definition: ActivationDefinition): Activation {
  check(definition);
  const { id, value, derivative, kinks = [], supremum = Infinity, lipschitz = Infinity } = definition;
  const gaussian = once(
    (): GaussianQuantities => ({
      mean: gaussianExpectation(value, kinks),
      secondMoment: gaussianExpectation((t) => value(t) ** 2, kinks),
      derivativeSecondMoment: gaussianExpectation((t) => derivative(t) ** 2, kinks),
    }),
  );
  const growth = Number.isFinite(supremum)
    ? { constant: supremum, slope: 0 }
    : { constant: Math.abs(value(0)), slope: lipschitz };
  const valueMoments = once(() => bernsteinMoments(value, growth, kinks));
  const derivativeMoments = once(() =>
    bernsteinMoments((t) => derivative(t) ** 2, { constant: lipschitz ** 2, slope: 0 }, kinks),
  );
  return {
    id,
    latex: definition.latex ?? String.raw`\mathrm{${id}}`,
    value,
    derivative,
    secondDerivative: definition.secondDerivative ?? null,
    supremum,
    lipschitz,
    smoothness: definition.smoothness ?? Infinity,
    kinks,
    provenance: definition.provenance ?? "declared",
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
