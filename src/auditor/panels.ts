/** A point of a curve. */
export interface PanelPoint {
  readonly x: number;
  /** Null where the curve is broken. */
  readonly y: number | null;
  /** Limits of y. */
  readonly lower?: number | null;
  readonly upper?: number | null;
  /** The edges of a band around the curve. */
  readonly low?: number | null;
  readonly high?: number | null;
  /** What a reader who points at it is told. */
  readonly note: string;
}

/** One curve of a panel. Curves of one label have one colour in all panels. */
export interface PanelCurve {
  readonly label: string;
  readonly points: readonly PanelPoint[];
}

/** One pair of axes. */
export interface Panel {
  readonly title: string;
  readonly curves: readonly PanelCurve[];
  /** Horizontal lines drawn in: a limit, say. */
  readonly references: readonly { readonly y: number; readonly label: string }[];
}

/** Pictures side by side that share their axes: what a paper hands over to be drawn. */
export interface Panels {
  readonly title: string;
  /** What is shown, in a line or a few. */
  readonly caption: readonly string[];
  /** A logarithmic axis for positive x, or a straight one; a straight one for y. */
  readonly xLabel: string;
  /** "logarithmic" if left out. */
  readonly xScale?: "logarithmic" | "straight";
  readonly yLabel: string;
  /** The ends of the y axis; from the values where null. */
  readonly yDomain: readonly [low: number | null, high: number | null];
  /** What the labels of curves are values of. */
  readonly legend: string;
  readonly panels: readonly Panel[];
}
