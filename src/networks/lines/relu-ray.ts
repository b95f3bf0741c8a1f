import { relu } from "../../activations/relu.js";
import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { dot } from "../dense-products.js";
import { checkEtas, type Line } from "../line.js";
import { completeSetting, type Setting, type Widths } from "../setting.js";
import { addTimes, rectify, scale, times } from "../vector-loops.js";
import type { Held } from "./far-frame.js";
import { MANY } from "./near-active.js";
import type { Ray } from "./ray.js";
import { deviationOf } from "./ray-passes.js";
import { reluFlip } from "./relu-flip.js";
import { type LayerInput, type ReluLayer, reluLayer } from "./relu-layer.js";
import { drawReluScalars } from "./relu-scalars.js";
import { sampledFlip } from "./sampled-flip.js";

/** Standard deviations beyond which no variable is looked for: 2k·exp(−reach²/2) = 2⁻⁵⁶. */
function reachOf(k: number): number {
  return Math.sqrt(2 * (Math.log(2 * k) + 56 * Math.LN2));
}

/** A ReLU network of any depth seen from one x, along the line x + η∇f(x). */
export interface ReluLine extends Line {
  /**
   * For one hidden layer, a ray of few neurons on which f is what it is here for |η| ≤ reached, up to a factor: those
   * that meet their kink, and two for the linear rest.
   *
   * @throws RangeError if there are more layers.
   */
  readonly rayUpTo: (reached: number) => Ray;
}

/** The inputs of the layer above, as far as they span: the unit vectors q across h, in a layer's coordinates, and their images. */
interface Direction {
  readonly q: Held;
  readonly gq: number;
  readonly image: Held;
}

interface Outputs {
  /** What they are the outputs of. */
  readonly z: Float64Array;
  readonly h: Float64Array;
  readonly size: number;
}

/** What near neurons give beyond `linear` times the linear rest: Σ g·max(0, p) − linear·bp. */
function ofNear(p: Float64Array, b: Float64Array, g: Float64Array, linear: number, from: number): number {
  let sum = 0;
  for (let i = from; i < p.length; i++) sum += g[i] * Math.max(0, p[i]) - linear * b[i] * p[i];
  return sum;
}

/** A layer's outputs at x as a unit vector, and their length; found anew when more neurons have come near. */
function outputsOf(layer: ReluLayer): () => Outputs {
  let found: Outputs = { z: new Float64Array(0), h: new Float64Array(0), size: 0 };
  return () => {
    const z = layer.z();
    if (found.z === z) return found;
    const h = z.slice();
    rectify(h, layer.nearFrom());
    const size = Math.sqrt(dot(h, h));
    scale(h, 1 / size);
    found = { z, h, size };
    return found;
  };
}

/**
 * The ray of those near neurons, with velocities v, that meet their kink for |η| ≤ reached, and of two more for all that
 * is linear till then: t = ReLU(t) − ReLU(−t). Without the two if there is nothing else, so that it can be 0 exactly.
 */
function rayOfCrossing(layer: ReluLayer, v: Float64Array, reached: number, value: number, slope: number): Ray {
  const [z, b, g] = [layer.z(), layer.b(), layer.g()];
  const from = layer.nearFrom();
  const crossing: number[] = [];
  for (let i = from; i < z.length; i++) if (Math.abs(z[i]) <= reached * Math.abs(v[i])) crossing.push(i);
  const many = crossing.length;
  const others = layer.far() > 0 || many < z.length - from ? 2 : 0;
  const [a, u, w] = [new Float64Array(many + others), new Float64Array(many + others), new Float64Array(many + others)];
  let [restValue, restSlope] = [value, slope];
  for (let j = 0; j < many; j++) {
    const i = crossing[j];
    [a[j], u[j], w[j]] = [g[i], z[i], v[i]];
    restValue -= b[i] * z[i];
    restSlope -= b[i] * v[i];
  }
  for (let j = 0; j < others; j++) {
    const sign = 1 - 2 * j;
    [a[many + j], u[many + j], w[many + j]] = [sign, sign * restValue, sign * restSlope];
  }
  return { activation: relu, a, u, v: w };
}

/** A network with a layer of which no neuron is active. */
const DEAD: ReluLine = {
  value: 0,
  gradientNorm: 0,
  at: (etas) => etas.map(() => ({ value: 0, rounding: 0 })),
  smallestFlip: () => null,
  rayUpTo: () => ({ activation: relu, a: Float64Array.of(1), u: Float64Array.of(0), v: Float64Array.of(0) }),
};

interface LayerOnRay {
  readonly layer: ReluLayer;
  readonly outputs: () => Outputs;
  /** The directions of its inputs, from the layer below. */
  readonly directions: Direction[];
}

/**
 * The ray law for ReLU at speed: the law of `drawRay` in another order, and only for the neurons that may flip.
 *
 * f(x) and ∇f(x) come from O(L) random numbers (`drawReluScalars`). A step moves a pre-activation by about η/√d of its
 * spread, so that nearly all neurons stay on their side of the kink: the inactive ones output 0, and on the active ones all
 * is linear, so that only dot products count there, of which the joint law is that of Gaussian vectors (`farFrame`).
 * Neurons come near, are drawn that is, as soon as a point might flip them: those left out flip with probability below
 * 2⁻⁵⁶ for all of a layer at a point, which is all that this differs from the law. The inactive ones near the kink are
 * binomial; of the active ones the smallest |z| are wanted, for which all are drawn where they are few, kL/2 normal
 * variables, and none but those where they are many (`nearGivenTotal`).
 *
 * Layer by layer upwards, with the vectors in each layer's own coordinates: h_i = ch + r_i with r_i = Σ_j C_ij q_j,
 * Wh_i = cz + Σ_j C_ij Wq_j and Wq = b(g·q)/‖b‖² + σ(I − P_b)ξ, as in `drawRay`; and in the last layer
 *
 *   f(x + η∇f(x)) = cf + g·r + (what neurons near their kink give, less what they would if they had not flipped),
 *
 * as b·Wh_i = c(z·b) + g·r_i and z·b = f. For L = 1 that is f + η‖∇f‖² and what flips.
 *
 * Time and memory of a point: the near neurons, kL·|η|/√min(d, k) or so for equal widths, times the points before it. Values depend on
 * the order in which points are asked for, to which two draws must keep to show one network; equal η have equal values.
 *
 * Rounding: sums are compensated or short, and a value's error is about 2⁻⁴⁴(|f| + |η|‖∇f‖²) and what near neurons give
 * times 2⁻⁴⁴ a layer, the share below which a direction counts as known (`orthogonalise`).
 *
 * Reads `n`, `h`, `f` and `b`, and for points `z{layer}` and `near{layer}`.
 *
 * @param setting without ψ, which is the ReLU.
 * @param options reach: standard deviations beyond which no variable is looked for; many: from how many active neurons on
 * those near their kink are drawn without the others. For tests and benchmarks.
 * @throws RangeError if the setting is none (see `Setting`), or the norm is 0.
 */
export function drawReluRay(
  setting: Omit<Setting<Widths>, "psi">,
  random: Streams,
  { reach, many = MANY }: { readonly reach?: number; readonly many?: number } = {},
): ReluLine {
  const complete = completeSetting({ ...setting, psi: relu });
  const { widths, depth } = complete;
  const scalars = drawReluScalars(complete, random);
  if (!scalars) return DEAD;
  const { value, alpha, eSquared, gradientNorm } = scalars;
  const layers = lazily(() =>
    scalars.layers.map((one, l): LayerOnRay => {
      const layer = reluLayer(
        one,
        {
          k: widths[l],
          value,
          deviation: deviationOf(complete, l),
          reach: reach ?? reachOf(widths[l]),
          number: l + 1,
          many,
        },
        random,
      );
      return { layer, outputs: outputsOf(layer), directions: [] };
    }),
  );
  const e = Math.sqrt(eSquared);
  let velocity: Held | undefined;

  const inputAt = (eta: number) => ({ c: 1 + eta * alpha, gr: eta * eSquared, rest: Math.abs(eta) * e });

  /** The pre-activations of the first layer at x + η∇f(x) = (1 + ηα)x + ηe. */
  function firstPoint(eta: number): { readonly p: Float64Array; readonly input: LayerInput } {
    const [{ layer }] = layers();
    const input = inputAt(eta);
    layer.bringNear(input);
    velocity ??= layer.image(e);
    const [z, v] = [layer.z(), velocity.v];
    const p = times(input.c, z);
    addTimes(p, eta * e, v);
    return { p, input };
  }

  /** Those of layer l + 1 (from 1), given those of the layer below. */
  function nextPoint(l: number, p: Float64Array): { readonly p: Float64Array; readonly input: LayerInput } {
    const { layer, directions: known } = layers()[l];
    const { layer: below, outputs } = layers()[l - 1];
    const { h, size } = outputs();
    rectify(p, below.nearFrom());
    const basis = [h, ...known.map(({ q }) => q.v)];
    const found = new Float64Array(basis.length);
    const rest = orthogonalise(p, basis, found);
    const c = found[0] / size;
    const gq = rest > 0 ? dot(below.g(), p) : 0;
    let gr = rest * gq;
    let squares = rest * rest;
    for (const [j, direction] of known.entries()) {
      gr += found[j + 1] * direction.gq;
      squares += found[j + 1] * found[j + 1];
    }
    const input = { c, gr, rest: Math.sqrt(squares) };
    layer.bringNear(input);
    if (rest > 0) known.push({ q: below.hold(p), gq, image: layer.image(gq) });
    const next = times(c, layer.z());
    for (const [j, { image }] of known.entries()) addTimes(next, j + 1 < found.length ? found[j + 1] : rest, image.v);
    return { p: next, input };
  }

  function evaluate(eta: number): number {
    let point = firstPoint(eta);
    for (let l = 1; l < depth; l++) point = nextPoint(l, point.p);
    const { layer: last } = layers()[depth - 1];
    const { p, input } = point;
    const [b, g] = [last.b(), last.g()];
    // With all near there is nothing to be added for the rest, and no rounding where all are inactive and f is 0.
    const linear = last.far() > 0 ? 1 : 0;
    return linear * (input.c * value + input.gr) + ofNear(p, b, g, linear, last.nearFrom());
  }

  function rayUpTo(reached: number): Ray {
    if (depth > 1) throw new RangeError(`depth is ${depth}; it must be 1`);
    const [{ layer }] = layers();
    for (const eta of [reached, -reached]) layer.bringNear(inputAt(eta));
    velocity ??= layer.image(e);
    const v = times(alpha, layer.z());
    addTimes(v, e, velocity.v);
    return rayOfCrossing(layer, v, reached, value, gradientNorm * gradientNorm);
  }

  const known = new Map<number, number>([[0, value]]);
  function after(eta: number): number {
    const found = known.get(eta) ?? evaluate(eta);
    known.set(eta, found);
    return found;
  }
  const line: ReluLine = {
    value,
    gradientNorm,
    rayUpTo,
    at(etas) {
      checkEtas(etas);
      return etas.map((eta) => ({ value: after(eta), rounding: Infinity }));
    },
    smallestFlip(options = {}) {
      if (depth > 1) return sampledFlip(line, options);
      const flip = reluFlip(line, options.limit);
      return flip && { ...flip, gap: 0 };
    },
  };
  return line;
}
