import { addTo } from "./add-to.js";
import { BLOCK } from "./layout.js";
import type { Machine } from "./machine.js";
import type { Memory } from "./twin-gaussian.js";

/** Σ term(i) for start ≤ i < end, at most a block, in `lanes` lanes of parts of 32, pairs of lanes and lanes last. */
function blockSum(start: number, end: number, lanes: 2 | 4, term: (i: number) => number): number {
  const sums = [0, 0, 0, 0];
  for (let part = start; part < end; part += 32) {
    const own = [0, 0, 0, 0];
    for (let i = part; i < Math.min(part + 32, end); i++) own[(i - part) % lanes] += term(i);
    for (let lane = 0; lane < lanes; lane++) sums[lane] += own[lane];
  }
  return sums[0] + sums[2] + (sums[1] + sums[3]);
}

/** The twin of `addUp`. */
export function twinAddUp(memory: Memory, [x, count, sum]: Parameters<Machine["addUp"]>): void {
  for (let start = 0; start < count; start += BLOCK) {
    const one = blockSum(start, Math.min(start + BLOCK, count), 4, (i) => memory.f64[(x >> 3) + i]);
    addTo(memory, sum, one);
  }
}

/** The twin of `sift`. */
export function twinSift({ f64 }: Memory, [x, count, bound, far]: Parameters<Machine["sift"]>): number {
  let found = 0;
  for (let i = x >> 3; i < (x >> 3) + count; i++)
    if (Math.abs(f64[i]) <= bound !== (far === 1)) f64[(x >> 3) + found++] = f64[i];
  return found;
}

/** The twin of `siftPairs`. */
export function twinSiftPairs({ f64 }: Memory, [x, y, count, ratio]: Parameters<Machine["siftPairs"]>): number {
  const [ix, iy] = [x >> 3, y >> 3];
  let found = 0;
  for (let i = 0; i < count; i++) {
    if (!(Math.abs(f64[ix + i]) > ratio * Math.abs(f64[iy + i]))) continue;
    f64[ix + found] = f64[ix + i];
    f64[iy + found++] = f64[iy + i];
  }
  return found;
}

/** The twin of `shiftedRay`. */
export function twinShiftedRay({ f64 }: Memory, parameters: Parameters<Machine["shiftedRay"]>): void {
  const [w, q, count, shift, alpha, spread, offset] = parameters;
  for (let i = 0; i < count; i++) {
    const moved = f64[(w >> 3) + i] + shift;
    f64[(w >> 3) + i] = moved;
    f64[(q >> 3) + i] = alpha * moved + spread * f64[(q >> 3) + i] + offset;
  }
}

/** The twin of `flipped`. */
export function twinFlipped(memory: Memory, [w, q, count, eta, sign, sum]: Parameters<Machine["flipped"]>): void {
  const { f64 } = memory;
  for (let start = 0; start < count; start += BLOCK) {
    const sumOf = (term: (x: number, v: number, y: number) => number) =>
      blockSum(start, Math.min(start + BLOCK, count), 2, (i) => {
        const [x, v] = [f64[(w >> 3) + i], f64[(q >> 3) + i]];
        const y = x + eta * v;
        const isTurned = (x < 0 || Object.is(x, -0)) !== (y < 0 || Object.is(y, -0));
        return isTurned ? term(x, v, y) : 0;
      });
    addTo(memory, sum, sign * sumOf((_x, _v, y) => y));
    addTo(memory, sum + 16, sign * sumOf((_x, v) => v));
    addTo(
      memory,
      sum + 32,
      sumOf((x, v) => Math.abs(x) + Math.abs(eta * v) + 8),
    );
  }
}
