/** x, or null where it is infinite: the open end of an interval is no number to report. */
export function finiteOrNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
