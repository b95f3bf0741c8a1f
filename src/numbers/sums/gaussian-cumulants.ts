import type { CellBox } from "./cell-boxes.js";
import type { Cumulants, Line } from "./cumulants.js";
import { centred, type GaussianVariable } from "./gaussian-variable.js";
import { logEnvelopeOf } from "./log-envelope.js";
import { momentSeries } from "./moment-series.js";
import type { QuadratureNodes } from "./quadrature-nodes.js";
import { tiltedBoxes, tiltedError, tiltedNodes } from "./tilted-nodes.js";

/** Rotations between fresh sines and cosines. */
const FRESH = 64;
/** Nodes of a smaller part of the tilted law are passed over; all together they count as an error. */
const NEGLIGIBLE = 1e-20;
/** The most rotations that a line may take: tens of milliseconds. */
const MOST_ROTATIONS = 1e7;
/** A line is given up where the quadrature leaves more than this. */
const WORST_QUADRATURE = 1e-10;

/** log Σ e^x over several arrays. */
function logSumExp(arrays: readonly Float64Array[]): number {
  const most = arrays.reduce((m, array) => array.reduce((n, x) => Math.max(n, x), m), -Infinity);
  const sum = arrays.reduce((total, array) => array.reduce((t, x) => t + Math.exp(x - most), total), 0);
  return most + Math.log(sum);
}

/** Adds even·cos(n·angle) and odd·sin(n·angle) to the entries n. */
function addRotations(re: Float64Array, im: Float64Array, even: number, odd: number, angle: number): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let start = 0; start < re.length; start += FRESH) {
    let x = Math.cos(start * angle);
    let y = Math.sin(start * angle);
    const end = Math.min(re.length, start + FRESH);
    for (let n = start; n < end; n++) {
      re[n] += even * x;
      im[n] += odd * y;
      const next = x * cos - y * sin;
      y = x * sin + y * cos;
      x = next;
    }
  }
}

/**
 * The cumulants of X − E X for a function of a Gaussian with majorants. M is computed by quadrature, with a proved error
 * (tilted-nodes.ts), or, near 0, by its moments, so that K(z) keeps its digits as z → 0.
 *
 * @param mean E X: 0 for a signed variable.
 * @param meanError a bound on its error.
 */
export function gaussianCumulants(variable: GaussianVariable, mean: number, meanError: number): Cumulants {
  const { signed } = variable;
  const shifted = centred(variable, mean);
  const series = momentSeries(variable, mean);
  const known = new Map<string, QuadratureNodes>();
  /** Nodes for a tilt c and frequencies up to omega; made for the next powers of 2. */
  const nodesAt = (c: number, omega: number) => {
    const [top, highest] = [c, omega].map((x) => (x > 0 ? 2 ** Math.ceil(Math.log2(x)) : 0));
    const key = `${top} ${highest}`;
    const nodes = known.get(key) ?? tiltedNodes(shifted, top, highest);
    known.set(key, nodes);
    return nodes;
  };
  const signs: readonly (1 | -1)[] = signed ? [1, -1] : [1];
  const boxes = new Map<number, readonly CellBox[]>();
  /** Boxes for a tilt c; made for the next power of 2. */
  const boxesAt = (c: number) => {
    const top = 2 ** Math.ceil(Math.log2(c));
    const made = boxes.get(top) ?? tiltedBoxes(shifted, top);
    boxes.set(top, made);
    return made;
  };
  /** log M(c), and by sign the log of each node's probability under the tilted law, but for its weight. */
  const tilted = (nodes: QuadratureNodes, c: number) => {
    const logs = signs.map((sign) => nodes.y.map((y) => sign * c * y - (signed ? Math.LN2 : 0)));
    const logM = logSumExp(logs.map((log) => log.map((l, j) => l + nodes.logWeight[j])));
    return { logM, tilts: signs.map((sign, i) => ({ sign, log: logs[i].map((l) => l - logM) })) };
  };
  /** What the quadrature leaves of M at tilt c, relative to M(c), and what values off by their errors do, for each |z|. */
  const errorsOf = (nodes: QuadratureNodes, c: number, { logM, tilts }: ReturnType<typeof tilted>) => {
    const left = signs.reduce((sum, sign) => sum + tiltedError(nodes, sign * c, logM), 0) / signs.length;
    let ofValues = 0;
    for (const { log } of tilts)
      for (let j = 0; j < log.length; j++) ofValues += Math.exp(log[j] + nodes.logWeight[j]) * nodes.yError[j];
    return { left: (left + NEGLIGIBLE * nodes.y.length) * (1 + 1e-9), ofValues: ofValues + meanError };
  };

  const real: Cumulants["real"] = (c) => {
    if (c <= series.radius) {
      const { value, slope } = series.real(c);
      return { value: value + c * meanError, slope };
    }
    const nodes = nodesAt(c, 0);
    const law = tilted(nodes, c);
    let slope = 0;
    for (const { sign, log } of law.tilts) {
      for (let j = 0; j < log.length; j++) slope += sign * nodes.y[j] * Math.exp(log[j] + nodes.logWeight[j]);
    }
    const { left, ofValues } = errorsOf(nodes, c, law);
    // −log(1 − x) bounds what M may be above its sum.
    return { value: law.logM + (left < 1 ? -Math.log1p(-left) : Infinity) + c * ofValues, slope };
  };

  const line = (c: number, spacing: number, count: number): Line | null => {
    const last = spacing * (count - 1);
    if (Math.hypot(c, last) <= series.radius) return series.line(c, spacing, count, meanError);
    const nodes = nodesAt(c, last);
    if (nodes.y.length * count > MOST_ROTATIONS) return null;
    const law = tilted(nodes, c);
    const { logM, tilts } = law;
    const { left, ofValues } = errorsOf(nodes, c, law);
    if (!(left <= WORST_QUADRATURE)) return null;
    const [re, im] = [new Float64Array(count), new Float64Array(count)];
    for (let j = 0; j < nodes.y.length; j++) {
      // The parts of both signs, e^(±cy)·e^(±iωy), share their sines and cosines.
      let [even, odd] = [0, 0];
      for (const { sign, log } of tilts) {
        const weight = Math.exp(log[j] + nodes.logWeight[j]);
        even += weight;
        odd += sign * weight;
      }
      if (even < NEGLIGIBLE) continue;
      addRotations(re, im, even, odd, spacing * nodes.y[j]);
    }
    const logModulus = new Float64Array(count);
    const argument = new Float64Array(count);
    const relativeError = new Float64Array(count);
    for (let n = 0; n < count; n++) {
      const modulus = Math.hypot(re[n], im[n]);
      logModulus[n] = Math.log(modulus);
      argument[n] = Math.atan2(im[n], re[n]);
      relativeError[n] = (left + Math.hypot(c, n * spacing) * ofValues * (1 + 1e-9)) / modulus;
    }
    return { real: logM, realError: left + c * ofValues, logModulus, argument, relativeError };
  };

  return {
    deviation: series.deviation,
    edge: Infinity,
    supremum: signed ? variable.supremum : variable.supremum - mean,
    real,
    line,
    logEnvelope: (c) => {
      const nodes = nodesAt(c, 0);
      const law = tilted(nodes, c);
      const { left, ofValues } = errorsOf(nodes, c, law);
      const logM = law.logM - 2 * (left + c * ofValues);
      return logEnvelopeOf({ signs, boxes: boxesAt(c), c, logM, centre: real(c).slope, line });
    },
  };
}
