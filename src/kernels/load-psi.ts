import { ENTRY_BYTES, PSI, TABLE } from "./layout.js";
import type { PsiKernel } from "./psi-kernel.js";

/** Writes an activation's numbers and table into a machine's memory. */
export function loadPsi(f64: Float64Array, i32: Int32Array, { numbers, table }: PsiKernel): void {
  f64.set(numbers, PSI / 8);
  f64.set(table, TABLE / 8);
  const entries = (table.length * 8) / ENTRY_BYTES;
  i32[PSI / 4 + 6] = TABLE + Math.max(0, (entries - 1) / 2) * ENTRY_BYTES;
}
