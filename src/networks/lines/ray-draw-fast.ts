import { chiSquare } from "../../chance/chi-square.js";
import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import {
  DEEP_ALONG,
  DEEP_BETA,
  DEEP_C,
  DEEP_PARENTS,
  DEEP_STREAM_BYTES,
  DEEP_STREAMS,
  DEEP_SUMS,
  DEEP_VECTORS,
  MOST_POINTS,
} from "../kernels/deep-layout.js";
import { defaultMachine } from "../kernels/default-machine.js";
import { STREAM_U, STREAM_XI } from "../kernels/layout.js";
import { psiKernel } from "../kernels/psi-kernel.js";
import { normalState } from "../kernels/seed-state.js";
import { checkEtas, type Line } from "../line.js";
import { type CompleteSetting, checkPositive, completeSetting, type Setting, type Widths } from "../setting.js";
import { fillNormals } from "./fill-normals.js";
import type { KernelOptions } from "./kernel-options.js";
import { rayFactors } from "./ray-factors.js";
import { deviationOf } from "./ray-passes.js";
import { pointsOfRayFast, strideOf, vectorsThatFit } from "./ray-room.js";
import { sampledFlip } from "./sampled-flip.js";

/** With room for fewer points the kernels are of little use. */
const LEAST_POINTS = 32;

/** Whether the kernels can compute ψ (`psiKernel`) and the vectors of `LEAST_POINTS` points fit in 4 GiB. */
export function canDrawRayFast({ psi, ...sizes }: Pick<CompleteSetting, "psi" | "k" | "depth">): boolean {
  return pointsOfRayFast(sizes) >= LEAST_POINTS && psiKernel(psi) !== null;
}

/** Of the points so far, in a layer. */
interface SeenLayer {
  /** Row p has the products of d_p with d_q, q ≥ p: `deepOutputs`. */
  readonly gram: number[][];
  /** How far each point's outputs have moved from those at x, along what is above. */
  readonly moved: number[];
}

/** What the passes at x leave: sums of each layer, and f(x). */
interface Base {
  readonly value: number;
  readonly alpha: number;
  readonly eSquared: number;
  /** ‖b‖² and z·b by layer. */
  readonly squares: readonly number[];
  readonly products: readonly number[];
}

/**
 * The law of `drawRay` by the kernels, another draw from it: in whole passes over the layers' neurons, with 2L vectors
 * and one for each point in memory, 120 MB for six layers of 10^6 and three points. Forward, z and the ζ of the backward
 * pass; backward, W^T b from ζ, whose part along h is known by then; then for each layer the pre-activations of all
 * points, b's share in which waits for b·ξ, and in a second pass their outputs and products. Where points are asked for
 * later, outputs are kept in every layer, L vectors a point, as long as they fit: a new point then costs its
 * products with those before and, drawn again, their fresh vectors. Else all run through the layers again, and come out the same.
 *
 * Instead of orthogonal projections it has a Cholesky factor of the Gram matrix of differences between neighbouring
 * points (`rayFactors`): they come out right to about half of their digits, and f(x + η∇f(x)) to 2⁻⁴⁴ of the sum of
 * absolute values a layer, besides the table's error. Sums are short within a block and compensated across.
 *
 * Reads `a`, `chi` and for each layer `z{layer}`, `g{layer}` and `xi{layer}.{point}`.
 *
 * A line has at most `pointsOfRayFast` different η's other than 0 in all, which RangeError says when they are more.
 *
 * @throws RangeError if the setting is none (see `Setting`), the norm is 0, or `canDrawRayFast` says no.
 */
export function drawRayFast(
  setting: Setting<Widths>,
  random: Streams,
  { machine = defaultMachine() }: Pick<KernelOptions, "machine"> = {},
): Line {
  const complete = completeSetting(setting);
  checkPositive(complete);
  const { psi, d, k: given, widths, depth, norm, coefficients } = complete;
  if (!canDrawRayFast(complete))
    throw new RangeError(
      `psi is ${psi.id}, k ${String(given)} and depth ${depth}; psi must have a kernel and all fit in 4 GiB`,
    );
  const kernel = psiKernel(psi)!;
  const stride = strideOf(given);
  const last = depth - 1;
  const k = widths[last];
  const most = pointsOfRayFast(complete);
  /** Whoever keeps its passes at x in the machine's memory. */
  const keeper = Symbol("passes at x");
  const z = (layer: number) => DEEP_VECTORS + layer * stride;
  /** W^T b of the layer above on a layer's neurons; a/√k for the last. */
  const up = (layer: number) => DEEP_VECTORS + (depth + layer) * stride;
  const points = DEEP_VECTORS + 2 * depth * stride;
  const states = new Map<string, Int32Array>();
  const state = (name: string) => {
    const known = states.get(name) ?? normalState(random(name));
    states.set(name, known);
    return known;
  };

  /** Runs a pass that adds to so many sums and gives them, to be read before the next pass: a copy costs small layers more than the pass. */
  function sumsOf(many: number, pass: () => void): (i: number) => number {
    const at = DEEP_SUMS / 8;
    machine.f64.fill(0, at, at + 2 * many);
    pass();
    return (i) => machine.f64[at + 2 * i] + machine.f64[at + 2 * i + 1];
  }

  const a = lazily(() => {
    const drawn = new Float64Array(k);
    (coefficients === "gaussian" ? fillNormals : fillRademacher)(drawn, random("a"));
    for (let i = 0; i < k; i++) drawn[i] /= Math.sqrt(k);
    return drawn;
  });
  const chi = lazily(() => chiSquare(d - 1, random("chi")));

  function atX(): Base {
    const { kind } = kernel;
    machine.reserve(points);
    machine.usePsi(kernel);
    machine.keeper = null;
    machine.f64.fill(0, up(last) / 8, (up(last) + stride) / 8);
    machine.f64.set(a(), up(last) / 8);
    const [hSquares, hZetas]: number[][] = [[], []];
    for (let l = 0; l < depth; l++) {
      machine.i32.set(state(`z${l + 1}`), STREAM_U / 4);
      if (l < last) machine.i32.set(state(`g${l + 2}`), STREAM_XI / 4);
      const tau = deviationOf(complete, l) * (l === 0 ? norm : Math.sqrt(hSquares[l - 1]));
      const sums = sumsOf(2, () => machine.deepForward(kind, widths[l], z(l), up(l), tau, l < last ? 1 : 0));
      hSquares.push(sums(0));
      hZetas.push(sums(1));
    }
    const [squares, products]: number[][] = [[], []];
    for (let l = last; l >= 0; l--) {
      const deviation = l === last ? 1 : deviationOf(complete, l + 1) * Math.sqrt(squares[l + 1]);
      const along = l === last || hSquares[l] === 0 ? 0 : (products[l + 1] - deviation * hZetas[l]) / hSquares[l];
      const sums = sumsOf(2, () => machine.deepBackward(kind, widths[l], z(l), up(l), deviation, along));
      squares[l] = sums(0);
      products[l] = sums(1);
    }
    machine.keeper = keeper;
    return {
      value: hZetas[last],
      alpha: products[0] / norm / norm,
      eSquared: (squares[0] * chi()) / d,
      squares,
      products,
    };
  }
  const base = lazily(atX);

  /** What is in memory of points, by layer, for as long as the passes at x are: their outputs, and here their products. */
  let seen: { readonly apart: number; readonly many: number; readonly layers: readonly SeenLayer[] } | null = null;

  /** f(x + η∇f(x)) for all η that were asked for, in that order. */
  function onRay(etas: readonly number[]): number[] {
    const { value, alpha, eSquared, squares, products } = base();
    if (machine.keeper !== keeper) {
      atX();
      seen = null;
    }
    const { kind } = kernel;
    const many = etas.length;
    // Points asked for at once need one vector each; where more are asked for later, one in each layer, if there is room.
    const apart = seen === null || many * depth > vectorsThatFit(complete) ? 1 : depth;
    const from = seen?.apart === apart && apart === depth ? seen.many : 0;
    const layers = from > 0 && seen ? seen.layers : complete.widths.map((): SeenLayer => ({ gram: [], moved: [] }));
    seen = null;
    machine.reserve(points + many * apart * stride);
    machine.usePsi(kernel);
    const { f64, i32 } = machine;
    const parents = etas.map((eta, i) => {
      const before = [0, ...etas.slice(0, i)];
      return before.reduce((best, t, j) => (Math.abs(t - eta) < Math.abs(before[best] - eta) ? j : best), 0);
    });
    i32.set(parents, DEEP_PARENTS / 4);
    let cs = etas.map((eta) => 1 + eta * alpha);
    let across = etas.map((eta) => [eta * Math.sqrt(eSquared)]);
    let pulls = etas.map((eta) => eta * eSquared);
    for (const [l, { gram, moved }] of layers.entries()) {
      const directions = across[0].length;
      const sigma = deviationOf(complete, l);
      const vectors = points + (apart === 1 ? 0 : l * stride);
      const between = apart * stride;
      f64.set(cs, DEEP_ALONG / 8);
      for (const [i, row] of across.entries())
        f64.set(
          row.map((t) => sigma * t),
          DEEP_C / 8 + i * MOST_POINTS,
        );
      for (let j = 0; j < directions; j++)
        i32.set(state(`xi${l + 1}.${j + 1}`), (DEEP_STREAMS + j * DEEP_STREAM_BYTES) / 4);
      const drawn = sumsOf(directions, () =>
        machine.deepPoints(kind, widths[l], z(l), up(l), vectors, between, from, many, directions),
      );
      for (let i = from; i < many; i++) {
        const already = across[i].reduce((sum, t, j) => sum + sigma * t * drawn(j), 0);
        f64[DEEP_BETA / 8 + i] = squares[l] > 0 ? (pulls[i] - already) / squares[l] : 0;
      }
      const isLast = l === last;
      const sums = sumsOf(many - from + ((many + 1) * (many + 2)) / 2, () =>
        machine.deepOutputs(kind, widths[l], z(l), up(l), vectors, between, from, many, isLast ? 1 : 0),
      );
      for (let i = from; i < many; i++) moved.push(sums(i - from) + (parents[i] === 0 ? 0 : moved[parents[i] - 1]));
      if (isLast) break;
      for (let p = 0, at = many - from; p <= many; p++)
        for (let q = Math.max(p, from === 0 ? 0 : from + 1); q <= many; q++) {
          gram[p] ??= [];
          gram[p][q] = sums(at++);
        }
      const factors = rayFactors((p, q) => gram[p][q], parents);
      cs = [...factors.along];
      across = factors.across.map((row) => [...row]);
      pulls = moved.map((t, i) => t - (cs[i] - 1) * products[l + 1]);
    }
    seen = { apart, many, layers };
    return layers[last].moved.map((t) => value + t);
  }

  const asked: number[] = [];
  let values: number[] = [];
  function valuesAfter(etas: readonly number[]): number[] {
    const fresh = [...new Set(etas)].filter((eta) => eta !== 0 && !asked.includes(eta));
    if (asked.length + fresh.length > most)
      throw new RangeError(`etas are ${asked.length + fresh.length} in all; they must be at most ${most}`);
    if (fresh.length > 0) {
      asked.push(...fresh);
      values = onRay(asked);
    }
    return etas.map((eta) => (eta === 0 ? base().value : values[asked.indexOf(eta)]));
  }
  const line: Line = {
    get value() {
      return base().value;
    },
    get gradientNorm() {
      const { alpha, eSquared } = base();
      return Math.sqrt((alpha * norm) ** 2 + eSquared);
    },
    at(etas) {
      checkEtas(etas);
      return valuesAfter(etas).map((value) => ({ value, rounding: Infinity }));
    },
    smallestFlip: (options) => sampledFlip(line, options),
  };
  return line;
}
