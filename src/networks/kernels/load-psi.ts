import { CENTRE, ENTRY_BYTES, PSI, TABLE } from "./layout.js";
import type { PsiKernel } from "./psi-kernel.js";

/** Writes an activation's numbers and table into a machine's memory. */
export function loadPsi(f64: Float64Array, { numbers, table }: PsiKernel): void {
  f64.set(numbers, PSI / 8);
  const entries = (table.length * 8) / ENTRY_BYTES;
  f64.set(table, (TABLE + (CENTRE - (entries >> 1)) * ENTRY_BYTES) / 8);
}
