import { addTo } from "./add-to.js";
import {
  DEEP_ALONG,
  DEEP_BETA,
  DEEP_C,
  DEEP_PARENTS,
  DEEP_STREAM_BYTES,
  DEEP_STREAMS,
  DEEP_SUMS,
  MOST_POINTS,
} from "./deep-layout.js";
import { BLOCK, BLOCK_BYTES, STREAM_U, STREAM_XI } from "./layout.js";
import type { Machine } from "./machine.js";
import type { TwinActivation } from "./twin-activation.js";
import { type Memory, twinFill } from "./twin-gaussian.js";
import { blockSum } from "./twin-passes.js";

/** The block of doubles at a byte. */
function blockAt({ f64 }: Memory, byte: number): Float64Array {
  return f64.subarray(byte / 8, byte / 8 + BLOCK);
}

const dot = (x: Float64Array, y: Float64Array) => blockSum(BLOCK, (i) => x[i] * y[i]);

/** f of each entry, 0 behind the first `count`. */
function over(t: Float64Array, f: (t: number) => number, count = BLOCK): Float64Array {
  return t.map((x, i) => (i < count ? f(x) : 0));
}

const product = (x: Float64Array, y: Float64Array) => x.map((t, i) => t * y[i]);

function drawBlock(memory: Memory, byte: number, stream: number, count: number): Float64Array {
  twinFill(memory, byte, BLOCK, stream);
  return blockAt(memory, byte).fill(0, Math.min(count, BLOCK));
}

/** The twin of `deepForward`. */
export function twinDeepForward(
  memory: Memory,
  psi: TwinActivation,
  [, count, z, up, tau, fresh]: Parameters<Machine["deepForward"]>,
): void {
  for (let left = count, at = 0; left > 0; left -= BLOCK, at += BLOCK_BYTES) {
    const t = drawBlock(memory, z + at, STREAM_U, left);
    for (let i = 0; i < BLOCK; i++) t[i] *= tau;
    const above = fresh ? drawBlock(memory, up + at, STREAM_XI, left) : blockAt(memory, up + at);
    const h = over(t, psi.value, left);
    addTo(memory, DEEP_SUMS, dot(h, h));
    addTo(memory, DEEP_SUMS + 16, dot(h, above));
  }
}

/** The twin of `deepBackward`. */
export function twinDeepBackward(
  memory: Memory,
  psi: TwinActivation,
  [, count, z, up, deviation, along]: Parameters<Machine["deepBackward"]>,
): void {
  for (let left = count, at = 0; left > 0; left -= BLOCK, at += BLOCK_BYTES) {
    const [t, above] = [blockAt(memory, z + at), blockAt(memory, up + at)];
    const h = over(t, psi.value, left);
    for (let i = 0; i < BLOCK; i++) above[i] = deviation * above[i] + along * h[i];
    const b = product(over(t, psi.slope), above);
    addTo(memory, DEEP_SUMS, dot(b, b));
    addTo(memory, DEEP_SUMS + 16, dot(t, b));
  }
}

/** The twin of `deepPoints`. */
export function twinDeepPoints(
  memory: Memory,
  psi: TwinActivation,
  [, count, z, up, points, stride, from, many, directions]: Parameters<Machine["deepPoints"]>,
): void {
  const { f64 } = memory;
  for (let left = count, at = 0; left > 0; left -= BLOCK, at += BLOCK_BYTES) {
    const t = blockAt(memory, z + at);
    const b = product(over(t, psi.slope), blockAt(memory, up + at));
    const fresh = Array.from({ length: directions }, (_, j) => {
      // Drawn in the place of the first new point, where there is room, and copied.
      const drawn = drawBlock(memory, points + from * stride + at, DEEP_STREAMS + j * DEEP_STREAM_BYTES, left).slice();
      addTo(memory, DEEP_SUMS + 16 * j, dot(b, drawn));
      return drawn;
    });
    for (let i = from; i < many; i++) {
      const out = blockAt(memory, points + i * stride + at);
      const along = f64[DEEP_ALONG / 8 + i];
      for (let n = 0; n < BLOCK; n++) out[n] = along * t[n];
      for (const [j, vector] of fresh.entries()) {
        const c = f64[DEEP_C / 8 + i * MOST_POINTS + j];
        if (c !== 0) for (let n = 0; n < BLOCK; n++) out[n] += c * vector[n];
      }
    }
  }
}

/** The twin of `deepOutputs`. */
export function twinDeepOutputs(
  memory: Memory,
  psi: TwinActivation,
  [, count, z, up, points, stride, from, many, last]: Parameters<Machine["deepOutputs"]>,
): void {
  const { f64, i32 } = memory;
  const first = from === 0 ? 0 : from + 1;
  for (let left = count, at = 0; left > 0; left -= BLOCK, at += BLOCK_BYTES) {
    const [t, above] = [blockAt(memory, z + at), blockAt(memory, up + at)];
    const b = product(over(t, psi.slope), above);
    const outputs = [over(t, psi.value, left)];
    for (let i = 0; i < many; i++) {
      const point = blockAt(memory, points + i * stride + at);
      if (i >= from) {
        const beta = f64[DEEP_BETA / 8 + i];
        point.set(
          over(
            point.map((x, n) => x + beta * b[n]),
            psi.value,
            left,
          ),
        );
      }
      outputs.push(point);
    }
    for (let i = many - 1; i >= 0; i--) {
      const parent = outputs[i32[DEEP_PARENTS / 4 + i]];
      outputs[i + 1] = outputs[i + 1].map((x, n) => x - parent[n]);
      if (i >= from) addTo(memory, DEEP_SUMS + 16 * (i - from), dot(above, outputs[i + 1]));
    }
    if (last) continue;
    let sum = DEEP_SUMS + 16 * (many - from);
    for (let p = 0; p <= many; p++)
      for (let q = Math.max(p, first); q <= many; q++) {
        addTo(memory, sum, dot(outputs[p], outputs[q]));
        sum += 16;
      }
  }
}
