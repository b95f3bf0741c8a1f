import { bytesOfBase64 } from "./bytes-of-base64.js";
import { CONSTANTS, DENSITIES, LAYERS, ZIGGURAT } from "./layout.js";
import { LAYER_DENSITIES, LAYER_ENDS } from "./ziggurat-data.js";

/** The doubles of a base64 text, least significant byte first. */
function doubles(base64: string): Float64Array {
  const bytes = new DataView(bytesOfBase64(base64).buffer);
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, i) => bytes.getFloat64(8 * i, true));
}

/** Writes the tables and constants that the kernels read into a fresh memory. */
export function prepareMemory(buffer: ArrayBuffer): void {
  const f64 = new Float64Array(buffer);
  const i32 = new Int32Array(buffer);
  const ends = doubles(LAYER_ENDS);
  for (let i = 0; i < LAYERS; i++) {
    f64[ZIGGURAT / 8 + 2 * i] = ends[i] * 2 ** -50;
    f64[ZIGGURAT / 8 + 2 * i + 1] = ends[i + 1] * ends[i + 1];
  }
  f64.set(doubles(LAYER_DENSITIES), DENSITIES / 8);
  const constants = CONSTANTS / 4;
  // Offsets of layers; the bits of 2^52 + 1; 2^52 + 2^50, which lies in the middle of such doubles; the bit of the sign;
  // both lanes; the first lane.
  i32.set([16 * (LAYERS - 1), 0, 16 * (LAYERS - 1), 0], constants);
  i32.set([1, 0x43300000, 1, 0x43300000], constants + 4);
  f64.fill(2 ** 52 + 2 ** 50, CONSTANTS / 8 + 4, CONSTANTS / 8 + 6);
  i32.set([0, 1 << 31, 0, 1 << 31], constants + 12);
  i32.set([-1, -1, -1, -1, -1, -1, 0, 0], constants + 16);
}
