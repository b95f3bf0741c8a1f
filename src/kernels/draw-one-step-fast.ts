import type { Activation } from "../activations/activation.js";
import { chiSquare } from "../random/chi-square.js";
import type { Streams } from "../random/streams.js";
import { lazily } from "../special/lazily.js";
import { defaultMachine } from "./default-machine.js";
import {
  BLOCK,
  BLOCK_BYTES,
  BLOCKS,
  COMPONENT_BATCH,
  ETAS,
  FOUND_NOTHING,
  FOUND_S,
  FOUND_V,
  LAST,
  MOST_ETAS,
  MOST_SUMS,
  STREAM_A,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
} from "./layout.js";
import type { Machine } from "./machine.js";
import { psiKernel } from "./psi-kernel.js";
import { normalState, signState } from "./seed-state.js";

/** Blocks of a call of the kernel: some milliseconds. A multiple of COMPONENT_BATCH. */
const CALL_BLOCKS = 256 * COMPONENT_BATCH;
/** Blocks that are kept between the passes, 4 KiB each; more of them are drawn again instead. */
const KEPT_BLOCKS = 1024;

/** The same network as `OneStepDraw` of src/network sees it, for any number of η at once. */
export interface FastOneStepDraw {
  /** f(x); the first pass. */
  readonly value: number;
  /** ‖∇f(x)‖; the first pass, and one χ². */
  readonly gradientNorm: number;
  /** f(x + η∇f(x)) for each η, finite; a further pass for every eight of them. */
  readonly valuesAfter: (etas: readonly number[]) => number[];
  /** d/dη f(x + η∇f(x)) for each η. */
  readonly slopesAfter: (etas: readonly number[]) => number[];
  /**
   * A bound on the error of `value` (η = 0) or of `valuesAfter([η])` by rounding and by the activation's table;
   * infinite for ψ that is not Lipschitz.
   */
  readonly roundingAfter: (eta: number) => number;
}

export interface FastOptions {
  /** What computes: WebAssembly where there is SIMD, else the twin, with the same results. */
  readonly machine?: Machine;
  /** Called after every million neurons or so of a pass with how many are done; may throw to give up. */
  readonly progress?: (done: number) => void;
}

/**
 * The one-step law of `drawOneStep` by the kernels: another draw from the same law, with memory that does not grow with
 * k beyond some megabytes. With s̃ = a∘ψ'(u) = √k·s, S = ‖s̃‖² and U = u·s̃, all summed in the first pass:
 *
 *   α = U/(√k·d), h² = (S/k)·χ²_{d−1}/d, ‖∇f‖² = α²d + h², v = αu + s̃·h²√k/S + (h/√d)(ξ − s̃(s̃·ξ)/S).
 *
 * s̃·ξ would be known only after all of ξ is drawn. So ξ is drawn block by block as ξ_B + (c_B − e_B·ξ_B)e_B with
 * e_B = s̃_B/‖s̃_B‖ and c_B ~ N(0, 1) of a stream of their own, again N(0, I), and the first pass already sums
 * s̃·ξ = Σ‖s̃_B‖c_B. The second pass, for up to eight η, finds u and s̃ in memory or draws the same ones again.
 *
 * Sums are compensated from block to block and short within, so their error is below 2⁻⁴⁸ of the sum of absolute
 * values, whatever k. Reads the streams "a", "u", "components", "xi" and "chi".
 *
 * @param k an integer in [1, 2^53]; 2^40 neurons take hours.
 * @returns null where the kernels cannot compute ψ: see `psiKernel`.
 * @throws RangeError if k is anything else.
 */
export function drawOneStepFast(
  psi: Activation,
  d: number,
  k: number,
  random: Streams,
  { machine = defaultMachine(), progress }: FastOptions = {},
): FastOneStepDraw | null {
  if (!(Number.isInteger(k) && k >= 1 && k <= 2 ** 53))
    throw new RangeError(`k is ${k}; it must be an integer in [1, 2^53]`);
  const kernel = psiKernel(psi);
  if (!kernel) return null;
  const blocks = Math.ceil(k / BLOCK);
  const keep = blocks <= KEPT_BLOCKS;
  const rootK = Math.sqrt(k);
  const u = BLOCKS;
  const s = BLOCKS + (keep ? blocks : 1) * BLOCK_BYTES;
  const stride = keep ? BLOCK_BYTES : 0;
  const me = {};
  let found = FOUND_NOTHING;

  /** Readies the memory, runs `call` over all blocks, and gives the sums. */
  function pass(call: (first: number, blocks: number) => void): number[] {
    machine.reserve(s + (keep ? blocks : 1) * BLOCK_BYTES);
    machine.usePsi(kernel!);
    const { f64, i32 } = machine;
    i32.set(signState(random("a")), STREAM_A / 4);
    i32.set(normalState(random("u")), STREAM_U / 4);
    i32.set(normalState(random("components")), STREAM_COMPONENTS / 4);
    i32.set(normalState(random("xi")), STREAM_XI / 4);
    f64.fill(0, SUMS / 8, SUMS / 8 + 2 * MOST_SUMS);
    for (let done = 0; done < blocks; done += CALL_BLOCKS) {
      const now = Math.min(CALL_BLOCKS, blocks - done);
      const last = done + now === blocks ? k - (blocks - 1) * BLOCK : BLOCK;
      i32.fill(-1, LAST / 4, LAST / 4 + 2 * last);
      i32.fill(0, LAST / 4 + 2 * last, LAST / 4 + 2 * BLOCK);
      call(0, now);
      progress?.(Math.min(k, (done + now) * BLOCK));
    }
    return Array.from({ length: MOST_SUMS }, (_, i) => f64[SUMS / 8 + 2 * i] + f64[SUMS / 8 + 2 * i + 1]);
  }

  const first = lazily(() => {
    machine.keeper = null;
    const sums = pass((start, count) => machine.passOne(kernel.kind, start, count, u, s, stride));
    if (keep) machine.keeper = me;
    found = FOUND_S;
    const [values, squares, products, sizes, component] = sums;
    return { value: values / rootK, squares, products, sizes, component };
  });

  const gradient = lazily(() => {
    const { squares, products, component } = first();
    const alpha = products / (rootK * d);
    const hSquared = ((squares / k) * chiSquare(d - 1, random("chi"))) / d;
    const spread = Math.sqrt(hSquared / d);
    const along = squares > 0 ? (hSquared * rootK - spread * component) / squares : 0;
    return { alpha, along, spread, norm: Math.sqrt(alpha * alpha * d + hSquared) };
  });

  let sizesOfV: number | undefined;
  /** Sums of the second pass for up to eight η. */
  function second(etas: readonly number[], slopes: boolean): number[] {
    const { alpha, along, spread } = gradient();
    const there = machine.keeper === me ? found : FOUND_NOTHING;
    machine.keeper = null;
    machine.f64.set(etas, ETAS / 8);
    const sums = pass((start, count) => {
      const { kind } = kernel!;
      machine.passTwo(kind, start, count, u, s, stride, there, alpha, along, spread, etas.length, slopes ? 1 : 0);
    });
    if (keep) machine.keeper = me;
    if (there !== FOUND_V) sizesOfV = sums[0];
    found = FOUND_V;
    return sums;
  }

  function after(etas: readonly number[], slopes: boolean): number[] {
    const wrong = etas.find((eta) => !Number.isFinite(eta));
    if (wrong !== undefined) throw new RangeError(`eta is ${wrong}; it must be finite`);
    const out: number[] = [];
    for (let start = 0; start < etas.length; start += MOST_ETAS) {
      const some = etas.slice(start, start + MOST_ETAS);
      const sums = second(some, slopes);
      const offset = slopes ? 1 + MOST_ETAS : 1;
      out.push(...some.map((_, i) => sums[offset + i] / rootK));
    }
    return out;
  }

  return {
    get value() {
      return first().value;
    },
    get gradientNorm() {
      return gradient().norm;
    },
    valuesAfter: (etas) => after(etas, false),
    slopesAfter: (etas) => after(etas, true),
    roundingAfter(eta) {
      const { sizes } = first();
      if (eta !== 0 && sizesOfV === undefined) second([], false);
      const moved = psi.lipschitz * (sizes + Math.abs(eta) * (eta === 0 ? 0 : sizesOfV!));
      const terms = Math.min(k * psi.supremum, k * Math.abs(psi.value(0)) + moved);
      return (2 ** -48 * (terms + moved) + 2 * k * kernel.valueError) / rootK;
    },
  };
}
