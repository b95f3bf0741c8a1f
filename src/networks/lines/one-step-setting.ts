import type { Activation } from "../../activations/activation.js";
import { COEFFICIENT_LAWS, type CoefficientLaw } from "../dense-network.js";

/** A random two-layer network (1) and the input it is seen from, as far as laws along one line need them. */
export interface OneStepSetting {
  /** ψ */
  readonly activation: Activation;
  /** Input dimension, an integer in [1, 2^53]. */
  readonly d: number;
  /** Width, an integer in [1, 2^53]; a draw that is kept in memory takes at most 2^31. */
  readonly k: number;
  /** The law of the a_ℓ; `rademacher` unless given. */
  readonly coefficients?: CoefficientLaw;
  /** r = ‖x‖, finite and ≥ 0; √d unless given, as in the paper. */
  readonly norm?: number;
}

/** Neurons that a draw keeps in memory at most: 16 GiB a vector. */
const MOST_NEURONS = 2 ** 31;

/**
 * Refuses a number that is no count.
 *
 * @throws RangeError naming it, if it is not an integer in [1, most].
 */
function checkCount(name: string, count: number, most: number, hint: string): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= most))
    throw new RangeError(`${name} is ${count}; it must be an integer in [1, 2^${Math.log2(most)}]${hint}`);
}

/**
 * Refuses what is not finite.
 *
 * @throws RangeError naming it.
 */
export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; it must be finite`);
}

/**
 * Refuses what is no setting.
 *
 * @param kept whether k vectors are to be kept in memory.
 * @throws RangeError naming the argument, what it is and what it must be.
 */
export function checkSetting({ d, k, coefficients = "rademacher", norm = 0 }: OneStepSetting, kept = true): void {
  checkCount("d", d, 2 ** 53, "");
  if (kept) checkCount("k", k, MOST_NEURONS, " to be kept in memory");
  else checkCount("k", k, 2 ** 53, "");
  if (!COEFFICIENT_LAWS.includes(coefficients))
    throw new RangeError(
      `coefficients is ${JSON.stringify(coefficients)}; it must be one of ${COEFFICIENT_LAWS.join(", ")}`,
    );
  if (!(norm >= 0 && norm < Infinity)) throw new RangeError(`norm is ${norm}; it must be finite and ≥ 0`);
}
