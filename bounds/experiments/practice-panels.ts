import { formatNumber, type PanelCurve, type Panels } from "lemmacheck";
import type { FigurePoint } from "./figure-point.js";
import { type Judged, thresholdOf } from "./practice-judged.js";

interface JudgedDepth {
  readonly depth: number;
  readonly judged: readonly Judged[];
}

const ascending = (xs: readonly number[]) => [...new Set(xs)].toSorted((a, b) => a - b);

/** A width at each d, null for none. */
const curve = (label: string, points: readonly { readonly d: number; readonly k: number | null }[]): PanelCurve => ({
  label,
  points: points.flatMap(({ d, k }) => (k === null ? [] : [{ x: d, y: Math.log2(k), note: `d = ${d}, k = ${k}` }])),
});

/** Where in (d, k) one step is enough: a panel a depth, the least width that is and the largest that surely is not. */
export function practicePanels(
  {
    psi,
    gamma,
    initialisation,
    coefficients,
    draws,
  }: Pick<FigurePoint, "psi" | "initialisation" | "coefficients"> & {
    readonly gamma: number;
    readonly draws: number;
  },
  depths: readonly JudgedDepth[],
): Panels {
  const panels = depths.map(({ depth, judged }) => {
    const found = ascending(judged.map(({ d }) => d)).flatMap((d) => {
      const widths = judged.filter((size) => size.d === d).toSorted((a, b) => a.k - b.k);
      // Off the grid of both there is d = k alone.
      return widths.length === 1 ? [] : [{ d, ...thresholdOf(widths) }];
    });
    const curves = [
      curve(
        "enough",
        found.map(({ d, least }) => ({ d, k: least?.k ?? null })),
      ),
      curve(
        "not enough",
        found.map(({ d, notEnough }) => ({ d, k: notEnough?.k ?? null })),
      ),
    ];
    return { title: `L = ${depth}`, curves, references: [] };
  });
  return {
    title: `Where one step flips the sign with probability ${formatNumber(1 - gamma)}`,
    caption: [
      `${psi}, variance ${initialisation === "he" ? "2" : "1"}/fan-in beyond the first layer, coefficients ${coefficients}; ${draws} draws a size.`,
      "Enough: the least width from which on all are. Not enough: the largest that surely is not.",
    ],
    xLabel: "input dimension d",
    yLabel: "log₂ k",
    yDomain: [0, null],
    legend: "width",
    panels,
  };
}
