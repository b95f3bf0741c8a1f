/** The narrowest of d, k_1, …, k_l for each l. */
export function narrowestSoFar(d: number, widths: readonly number[]): readonly number[] {
  let least = d;
  return widths.map((width) => {
    least = Math.min(least, width);
    return least;
  });
}

/** Σ_l 1/√min(d, k_1, …, k_l): a step of length t moves all layers together by about this times t, relative to their size. */
export function sensitivity(d: number, widths: readonly number[]): number {
  return narrowestSoFar(d, widths).reduce((sum, least) => sum + 1 / Math.sqrt(least), 0);
}

/** The narrowest layer. */
export const narrowest = (widths: readonly number[]): number => widths.reduce((least, width) => Math.min(least, width));
