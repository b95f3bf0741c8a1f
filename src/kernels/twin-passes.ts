import {
  BLOCK,
  COMPONENT_BATCH,
  COMPONENTS,
  ETAS,
  EVERY,
  FOUND_NOTHING,
  FOUND_V,
  LAST,
  MOST_ETAS,
  SIGNS,
  STREAM_A,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
  XI,
} from "./layout.js";
import type { Machine } from "./machine.js";
import type { TwinActivation } from "./twin-activation.js";
import { type Memory, nextWord, twinFill } from "./twin-gaussian.js";

/** Sums of the first pass over a block, in the order of SUMS. */
interface BlockSums {
  readonly values: number;
  readonly squares: number;
  readonly products: number;
  readonly sizes: number;
}

/** Neurons of a part of a block: its two lanes are summed apart, then parts, then lanes, as the kernel does. */
const PART = 32;

/** Σ term(i) over a block in the kernel's order. */
function blockSum(term: (i: number) => number): number {
  let [left, right] = [0, 0];
  for (let start = 0; start < BLOCK; start += PART) {
    let [partLeft, partRight] = [0, 0];
    for (let i = start; i < start + PART; i += 2) {
      partLeft += term(i);
      partRight += term(i + 1);
    }
    left += partLeft;
    right += partRight;
  }
  return left + right;
}

/** Adds x to the sum at byte `at`, and what that loses to the double behind it (Knuth's two-sum). */
function addTo({ f64 }: Memory, at: number, x: number): void {
  const sum = f64[at >> 3];
  const next = sum + x;
  const part = next - sum;
  f64[at >> 3] = next;
  f64[(at >> 3) + 1] += sum - (next - part) + (x - part);
}

/** 256 bits to SIGNS from the four-lane generator of signs. */
function twinSigns({ i32 }: Memory): void {
  for (let i = 0; i < 8; i++) i32[(SIGNS >> 2) + i] = nextWord(i32, (STREAM_A >> 2) + (i & 3), 4);
}

/** x times the sign a_i: bit 63 − j of the 64-bit word 2h + l for i = 128h + 2j + l. */
function signed({ i32 }: Memory, i: number, x: number): number {
  const j = (i >> 1) & 63;
  const word = i32[(SIGNS >> 2) + 4 * (i >> 7) + 2 * (i & 1) + (j < 32 ? 1 : 0)];
  return (word << (j & 31)) & (1 << 31) ? -x : x;
}

/** From u: s = a∘ψ'(u), 0 where the mask is, and the block's sums. */
function firstBlock(memory: Memory, psi: TwinActivation, u: number, s: number, mask: number): BlockSums {
  const { f64, i32 } = memory;
  const here = (i: number) => i32[(mask >> 2) + 2 * i] !== 0;
  const t = f64.subarray(u >> 3, (u >> 3) + BLOCK);
  const slopes = f64.subarray(s >> 3, (s >> 3) + BLOCK);
  for (let i = 0; i < BLOCK; i++) slopes[i] = here(i) ? signed(memory, i, psi.slope(t[i])) : 0;
  return {
    values: blockSum((i) => (here(i) ? signed(memory, i, psi.value(t[i])) : 0)),
    squares: blockSum((i) => slopes[i] * slopes[i]),
    products: blockSum((i) => t[i] * slopes[i]),
    sizes: blockSum((i) => (here(i) ? Math.abs(t[i]) : 0)),
  };
}

/** The standard normal component of ξ along s_B for block number b. */
function component(memory: Memory, b: number): number {
  const i = b & (COMPONENT_BATCH - 1);
  if (i === 0) twinFill(memory, COMPONENTS, COMPONENT_BATCH, STREAM_COMPONENTS);
  return memory.f64[(COMPONENTS >> 3) + i];
}

/** The twin of `passOne`. */
export function twinPassOne(
  memory: Memory,
  psi: TwinActivation,
  [, first, blocks, start, slopes, stride]: Parameters<Machine["passOne"]>,
): void {
  for (let b = 0; b < blocks; b++) {
    const u = start + b * stride;
    twinFill(memory, u, BLOCK, STREAM_U);
    twinSigns(memory);
    const sums = firstBlock(memory, psi, u, slopes + b * stride, b + 1 === blocks ? LAST : EVERY);
    addTo(memory, SUMS, sums.values);
    addTo(memory, SUMS + 16, sums.squares);
    addTo(memory, SUMS + 32, sums.products);
    addTo(memory, SUMS + 48, sums.sizes);
    addTo(memory, SUMS + 64, Math.sqrt(sums.squares) * component(memory, first + b));
  }
}

/** Numbers of the second pass's ray. */
interface Ray {
  readonly alpha: number;
  readonly along: number;
  readonly spread: number;
}

/** Turns s into v = alpha·u + coefficient·s + spread·ξ, with c_B for ξ's component along s_B. */
function rayBlock(memory: Memory, b: number, u: number, s: number, mask: number, { alpha, along, spread }: Ray): void {
  const { f64, i32 } = memory;
  twinFill(memory, XI, BLOCK, STREAM_XI);
  const [iu, is, ixi] = [u >> 3, s >> 3, XI >> 3];
  const norm = Math.sqrt(blockSum((i) => f64[is + i] * f64[is + i]));
  const product = blockSum((i) => f64[is + i] * f64[ixi + i]);
  const c = component(memory, b);
  const coefficient = norm > 0 ? along + (spread * (c - product / norm)) / norm : 0;
  for (let i = 0; i < BLOCK; i++) f64[is + i] = alpha * f64[iu + i] + coefficient * f64[is + i] + spread * f64[ixi + i];
  const sizes = blockSum((i) => (i32[(mask >> 2) + 2 * i] ? Math.abs(f64[is + i]) : 0));
  addTo(memory, SUMS, sizes);
}

/** The twin of `passTwo`. */
export function twinPassTwo(memory: Memory, psi: TwinActivation, parameters: Parameters<Machine["passTwo"]>): void {
  const [, first, blocks, start, other, stride, found, alpha, along, spread, etas, slopes] = parameters;
  const { f64, i32 } = memory;
  for (let b = 0; b < blocks; b++) {
    const [u, s] = [start + b * stride, other + b * stride];
    const mask = b + 1 === blocks ? LAST : EVERY;
    twinSigns(memory);
    if (found === FOUND_NOTHING) {
      twinFill(memory, u, BLOCK, STREAM_U);
      firstBlock(memory, psi, u, s, mask);
    }
    if (found !== FOUND_V) rayBlock(memory, first + b, u, s, mask, { alpha, along, spread });
    const [iu, iv, im] = [u >> 3, s >> 3, mask >> 2];
    for (let n = 0; n < etas; n++) {
      const eta = f64[(ETAS >> 3) + n];
      const value = (i: number) => signed(memory, i, psi.value(f64[iu + i] + eta * f64[iv + i]));
      addTo(
        memory,
        SUMS + 16 * (1 + n),
        blockSum((i) => (i32[im + 2 * i] ? value(i) : 0)),
      );
      if (!slopes) continue;
      const slope = (i: number) => signed(memory, i, psi.slope(f64[iu + i] + eta * f64[iv + i])) * f64[iv + i];
      addTo(
        memory,
        SUMS + 16 * (1 + MOST_ETAS + n),
        blockSum((i) => (i32[im + 2 * i] ? slope(i) : 0)),
      );
    }
  }
}
