import type { Activation } from "../../activations/activation.js";
import { binomial } from "../../chance/binomial.js";
import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { defaultMachine } from "../kernels/default-machine.js";
import {
  BLOCK,
  BLOCK_STRIDE,
  BLOCKS,
  ETAS,
  MOST_ETAS,
  MOST_RAY_SUMS,
  MOST_SUMS,
  RAY_SUMS,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
} from "../kernels/layout.js";
import type { Blocks, RayPass } from "../kernels/machine.js";
import { type PsiKernel, psiKernel } from "../kernels/psi-kernel.js";
import { normalState } from "../kernels/seed-state.js";
import { checkEtas, type SlopedLine } from "../line.js";
import { completeSetting, type NetworkSetting } from "../setting.js";
import type { KernelOptions } from "./kernel-options.js";
import { sampledFlip } from "./sampled-flip.js";

/** Neurons of a call of the kernel: some milliseconds. A multiple of BLOCK. */
const CALL = 4096 * BLOCK;
/** Blocks that are kept between the passes, 4 KiB each; more of them are drawn again instead. */
const KEPT_BLOCKS = 1024;

function kernelOf(psi: Activation): PsiKernel {
  const kernel = psiKernel(psi);
  if (!kernel) throw new RangeError(`psi is ${psi.id}; it must be one that the kernels can compute`);
  return kernel;
}

/**
 * The one-step law of `drawOneStep` by the kernels: another draw from the same law, with memory that does not grow with
 * k beyond some megabytes. Neurons are alike, so their order is free: n ~ Bin(k, ½) with a = 1 come first, then those
 * with a = −1, in blocks that have one sign each. With s̃ = a∘ψ'(u) = √k·s, S = ‖s̃‖² and U = u·s̃, all summed in the first pass:
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
 * @param setting of one hidden layer and a = ±1, seen from ‖x‖ = √d; k = 2^40 takes hours.
 * @throws RangeError if the setting is none (see `Setting`), or the kernels cannot compute ψ (`psiKernel`).
 */
export function drawOneStepFast(
  setting: Pick<NetworkSetting, "psi" | "d" | "k">,
  random: Streams,
  { machine = defaultMachine(), progress }: KernelOptions = {},
): SlopedLine {
  const { psi, d, k } = completeSetting(setting);
  const kernel = kernelOf(psi);
  const rootK = Math.sqrt(k);
  /** Whoever keeps its blocks in the machine's memory. */
  const keeper = Symbol("blocks");
  let left: RayPass["found"] = "nothing";

  /** Neurons with a = 1, then with a = −1, where they start, and how far apart their blocks are. */
  const groups = lazily(() => {
    const positive = binomial(k, 0.5, random("a"));
    const blocks = [positive, k - positive].map((neurons) => Math.ceil(neurons / BLOCK));
    const stride = blocks[0] + blocks[1] <= KEPT_BLOCKS ? BLOCK_STRIDE : 0;
    return {
      stride,
      end: BLOCKS + Math.max(BLOCK_STRIDE, (blocks[0] + blocks[1]) * stride),
      both: [
        { sign: 1, neurons: positive, block: 0 },
        { sign: -1, neurons: k - positive, block: blocks[0] },
      ],
    };
  });

  const stateOf = (name: string) => lazily(() => normalState(random(name)));
  const states = { u: stateOf("u"), components: stateOf("components"), xi: stateOf("xi") };

  /** Readies the memory, but for ξ's stream, and runs `call` over all blocks. */
  function pass(call: (blocks: Blocks) => void): void {
    const { both, end, stride } = groups();
    machine.reserve(end);
    machine.usePsi(kernel);
    const { f64, i32 } = machine;
    i32.set(states.u(), STREAM_U / 4);
    i32.set(states.components(), STREAM_COMPONENTS / 4);
    f64.fill(0, SUMS / 8, SUMS / 8 + 2 * (MOST_SUMS + MOST_RAY_SUMS));
    let visited = 0;
    for (const { sign, neurons, block } of both)
      for (let done = 0; done < neurons; done += CALL) {
        const now = Math.min(CALL, neurons - done);
        const first = block + done / BLOCK;
        call({ sign, first, neurons: now, start: BLOCKS + first * stride, stride });
        visited += now;
        progress?.(visited);
      }
  }

  /** The sums at `start`, whole. */
  function sumsAt(start: number, count: number): number[] {
    const { f64 } = machine;
    return Array.from({ length: count }, (_, i) => f64[start / 8 + 2 * i] + f64[start / 8 + 2 * i + 1]);
  }

  const first = lazily(() => {
    machine.keeper = null;
    pass((blocks) => {
      machine.passOne(kernel.kind, blocks);
    });
    if (groups().stride > 0) machine.keeper = keeper;
    left = "u and slopes";
    const [values, squares, products, sizes, component] = sumsAt(SUMS, MOST_SUMS);
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
    const found = machine.keeper === keeper ? left : "nothing";
    machine.keeper = null;
    machine.f64.set(etas, ETAS / 8);
    machine.i32.set(states.xi(), STREAM_XI / 4);
    const ray: RayPass = { found, alpha, along, spread, etas: etas.length, slopes };
    pass((blocks) => {
      machine.passTwo(kernel.kind, blocks, ray);
    });
    if (groups().stride > 0) machine.keeper = keeper;
    const sums = sumsAt(RAY_SUMS, MOST_RAY_SUMS);
    if (found !== "u and v") sizesOfV = sums[0];
    left = "u and v";
    return sums;
  }

  function after(etas: readonly number[], slopes: boolean): number[] {
    checkEtas(etas);
    const out: number[] = [];
    for (let start = 0; start < etas.length; start += MOST_ETAS) {
      const some = etas.slice(start, start + MOST_ETAS);
      const sums = second(some, slopes);
      const offset = slopes ? 1 + MOST_ETAS : 1;
      out.push(...some.map((_, i) => sums[offset + i] / rootK));
    }
    return out;
  }

  function roundingOf(eta: number): number {
    const { sizes } = first();
    if (eta !== 0 && sizesOfV === undefined) second([], false);
    const moved = psi.lipschitz * (sizes + Math.abs(eta) * (eta === 0 ? 0 : sizesOfV!));
    const terms = Math.min(k * psi.supremum, k * Math.abs(psi.value(0)) + moved);
    return (2 ** -48 * (terms + moved) + 2 * k * kernel.valueError) / rootK;
  }

  const line: SlopedLine = {
    get value() {
      return first().value;
    },
    get gradientNorm() {
      return gradient().norm;
    },
    at: (etas) =>
      after(etas, false).map((value, i) => ({
        value,
        get rounding() {
          return roundingOf(etas[i]);
        },
      })),
    slopes: (etas) => after(etas, true),
    smallestFlip: (options) => sampledFlip(line, options),
  };
  return line;
}
