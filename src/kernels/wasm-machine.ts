import type { Machine } from "./machine.js";
import { prepareMemory } from "./prepare-memory.js";
import { WASM } from "./wasm-bytes.js";

const PAGE = 65536;

/** The compiled kernels, or null where WebAssembly or its SIMD instructions are missing. */
function compiled(): WebAssembly.Module | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = Buffer.from(WASM, "base64");
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

/** What kernels/index.ts exports. */
type Kernels = Pick<Machine, "fill">;

/** A machine that runs the WebAssembly kernels, or null where they cannot run. */
export function wasmMachine(bytes: number): Machine | null {
  const module = compiled();
  if (!module) return null;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  prepareMemory(memory.buffer);
  let views = { f64: new Float64Array(memory.buffer), i32: new Int32Array(memory.buffer) };
  const kernels = new WebAssembly.Instance<Kernels>(module, { env: { memory } }).exports;
  return {
    name: "webassembly",
    get f64() {
      return views.f64;
    },
    get i32() {
      return views.i32;
    },
    reserve(least) {
      const missing = least - memory.buffer.byteLength;
      if (missing <= 0) return;
      memory.grow(Math.ceil(missing / PAGE));
      views = { f64: new Float64Array(memory.buffer), i32: new Int32Array(memory.buffer) };
    },
    fill: kernels.fill,
  };
}
