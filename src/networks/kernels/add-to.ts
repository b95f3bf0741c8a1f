import type { Memory } from "./twin-gaussian.js";

/** Adds x to the sum at byte `at`, and what that loses to the double behind it (Knuth's two-sum). */
export function addTo({ f64 }: Memory, at: number, x: number): void {
  const sum = f64[at >> 3];
  const next = sum + x;
  const part = next - sum;
  f64[at >> 3] = next;
  f64[(at >> 3) + 1] += sum - (next - part) + (x - part);
}
