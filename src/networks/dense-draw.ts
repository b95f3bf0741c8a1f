import type { Activation } from "../activations/activation.js";
import { fillNormal } from "../chance/normal.js";
import { fillRademacher } from "../chance/rademacher.js";
import type { Streams } from "../chance/streams.js";
import type { CoefficientLaw, DenseNetwork, Initialisation } from "./dense-network.js";

/** What a dense network is drawn from. */
export interface DenseParameters {
  readonly activation: Activation;
  /** Input dimension, an integer ≥ 1. */
  readonly d: number;
  /** Width of every hidden layer, an integer ≥ 1. */
  readonly k: number;
  /** Number of hidden layers L, an integer ≥ 1; 1 unless given. */
  readonly depth?: number;
  /** `rademacher` unless given. */
  readonly coefficients?: CoefficientLaw;
  /** `fan-in` unless given. */
  readonly initialisation?: Initialisation;
}

/** Weights that one layer may have: 16 GiB of them. */
const MOST_WEIGHTS = 2 ** 31;

const FILL = { rademacher: fillRademacher, gaussian: fillNormal };
const GAIN = { "fan-in": 1, he: 2 };

function checkCount(name: string, count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 1))
    throw new RangeError(`${name} is ${count}; it must be an integer ≥ 1`);
}

function checkChoice(name: string, choice: string, choices: object): void {
  if (!Object.hasOwn(choices, choice))
    throw new RangeError(`${name} is ${JSON.stringify(choice)}; it must be one of ${Object.keys(choices).join(", ")}`);
}

/**
 * Draws every weight of a network: W_1 with entries N(0, 1/d), later layers N(0, g/k) with g = 1 (`fan-in`) or
 * 2 (`he`), and the coefficients, all independent. Layer i reads the sub-stream `W{i}` and the coefficients read
 * `a`, so a deeper network with the same streams has the same first layers. Time and memory k·d + (L−1)·k².
 *
 * @throws RangeError if d, k or depth is no integer ≥ 1, a layer would have more than 2^31 weights, or the law of the
 * coefficients or the initialisation is none of those known.
 */
export function drawDenseNetwork(parameters: DenseParameters, random: Streams): DenseNetwork {
  const { activation, d, k, depth = 1, coefficients = "rademacher", initialisation = "fan-in" } = parameters;
  checkCount("d", d);
  checkCount("k", k);
  checkCount("depth", depth);
  checkChoice("coefficients", coefficients, FILL);
  checkChoice("initialisation", initialisation, GAIN);
  if (k * (depth > 1 ? Math.max(d, k) : d) > MOST_WEIGHTS)
    throw new RangeError(`d and k are ${d} and ${k}; a layer of a dense network must have at most 2^31 weights`);
  const weights = Array.from({ length: depth }, (_, layer) => {
    const fanIn = layer === 0 ? d : k;
    const scale = Math.sqrt((layer === 0 ? 1 : GAIN[initialisation]) / fanIn);
    const matrix = new Float64Array(k * fanIn);
    fillNormal(matrix, random(`W${layer + 1}`));
    for (let i = 0; i < matrix.length; i++) matrix[i] *= scale;
    return matrix;
  });
  const a = new Float64Array(k);
  FILL[coefficients](a, random("a"));
  return { activation, d, k, depth, weights, coefficients: a };
}
