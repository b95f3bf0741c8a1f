import { addTo } from "./add-to.js";
import { BLOCK, STREAM_U, SUMS, XI } from "./layout.js";
import type { Machine } from "./machine.js";
import { type Memory, twinFill } from "./twin-gaussian.js";
import { blockSum } from "./twin-passes.js";

/** The twin of `collect`. */
export function twinCollect(memory: Memory, [count, most, out]: Parameters<Machine["collect"]>): number {
  const { f64 } = memory;
  const block = f64.subarray(XI / 8, XI / 8 + BLOCK);
  let end = out / 8;
  for (let left = count; left > 0; left -= BLOCK) {
    twinFill(memory, XI, BLOCK, STREAM_U);
    block.fill(0, Math.min(left, BLOCK));
    addTo(
      memory,
      SUMS,
      blockSum(BLOCK, (i) => block[i]),
    );
    addTo(
      memory,
      SUMS + 16,
      blockSum(BLOCK, (i) => block[i] * block[i]),
    );
    for (let i = 0; i < Math.min(left, BLOCK); i++) if (Math.abs(block[i]) < most) f64[end++] = block[i];
  }
  return end - out / 8;
}
