import { type Bits, uniform } from "./bits.js";

const LAYERS = 256;
/** Where the tail starts and the area of each layer, for 256 layers (Marsaglia and Tsang 2000), solved to 40 digits. */
const TAIL = 3.654152885361009;
const AREA = 0.004928673233974655;

interface Ziggurat {
  /** Right ends of the layers; layer 0 is the base strip with the tail. */
  readonly x: Float64Array;
  /** exp(−x²/2) at those ends. */
  readonly y: Float64Array;
}

let memo: Ziggurat | undefined;

/** The layers, found from the tail upwards: x_{i+1} = f⁻¹(AREA/x_i + f(x_i)). Computed at first use. */
function layers(): Ziggurat {
  if (memo) return memo;
  const x = new Float64Array(LAYERS + 1);
  x[0] = AREA / Math.exp(-0.5 * TAIL * TAIL);
  x[1] = TAIL;
  for (let i = 2; i < LAYERS; i++) {
    x[i] = Math.sqrt(-2 * Math.log(AREA / x[i - 1] + Math.exp(-0.5 * x[i - 1] * x[i - 1])));
  }
  memo = { x, y: x.map((end) => Math.exp(-0.5 * end * end)) };
  return memo;
}

/** A normal variable beyond TAIL by Marsaglia's exponential rejection (1964), exact. */
function tail(bits: Bits): number {
  for (;;) {
    const a = -Math.log(uniform(bits)) / TAIL;
    const b = -Math.log(uniform(bits));
    if (2 * b > a * a) return TAIL + a;
  }
}

/** One variable from the layers with right ends x and their densities y. */
function fromLayers({ x, y }: Ziggurat, bits: Bits): number {
  for (;;) {
    const high = bits();
    const low = bits();
    const layer = high & 255;
    const position = ((high >>> 8) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -50 * x[layer];
    const sign = low & 32 ? -1 : 1;
    if (position < x[layer + 1]) return sign * position;
    if (layer === 0) return sign * tail(bits);
    if (y[layer] + uniform(bits) * (y[layer + 1] - y[layer]) < Math.exp(-0.5 * position * position))
      return sign * position;
  }
}

/**
 * Fills `out` with independent N(0, 1) variables: the 256-layer ziggurat, with disjoint bits for layer, sign and
 * a 50-bit position. A rejected candidate starts over, which keeps the law exact.
 */
export function fillNormal(out: Float64Array, bits: Bits): void {
  const ziggurat = layers();
  for (let i = 0; i < out.length; i++) out[i] = fromLayers(ziggurat, bits);
}

/** One N(0, 1) variable: what `fillNormal` would put first. */
export function normal(bits: Bits): number {
  return fromLayers(layers(), bits);
}
