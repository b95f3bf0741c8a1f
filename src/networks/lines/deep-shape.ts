import type { DenseParameters } from "../dense-draw.js";
import { COEFFICIENT_LAWS, type CoefficientLaw, INITIALISATIONS } from "../dense-network.js";

/** The shape of a network, checked and completed. */
export interface DeepShape {
  readonly d: number;
  readonly k: number;
  /** L, the number of hidden layers. */
  readonly depth: number;
  readonly coefficients: CoefficientLaw;
  /** The variance of the weights of layers 2 to L is gain/k; that of layer 1 is 1/d. */
  readonly gain: 1 | 2;
}

const GAIN = { "fan-in": 1, he: 2 } as const;

function checkCount(name: string, count: number, most: number): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= most))
    throw new RangeError(`${name} is ${count}; it must be an integer in [1, 2^${Math.log2(most)}]`);
}

function checkChoice(name: string, choice: string, choices: readonly string[]): void {
  if (!choices.includes(choice))
    throw new RangeError(`${name} is ${JSON.stringify(choice)}; it must be one of ${choices.join(", ")}`);
}

/**
 * The parameters of a network with those that were left out, as `drawDenseNetwork` takes them.
 *
 * @param most the largest d and k that the law at hand can take, powers of two.
 * @throws RangeError if d, k or depth is no integer ≥ 1 or is too large (depth: 2^20), or the law of the coefficients
 * or the initialisation is none of those known.
 */
export function deepShape(
  parameters: Omit<DenseParameters, "activation">,
  most: { readonly d: number; readonly k: number },
): DeepShape {
  const { d, k, depth = 1, coefficients = "rademacher", initialisation = "fan-in" } = parameters;
  checkCount("d", d, most.d);
  checkCount("k", k, most.k);
  checkCount("depth", depth, 2 ** 20);
  checkChoice("coefficients", coefficients, COEFFICIENT_LAWS);
  checkChoice("initialisation", initialisation, INITIALISATIONS);
  return { d, k, depth, coefficients, gain: GAIN[initialisation] };
}

/** @throws RangeError if the radius ‖x‖ is not finite and positive. */
export function checkRadius(radius: number): void {
  if (!(radius > 0 && radius < Infinity)) throw new RangeError(`radius is ${radius}; it must be finite and > 0`);
}

/** @throws RangeError if a step size is not finite. */
export function checkEta(eta: number): void {
  if (!Number.isFinite(eta)) throw new RangeError(`eta is ${eta}; it must be finite`);
}
