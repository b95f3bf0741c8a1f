import type { Activation } from "../activations/activation.js";
import { shownValue } from "../numbers/shown-value.js";
import { COEFFICIENT_LAWS, type CoefficientLaw, INITIALISATIONS, type Initialisation } from "./dense-network.js";

/** The width of every hidden layer, or the widths k_1, …, k_L one by one. */
export type Widths = number | readonly number[];

/** What the weights of a random network are drawn from; K says whether widths may be given one by one. */
export interface NetworkSetting<K extends Widths = number> {
  /** ψ */
  readonly psi: Activation;
  /** Input dimension, an integer in [1, 2^53]; less where a law keeps vectors of that length. */
  readonly d: number;
  /** Integers in [1, 2^53]; at most 2^31 where neurons are kept in memory. */
  readonly k: K;
  /** L, the number of hidden layers, an integer in [1, 2^20]; of widths one by one their number, else 1 unless given. */
  readonly depth?: number;
  /** The law of the a_ℓ; `rademacher` unless given. */
  readonly coefficients?: CoefficientLaw;
  /** The variance of the weights of layers 2 to L; `fan-in` unless given. */
  readonly initialisation?: Initialisation;
}

/** A random network and the input x from which it is seen. */
export interface Setting<K extends Widths = number> extends NetworkSetting<K> {
  /** ‖x‖, finite and ≥ 0; √d unless given, as in the paper. With a bias unit, ‖x'‖; √(d − 1) unless given. */
  readonly norm?: number;
  /** β, finite, of x = (x', β): a bias unit, which d counts and which steps leave alone. Null, for none, unless given. */
  readonly bias?: number | null;
}

/** A setting with nothing left out. */
export interface CompleteSetting<K extends Widths = Widths> extends Required<Setting<K>> {
  /** k_1, …, k_L */
  readonly widths: readonly number[];
  /** The variance of the weights of layer l is gain/k_(l−1) from l = 2 on; that of layer 1 is 1/d. */
  readonly gain: 1 | 2;
}

/** What a law can take, beside what it can always. */
export interface Accepted {
  /** The largest d and k, powers of two; 2^53 unless given. */
  readonly d?: number;
  readonly k?: number;
  /** The most hidden layers; 2^20 unless given. */
  readonly depth?: number;
  /** Whether there may be a bias unit; not unless given. */
  readonly bias?: boolean;
}

/** Neurons that a draw keeps in memory at most: 16 GiB a vector. */
export const MOST_NEURONS = 2 ** 31;
/** What a law of one hidden layer accepts that keeps its neurons in memory. */
export const ONE_LAYER = { k: MOST_NEURONS, depth: 1 } as const;

const LARGEST = 2 ** 53;
const MOST_LAYERS = 2 ** 20;
const GAIN = { "fan-in": 1, he: 2 } as const;

function checkCount(name: string, count: number, most: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= most) return;
  const range = most === 1 ? "1" : `an integer in [1, 2^${Math.log2(most)}]`;
  throw new RangeError(`${name} is ${count}; it must be ${range}`);
}

/** k_1, …, k_L, of which the number is checked. */
function widthsOf({ k, depth }: NetworkSetting<Widths>, most: number): readonly number[] {
  if (typeof k === "number") {
    checkCount("depth", depth ?? 1, most);
    return Array<number>(depth ?? 1).fill(k);
  }
  if (!Array.isArray(k)) throw new RangeError(`k is ${shownValue(k)}; it must be a width, or a list of widths`);
  checkCount("the number of widths", k.length, most);
  if (depth !== undefined && depth !== k.length)
    throw new RangeError(`depth is ${depth}; it must be ${k.length}, as there are so many widths`);
  return k;
}

function checkWidths(k: Widths, most: number): void {
  if (typeof k === "number") checkCount("k", k, most);
  else for (const [l, width] of k.entries()) checkCount(`k_${l + 1}`, width, most);
}

function checkChoice(name: string, choice: string, choices: readonly string[]): void {
  if (!choices.includes(choice))
    throw new RangeError(`${name} is ${shownValue(choice)}; it must be one of ${choices.join(", ")}`);
}

function checkInput(d: number, norm: number, bias: number | null, mayHaveBias: boolean): void {
  if (bias !== null && !mayHaveBias)
    throw new RangeError(`bias is ${bias}; it must be null, for there is no bias unit`);
  if (bias !== null && !Number.isFinite(bias)) throw new RangeError(`bias is ${bias}; it must be finite`);
  if (!(norm >= 0 && norm < Infinity)) throw new RangeError(`norm is ${norm}; it must be finite and ≥ 0`);
  if (bias !== null && d === 1 && norm !== 0)
    throw new RangeError(`norm is ${norm}; it must be 0 if the bias unit is all there is`);
}

/**
 * A setting, checked, with what was left out. All laws take their settings through this.
 *
 * @throws RangeError naming the argument, what it is and what it must be: see `Setting`.
 */
export function completeSetting<K extends Widths>(setting: Setting<K>, accepted: Accepted = {}): CompleteSetting<K> {
  const { psi, d, k, coefficients = "rademacher", initialisation = "fan-in", bias = null } = setting;
  checkCount("d", d, accepted.d ?? LARGEST);
  const widths = widthsOf(setting, accepted.depth ?? MOST_LAYERS);
  checkWidths(k, accepted.k ?? LARGEST);
  checkChoice("coefficients", coefficients, COEFFICIENT_LAWS);
  checkChoice("initialisation", initialisation, INITIALISATIONS);
  const { norm = Math.sqrt(bias === null ? d : d - 1) } = setting;
  checkInput(d, norm, bias, accepted.bias ?? false);
  const gain = GAIN[initialisation];
  return { psi, d, k, widths, depth: widths.length, coefficients, initialisation, norm, bias, gain };
}

/** @throws RangeError if ‖x‖ is 0, for laws that divide by it. */
export function checkPositive({ norm }: CompleteSetting): void {
  if (norm === 0) throw new RangeError(`norm is ${norm}; it must be finite and > 0`);
}
