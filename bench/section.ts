/** One line of the table: what was timed, what it took, and what it is beside something else in the same run. */
export interface Line {
  readonly what: string;
  readonly median: number;
  readonly least?: number;
  readonly unit: string;
  /** The figure to reach, in words. */
  readonly goal?: string;
  /** Ratios to others, in words. */
  readonly beside?: string;
}

/** Times in the unit asked for, from nanoseconds. */
export function timed(
  what: string,
  { median, least }: { readonly median: number; readonly least: number },
  unit: "ns" | "µs" | "ms" | "s",
  more: Pick<Line, "goal" | "beside"> = {},
): Line {
  const scale = { ns: 1, µs: 1e3, ms: 1e6, s: 1e9 }[unit];
  return { what, median: median / scale, least: least / scale, unit, ...more };
}

/** "12 ×", three digits. */
export function times(ratio: number): string {
  return `${ratio >= 1000 ? Math.round(ratio).toLocaleString("en") : ratio.toPrecision(3)} ×`;
}
