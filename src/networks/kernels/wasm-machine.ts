import { bytesOfBase64 } from "./bytes-of-base64.js";
import { FOUND_NOTHING, FOUND_S, FOUND_V } from "./layout.js";
import { loadPsi } from "./load-psi.js";
import type { Machine } from "./machine.js";
import { prepareMemory } from "./prepare-memory.js";
import type { PsiKernel } from "./psi-kernel.js";
import { WASM } from "./wasm-bytes.js";

const PAGE = 65536;

/** The compiled kernels, or null where WebAssembly or its SIMD instructions are missing. */
function compiled(): WebAssembly.Module | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = bytesOfBase64(WASM);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

/** Kernels that take objects apart, as kernels/index.ts has them. */
interface Passes {
  readonly passOne: (kind: number, sign: number, first: number, neurons: number, start: number, stride: number) => void;
  readonly passTwo: (
    ...parameters: [
      ...Parameters<Passes["passOne"]>,
      found: number,
      alpha: number,
      along: number,
      spread: number,
      etas: number,
      slopes: number,
    ]
  ) => void;
}

const CODES = { nothing: FOUND_NOTHING, "u and slopes": FOUND_S, "u and v": FOUND_V } as const;

/** What kernels/index.ts exports beside. */
type Kernels = Pick<
  Machine,
  | "fill"
  | "collect"
  | "activate"
  | "addUp"
  | "sift"
  | "siftPairs"
  | "shiftedRay"
  | "flipped"
  | "deepForward"
  | "deepBackward"
  | "deepPoints"
  | "deepOutputs"
>;

/** A machine that runs the WebAssembly kernels, or null where they cannot run. */
export function wasmMachine(bytes: number): Machine | null {
  const module = compiled();
  if (!module) return null;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  prepareMemory(memory.buffer);
  let views = { f64: new Float64Array(memory.buffer), i32: new Int32Array(memory.buffer) };
  let psi: PsiKernel | undefined;
  const beyond = (side: "value" | "slope") => (t: number) => {
    if (!psi) throw new Error("no activation is in use");
    return psi[side](t);
  };
  const env = { memory, psi: beyond("value"), slope: beyond("slope") };
  const kernels = new WebAssembly.Instance<Kernels & Passes>(module, { env }).exports;
  const { passOne, passTwo, ...others } = kernels;
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
    ...others,
    passOne: (kind, { sign, first, neurons, start, stride }) => passOne(kind, sign, first, neurons, start, stride),
    passTwo(kind, { sign, first, neurons, start, stride }, { found, alpha, along, spread, etas, slopes }) {
      const code = CODES[found];
      passTwo(kind, sign, first, neurons, start, stride, code, alpha, along, spread, etas, slopes ? 1 : 0);
    },
    usePsi(next) {
      if (psi === next) return;
      loadPsi(views.f64, next);
      psi = next;
    },
    keeper: null,
  };
}
