import { formatNumber, type Panels } from "lemmacheck";
import type { FigurePoint } from "./figure-point.js";
import { type Judged, thresholdOf } from "./practice-judged.js";

interface JudgedDepth {
  readonly depth: number;
  readonly judged: readonly Judged[];
}

const ascending = (xs: readonly number[]) => [...new Set(xs)].toSorted((a, b) => a - b);

/** Where in (d, k) one step is enough: a curve a depth, with whiskers from the largest width that is surely too small. */
export function practicePanels(
  {
    psi,
    gamma,
    initialisation,
    draws,
  }: Pick<FigurePoint, "psi" | "initialisation"> & {
    readonly gamma: number;
    readonly draws: number;
  },
  depths: readonly JudgedDepth[],
): Panels {
  const curves = depths.map(({ depth, judged }) => ({
    label: String(depth),
    points: ascending(judged.map(({ d }) => d)).flatMap((d) => {
      const widths = judged.filter((size) => size.d === d).toSorted((a, b) => a.k - b.k);
      // Off the grid of both there is d = k alone.
      const { least, notEnough } = widths.length > 1 ? thresholdOf(widths) : { least: null, notEnough: null };
      if (least === null) return [];
      const y = Math.log2(least.k);
      const note = `d = ${d}: k = ${least.k} is enough${notEnough ? `, ${notEnough.k} is not` : ""}`;
      return [{ x: d, y, lower: notEnough ? Math.log2(notEnough.k) : 0, upper: y, note }];
    }),
  }));
  return {
    title: `The least width at which one step flips the sign with probability ${formatNumber(1 - gamma)}`,
    caption: [
      `${psi}, weights of variance ${initialisation === "he" ? "2" : "1"}/fan-in beyond the first layer, |η| < 20; ${draws} draws a size.`,
      "From there on every width that was tried is enough. Whiskers: down to the largest width that is surely too small.",
    ],
    xLabel: "input dimension d",
    yLabel: "log₂ k",
    yDomain: [0, null],
    legend: "L =",
    panels: [{ title: `γ = ${formatNumber(gamma)}`, curves, references: [] }],
  };
}
