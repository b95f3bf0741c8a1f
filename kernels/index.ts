/** The WebAssembly SIMD kernels; each has a twin of the same name in src/kernels, equal bit for bit. */
export { collect } from "./collect";
export { deepBackward, deepForward, deepOutputs, deepPoints } from "./deep";
export { fill } from "./gaussian";
export { activate, passOne, passTwo } from "./passes";
export { addUp, flipped, shiftedRay, sift, siftPairs } from "./relu";

/** Where the module's own data ends: every buffer must lie above. */
export function dataEnd(): usize {
  return __heap_base;
}
