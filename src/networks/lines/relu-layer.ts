import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import { dot } from "../dense-products.js";
import { addTimes, scale, times } from "../vector-loops.js";
import { farFrame, type Held } from "./far-frame.js";
import { fillNormals } from "./fill-normals.js";
import { halfNormalsBetween } from "./half-normals-between.js";
import { nearActive } from "./near-active.js";
import type { ReluLayerScalars } from "./relu-scalars.js";

/** What is known of a point's input to a layer, h_i = ch + r with r ⊥ h. */
export interface LayerInput {
  readonly c: number;
  /** g·r, for g = W^T b. */
  readonly gr: number;
  /** ‖r‖ */
  readonly rest: number;
}

/** A hidden ReLU layer, seen from the neurons that a step brings near their kink. */
export interface ReluLayer {
  /** z, b and g (W^T b of the layer above; b on active neurons) in the layer's coordinates, and where near neurons start. */
  readonly z: () => Float64Array;
  readonly b: () => Float64Array;
  readonly g: () => Float64Array;
  readonly nearFrom: () => number;
  /** Active neurons that are not near. */
  readonly far: () => number;
  /** Wq for a new unit vector q ⊥ h and those before, given g·q. */
  readonly image: (gq: number) => Held;
  /** Keeps a vector that is 0 on inactive neurons. */
  readonly hold: (v: Float64Array) => Held;
  /** Makes near all neurons that may be on the other side of their kink at a point with that input. */
  readonly bringNear: (input: LayerInput) => void;
}

/** How much further than asked for neurons come near, lest the next point ask for a few more. */
const WIDER = 1.1;

interface LayerSetting {
  /** The width of the layer. */
  readonly k: number;
  /** f(x) */
  readonly value: number;
  /** The standard deviation σ of the layer's weights. */
  readonly deviation: number;
  /** Standard deviations beyond which nothing is looked for. */
  readonly reach: number;
  /** Number of the layer, from 1: its streams are named after it. */
  readonly number: number;
  /** From how many active neurons on the near ones are drawn without the others. */
  readonly many: number;
}

/**
 * How small |z| must be for the neuron to come into question at a point: with p = cz + b(g·r)/‖b‖² + σ(I − P_b)ρω its
 * pre-activation, ω ~ N(0, I), and b = fz/‖h‖² + b_⊥ with b_⊥ uniform across h, or b = a/√k.
 *
 * An active neuron stays active where z(c − |g·r||f|/(‖b‖²‖h‖²)) exceeds the rest, b_⊥(g·r)/‖b‖² + σρ(…). That is
 * sub-Gaussian with variance (g·r)²‖b_⊥‖²/(‖b‖⁴(n − 1)) + σ²ρ², as the moments of a coordinate of a uniform unit vector
 * in R^N are below those of N(0, 1/N), and as (I − P_b)ω is normal given b with variances ≤ 1. With b = a/√k the first
 * part is known. An inactive one, where b = 0, stays inactive where |z|c exceeds σρ|ω|.
 */
function limits(
  { c, gr, rest }: LayerInput,
  { active: n, hSquared, bSquared, bAcross }: ReluLayerScalars,
  { k, value, deviation, reach }: LayerSetting,
): readonly [active: number, inactive: number] {
  const pull = Math.abs(gr) / bSquared;
  const noise = deviation * rest;
  const held = c - (hSquared === null ? 0 : (pull * Math.abs(value)) / hSquared);
  const spread =
    hSquared === null
      ? pull / Math.sqrt(k) + reach * noise
      : reach * Math.hypot(noise, pull * Math.sqrt(bAcross / Math.max(1, n - 1)));
  return [held > 0 ? spread / held : Infinity, c > 0 ? (reach * noise) / c : Infinity];
}

/**
 * A layer with the given scalars, from which nothing has been drawn yet. The active neurons far from their kink are
 * handled by a `farFrame`, whose lead is z, or b = a/√k in the last layer with a = ±1; inactive ones far from it stay 0.
 */
export function reluLayer(scalars: ReluLayerScalars, setting: LayerSetting, random: Streams): ReluLayer {
  const { active: n, tau, hSquared, bSquared, bAcross, above } = scalars;
  const { k, value, deviation, reach, number, many } = setting;
  const bits = random(`near${number}`);
  const signs = hSquared === null;
  const size = Math.sqrt(hSquared ?? 0);
  const frame = farFrame(n, signs ? 1 : 2, bits);
  const start = (...coordinates: number[]) => {
    const v = new Float64Array(frame.capacity);
    v.set(coordinates.slice(0, Math.min(n, coordinates.length)));
    return v;
  };
  const z = frame.hold(signs ? start(value / Math.sqrt(bSquared)) : start(size));
  const along = signs ? start(Math.sqrt(bSquared)) : start(value / size, Math.sqrt(bAcross));
  const b = frame.hold(along);
  const g = frame.hold(along.slice(), (out) => {
    (signs ? fillRademacher : fillNormals)(out, bits);
    scale(out, above);
  });

  const actives = nearActive(
    scalars,
    value * Math.sqrt(k),
    reach,
    random(`z${number}`),
    () => random(`zn${number}`),
    many,
  );
  let leftInactive = k - n;
  let leadSquared = signs ? n / k : size * size;
  let [reachedActive, reachedInactive] = [0, 0];

  function extend(toActive: number, toInactive: number): void {
    const { z: come, sign, squaresLeft } = actives(reachedActive, toActive);
    const sizes = halfNormalsBetween(leftInactive, reachedInactive / tau, toInactive / tau, bits);
    const left = signs ? (frame.far - come.length) / k : squaresLeft;
    const norm = Math.sqrt(leadSquared);
    const lead = times((signs ? 1 / Math.sqrt(k) : 1) / norm, signs ? sign : come);
    const from = frame.bringNear(lead, Math.sqrt(Math.max(0, left)) / norm, sizes.length);
    z.v.set(come, from);
    z.v.set(times(-tau, sizes), from + come.length);
    leftInactive -= sizes.length;
    leadSquared = left;
    [reachedActive, reachedInactive] = [toActive, toInactive];
  }

  return {
    z: () => z.v,
    b: () => b.v,
    g: () => g.v,
    nearFrom: () => frame.capacity,
    far: () => frame.far,
    hold: (v) => frame.hold(v),
    image(gq) {
      const v = frame.gaussian();
      scale(v, deviation);
      addTimes(v, bSquared > 0 ? (gq - dot(b.v, v)) / bSquared : 0, b.v);
      return frame.hold(v, (out) => {
        fillNormals(out, bits);
        scale(out, deviation);
      });
    },
    bringNear(input) {
      const [active, inactive] = limits(input, scalars, setting);
      const all = tau * reach;
      // A little more than asked for, and all once that is nearly all.
      const wider = (asked: number, reached: number) =>
        asked <= reached ? reached : WIDER * asked > all ? Infinity : WIDER * asked;
      const [toActive, toInactive] = [wider(active, reachedActive), wider(inactive, reachedInactive)];
      if (toActive > reachedActive || toInactive > reachedInactive) extend(toActive, toInactive);
    },
  };
}
