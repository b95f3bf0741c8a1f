/** A function of two variables on a grid, and along a line through it: what a paper hands over to be drawn. */
export interface Relief {
  readonly title: string;
  /** What is shown, in a line or a few. */
  readonly caption: readonly string[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the heights are. */
  readonly zLabel: string;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row: that of the first y first. */
  readonly heights: readonly number[];
  /** Heights along the line y = 0, and a straight line to compare them with. */
  readonly profile: {
    readonly xs: readonly number[];
    readonly heights: readonly number[];
    readonly straight: readonly number[];
  };
}
