import { describe, expect, it } from "vitest";
import { softplus } from "../../activations/softplus.js";
import { keyedStreams } from "../../chance/streams.js";
import { BLOCK, BLOCK_BYTES, BLOCKS, KIND_TABLE, STREAM_COMPONENTS, STREAM_U, SUMS } from "./layout.js";
import { psiKernel } from "./psi-kernel.js";
import { normalState } from "./seed-state.js";
import { wasmMachine } from "./wasm-machine.js";

const random = keyedStreams({ seed: "kernels", sampler: "sums.test", parameters: {} })(0);
const machine = wasmMachine(BLOCKS + 4 * BLOCK_BYTES)!;
machine.usePsi(psiKernel(softplus)!);

/** A double as an integer multiple of 2^−200, which holds every term here exactly. */
const exactly = (x: number) => BigInt(x * 2 ** 200);
const double = (x: bigint) => Number(x) * 2 ** -200;

/** The first pass over the same block of 256 neurons again and again. */
function repeatBlock(times: number): void {
  const u = normalState(random("u"));
  machine.i32.set(normalState(random("components")), STREAM_COMPONENTS / 4);
  machine.f64.fill(0, SUMS / 8, SUMS / 8 + 10);
  for (let i = 0; i < times; i++) {
    machine.i32.set(u, STREAM_U / 4);
    machine.passOne(KIND_TABLE, { sign: -1, first: 0, neurons: BLOCK, start: BLOCKS, stride: 0 });
  }
}
const sum = (i: number) => machine.f64[SUMS / 8 + 2 * i];
const lost = (i: number) => machine.f64[SUMS / 8 + 2 * i + 1];

describe("one block", () => {
  repeatBlock(1);
  const u = machine.f64.slice(BLOCKS / 8, BLOCKS / 8 + BLOCK);
  const s = machine.f64.slice((BLOCKS + BLOCK_BYTES) / 8, (BLOCKS + BLOCK_BYTES) / 8 + BLOCK);
  machine.activate(KIND_TABLE, BLOCKS, BLOCKS + 2 * BLOCK_BYTES, BLOCKS + 3 * BLOCK_BYTES);
  const values = machine.f64.slice(BLOCKS / 8 + 2 * BLOCK, BLOCKS / 8 + 3 * BLOCK);

  const sums: readonly [string, (i: number) => number][] = [
    ["Σaψ(u)", (i) => -values[i]],
    ["Σs²", (i) => s[i] * s[i]],
    ["Σus", (i) => -u[i] * s[i]],
    ["Σ|u|", (i) => Math.abs(u[i])],
  ];
  it.each(sums)("has %s within 26·2⁻⁵³ of the sum of absolute values, by exact arithmetic", (name, term) => {
    const index = sums.findIndex((one) => one[0] === name);
    let [exact, sizes] = [0n, 0];
    for (let i = 0; i < BLOCK; i++) {
      exact += exactly(term(i));
      sizes += Math.abs(term(i));
    }
    expect(Math.abs(double(exactly(sum(index)) - exact))).toBeLessThan(26 * 2 ** -53 * sizes);
  });
});

it("adds 10⁸ neurons, a pattern of 256, to an ulp of the exact multiple of a block's sums", () => {
  const times = 390_625;
  repeatBlock(1);
  const block = [0, 1, 2, 3].map(sum);
  repeatBlock(times);
  block.forEach((one, i) => {
    const exact = exactly(one) * BigInt(times);
    const missed = Math.abs(double(exactly(sum(i)) + exactly(lost(i)) - exact));
    expect(missed).toBeLessThan(2 ** -52 * Math.abs(double(exact)));
    // A plain sum misses that by far; what is kept of its losses makes the difference.
    expect(Math.abs(lost(i))).toBeGreaterThan(8 * 2 ** -52 * Math.abs(double(exact)));
  });
});
