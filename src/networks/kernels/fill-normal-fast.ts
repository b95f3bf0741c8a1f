import type { Bits } from "../../chance/bits.js";
import { defaultMachine } from "./default-machine.js";
import { BLOCKS, STREAM_U } from "./layout.js";
import { normalState } from "./seed-state.js";

/** Variables made in one call of the kernel. */
const BATCH = 8192;

/**
 * Fills `out` with independent N(0, 1) variables, much faster than `fillNormal` and not the same ones. It reads 8 words
 * of `bits`, whatever the length; a longer array starts as a shorter one does.
 *
 * The law is exact but for rounding: a ziggurat of 1024 layers with a 50-bit position (Marsaglia and Tsang 2000), its
 * wedges and tail decided with exp and log good to 2 ulp.
 */
export function fillNormalFast(out: Float64Array, bits: Bits, machine = defaultMachine()): void {
  machine.reserve(BLOCKS + 8 * BATCH);
  machine.keeper = null;
  machine.i32.set(normalState(bits), STREAM_U / 4);
  for (let start = 0; start < out.length; start += BATCH) {
    const length = Math.min(BATCH, out.length - start);
    machine.fill(BLOCKS, 4 * Math.ceil(length / 4), STREAM_U);
    out.set(machine.f64.subarray(BLOCKS / 8, BLOCKS / 8 + length), start);
  }
}
