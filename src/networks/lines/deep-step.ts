import type { Activation } from "../../activations/activation.js";
import { relu } from "../../activations/relu.js";
import type { Streams } from "../../chance/streams.js";
import { checkEta } from "./deep-shape.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawRay, type RayParameters } from "./ray-draw.js";
import { drawRayFast } from "./ray-draw-fast.js";
import { reluFlip } from "./relu-flip.js";
import { drawReluRay } from "./relu-ray.js";
import { type SampledFlip, type SampledFlipOptions, sampledFlip } from "./sampled-flip.js";

/** A random network of any depth seen from x, ‖x‖ = √d, along the line x + η∇f(x). */
export interface DeepStepDraw {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /**
   * f(x + η∇f(x)); all η of one draw see the same network. For L > 1 and for ReLU a value depends on which were asked
   * for before it, to which two draws must keep to show one network. A draw of L > 1 layers of k ≥ 2^14 neurons other
   * than ReLU takes 32 different η, and throws a RangeError at a further one.
   */
  readonly valueAfter: (eta: number) => number;
  /**
   * The smallest |η| < limit that flips the sign of f, η of the sign of −f(x); null if none is found. For ReLU and L = 1
   * it is exact: lower = upper, and gap is 0. Else it is what values at points show: see `sampledFlip`.
   */
  readonly smallestFlip: (options?: SampledFlipOptions) => SampledFlip | null;
}

/** From this width on the kernels draw what is deep; below, points are not limited in number. */
const WIDE = 2 ** 14;

interface Along extends Omit<DeepStepDraw, "smallestFlip"> {
  /** The smallest flip, where it is known exactly. */
  readonly exactFlip?: (limit?: number) => number | null;
}

/** The fastest law that the network has. */
function along(parameters: RayParameters, random: Streams): Along {
  const { activation, d, k, depth = 1, coefficients = "rademacher" } = parameters;
  if (activation === relu) {
    const draw = drawReluRay(parameters, random);
    const exactFlip = (limit?: number) => reluFlip(draw, limit)?.upper ?? null;
    return depth === 1 ? Object.assign(draw, { exactFlip }) : draw;
  }
  const draw =
    depth === 1 && coefficients === "rademacher"
      ? drawOneStepFast(activation, d, k, random)
      : k >= WIDE
        ? drawRayFast(parameters, random)
        : null;
  if (!draw) return drawRay(parameters, [], random);
  return {
    get value() {
      return draw.value;
    },
    get gradientNorm() {
      return draw.gradientNorm;
    },
    valueAfter(eta) {
      checkEta(eta);
      return draw.valuesAfter([eta])[0];
    },
  };
}

/** Draws by the ray law. `deepStep` is the sampler of claims; see there for the laws. */
export function drawDeepStep(parameters: Omit<RayParameters, "radius">, random: Streams): DeepStepDraw {
  const draw = along(parameters, random);
  return {
    get value() {
      return draw.value;
    },
    get gradientNorm() {
      return draw.gradientNorm;
    },
    valueAfter: draw.valueAfter,
    smallestFlip(options = {}) {
      if (!draw.exactFlip) return sampledFlip(draw.value, draw.gradientNorm, draw.valueAfter, options);
      const flip = draw.exactFlip(options.limit);
      return flip === null ? null : { lower: flip, upper: flip, gap: 0 };
    },
  };
}

/**
 * Work of a draw in normal variables: for ReLU the active neurons' k/2 a layer, and the near ones as many again at
 * worst; for others z, g and, for each of some η, one vector a layer, in memory, for one hidden layer by the kernels.
 */
export function deepStepCost(activation: Activation, k: number, depth: number): number {
  if (activation === relu) return k * depth;
  if (depth === 1) return 2 * k;
  // Per neuron and layer about 40 ns by the kernels for three points, 700 ns without them.
  return (k >= WIDE ? 30 : 500) * k * depth;
}
