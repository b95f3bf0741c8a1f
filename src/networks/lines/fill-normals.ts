import type { Bits } from "../../chance/bits.js";
import { fillNormal } from "../../chance/normal.js";
import { fillNormalFast } from "../kernels/fill-normal-fast.js";

/** From so many on, setting up the kernel pays. */
const MANY = 128;

/** Fills `out` with independent N(0, 1) variables, by the kernel if there are many. */
export function fillNormals(out: Float64Array, bits: Bits): void {
  if (out.length < MANY) fillNormal(out, bits);
  else fillNormalFast(out, bits);
}
