import { addTo } from "./add-to.js";
import {
  BLOCK,
  BLOCK_SQUARES,
  COMPONENT_BATCH,
  COMPONENTS,
  ETAS,
  MOST_ETAS,
  RAY_SUMS,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
  XI,
} from "./layout.js";
import type { Blocks, RayPass } from "./machine.js";
import type { TwinActivation } from "./twin-activation.js";
import { type Memory, twinFill } from "./twin-gaussian.js";

/** Neurons of a part of a block: its two lanes are summed apart, then parts, then lanes, as the kernel does. */
const PART = 32;

/** Σ term(i) for 0 ≤ i < count in the kernel's order: a last i without another beside it is a part of its own. */
export function blockSum(count: number, term: (i: number) => number): number {
  let [left, right] = [0, 0];
  for (let start = 0; start + 1 < count; start += PART) {
    let [partLeft, partRight] = [0, 0];
    for (let i = start; i < Math.min(start + PART, count - 1); i += 2) {
      partLeft += term(i);
      partRight += term(i + 1);
    }
    left += partLeft;
    right += partRight;
  }
  return left + (count % 2 ? term(count - 1) : 0) + right;
}

/** The first pass over a block: ψ'(u) behind u, and the sums. */
function firstBlock(memory: Memory, psi: TwinActivation, u: number, count: number, sign: number, c: number): void {
  const t = memory.f64.subarray(u >> 3, (u >> 3) + BLOCK);
  const slopes = memory.f64.subarray((u >> 3) + BLOCK, (u >> 3) + 2 * BLOCK);
  for (let i = 0; i < count; i++) slopes[i] = psi.slope(t[i]);
  const square = blockSum(count, (i) => slopes[i] * slopes[i]);
  memory.f64[(u + BLOCK_SQUARES) >> 3] = square;
  addTo(memory, SUMS, sign * blockSum(count, (i) => psi.value(t[i])));
  addTo(memory, SUMS + 16, square);
  addTo(memory, SUMS + 32, sign * blockSum(count, (i) => t[i] * slopes[i]));
  addTo(
    memory,
    SUMS + 48,
    blockSum(count, (i) => Math.abs(t[i])),
  );
  addTo(memory, SUMS + 64, Math.sqrt(square) * c);
}

/** The standard normal component of ξ along s_B for block number b. */
function component(memory: Memory, b: number): number {
  const i = b & (COMPONENT_BATCH - 1);
  if (i === 0) twinFill(memory, COMPONENTS, COMPONENT_BATCH, STREAM_COMPONENTS);
  return memory.f64[(COMPONENTS >> 3) + i];
}

const fours = (count: number) => (count + 3) & ~3;

/** The twin of `passOne`. */
export function twinPassOne(
  memory: Memory,
  psi: TwinActivation,
  { sign, first, neurons, start, stride }: Blocks,
): void {
  for (let done = 0, b = first, u = start; done < neurons; done += BLOCK, b++, u += stride) {
    const count = Math.min(neurons - done, BLOCK);
    twinFill(memory, u, fours(count), STREAM_U);
    firstBlock(memory, psi, u, count, sign, component(memory, b));
  }
}

/** Turns ψ'(u) into v = alpha·u + byS·ψ'(u) + spread·ξ, with c for ξ's component along s_B, and adds Σ|v|. */
function rayBlock(
  memory: Memory,
  u: number,
  count: number,
  sign: number,
  c: number,
  { alpha, along, spread }: RayPass,
): void {
  const { f64 } = memory;
  twinFill(memory, XI, fours(count), STREAM_XI);
  const [iu, iv, ixi] = [u >> 3, (u >> 3) + BLOCK, XI >> 3];
  const norm = Math.sqrt(f64[(u + BLOCK_SQUARES) >> 3]);
  const product = sign * blockSum(count, (i) => f64[iv + i] * f64[ixi + i]);
  const byS = norm > 0 ? sign * (along + (spread * (c - product / norm)) / norm) : 0;
  for (let i = 0; i < count; i++) f64[iv + i] = alpha * f64[iu + i] + byS * f64[iv + i] + spread * f64[ixi + i];
  addTo(
    memory,
    RAY_SUMS,
    blockSum(count, (i) => Math.abs(f64[iv + i])),
  );
}

/** The twin of `passTwo`. */
export function twinPassTwo(memory: Memory, psi: TwinActivation, blocks: Blocks, ray: RayPass): void {
  const { sign, first, neurons, start, stride } = blocks;
  const { found, etas, slopes } = ray;
  const { f64 } = memory;
  for (let done = 0, b = first, u = start; done < neurons; done += BLOCK, b++, u += stride) {
    const count = Math.min(neurons - done, BLOCK);
    if (found === "nothing") {
      twinFill(memory, u, fours(count), STREAM_U);
      firstBlock(memory, psi, u, count, sign, 0);
    }
    if (found !== "u and v") rayBlock(memory, u, count, sign, component(memory, b), ray);
    const [iu, iv] = [u >> 3, (u >> 3) + BLOCK];
    for (let n = 0; n < etas; n++) {
      const eta = f64[(ETAS >> 3) + n];
      const value = blockSum(count, (i) => psi.value(f64[iu + i] + eta * f64[iv + i]));
      addTo(memory, RAY_SUMS + 16 * (1 + n), sign * value);
      if (!slopes) continue;
      const slope = blockSum(count, (i) => psi.slope(f64[iu + i] + eta * f64[iv + i]) * f64[iv + i]);
      addTo(memory, RAY_SUMS + 16 * (1 + MOST_ETAS + n), sign * slope);
    }
  }
}
