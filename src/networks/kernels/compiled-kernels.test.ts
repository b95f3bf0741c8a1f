import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as deep from "./deep-layout.js";
import * as layout from "./layout.js";
import { WASM } from "./wasm-bytes.js";

const root = new URL("../../../", import.meta.url);

it("is what the sources compile to", () => {
  const built = execFileSync(process.execPath, ["scripts/build-kernels.mjs", "--print"], { cwd: root });
  expect(built.toString() === readFileSync(new URL("wasm-bytes.ts", import.meta.url), "utf8")).toBe(true);
});

it("keeps its static data below every buffer", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const untouched = new Uint8Array(memory.buffer).slice();
  const env = { memory, psi: Math.tanh, slope: Math.cos };
  const { exports } = new WebAssembly.Instance<{ dataEnd(): number }>(
    new WebAssembly.Module(Buffer.from(WASM, "base64")),
    { env },
  );
  expect(exports.dataEnd()).toBeLessThanOrEqual(layout.BASE);
  expect(new Uint8Array(memory.buffer)).toEqual(untouched);
});

it("has buffers that do not overlap, each at a multiple of 16, single doubles of 8", () => {
  const { BLOCK_BYTES, STREAM_BYTES } = layout;
  const buffers = [
    [layout.BASE, 0],
    [layout.ZIGGURAT, 16 * layout.LAYERS],
    [layout.DENSITIES, 8 * (layout.LAYERS + 1)],
    [layout.STREAM_U, STREAM_BYTES],
    [layout.STREAM_XI, STREAM_BYTES],
    [layout.STREAM_COMPONENTS, STREAM_BYTES],
    [layout.COMPONENTS, 8 * layout.COMPONENT_BATCH],
    [layout.PSI, 64],
    [layout.ETAS, 8 * layout.MOST_ETAS],
    [layout.SUMS, 16 * layout.MOST_SUMS],
    [layout.RAY_SUMS, 16 * layout.MOST_RAY_SUMS],
    [layout.RELU_SUMS, 16 * layout.MOST_RELU_SUMS],
    [layout.XI, BLOCK_BYTES],
    [layout.REPAIRS, 48 * 64],
    [layout.CONSTANTS, 96],
    [layout.TABLE, layout.ENTRY_BYTES * layout.MOST_ENTRIES],
    [layout.BLOCKS, 2 * BLOCK_BYTES],
    [layout.BLOCKS + layout.BLOCK_SQUARES, 8],
    [layout.BLOCKS + layout.BLOCK_BOUND, 8],
    [layout.BLOCKS + layout.BLOCK_STRIDE, 0],
  ];
  buffers.forEach(([start, bytes], i) => {
    expect(start % (bytes === 8 ? 8 : 16)).toBe(0);
    if (i + 1 < buffers.length) expect(start + bytes).toBeLessThanOrEqual(buffers[i + 1][0]);
  });
});

it("has buffers of the deep passes that do not overlap, in place of kept blocks", () => {
  const { BLOCK_BYTES, BLOCKS, STREAM_BYTES } = layout;
  const most = deep.MOST_POINTS;
  expect(deep.DEEP_STREAM_BYTES).toBeGreaterThanOrEqual(STREAM_BYTES);
  expect(deep.MOST_DEEP_SUMS).toBeGreaterThanOrEqual(most + ((most + 1) * (most + 2)) / 2);
  const buffers = [
    [BLOCKS, 0],
    [deep.DEEP_C, 8 * most * most],
    [deep.DEEP_ALONG, 8 * most],
    [deep.DEEP_BETA, 8 * most],
    [deep.DEEP_PARENTS, 4 * most],
    [deep.DEEP_SUMS, 16 * deep.MOST_DEEP_SUMS],
    [deep.DEEP_STREAMS, deep.DEEP_STREAM_BYTES * most],
    [deep.DEEP_B, BLOCK_BYTES],
    [deep.DEEP_POINT, BLOCK_BYTES],
    [deep.DEEP_OUTPUTS, BLOCK_BYTES * (most + 1)],
    [deep.DEEP_FRESH, BLOCK_BYTES * most],
    [deep.DEEP_VECTORS, 0],
  ];
  buffers.forEach(([start, bytes], i) => {
    expect(start % 16).toBe(0);
    if (i + 1 < buffers.length) expect(start + bytes).toBeLessThanOrEqual(buffers[i + 1][0]);
  });
});
