import type { Panels } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { superscript } from "../superscript.js";
import type { FigureName, FigureRow } from "./figure-row.js";
import { type LimitLaw, limitLaw } from "./limit-law.js";

/** What a figure shows of a point, and what it is called. */
interface Shown {
  readonly title: string;
  readonly yLabel: string;
  readonly yDomain: readonly [number | null, number | null];
  /** Value, limits, and the deviation that the band has to either side. */
  readonly of: (row: FigureRow) => {
    readonly y: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly deviation: number | null;
  };
  readonly limit: (law: LimitLaw) => number;
  readonly band: string;
}

const SHOWN: Readonly<Record<FigureName, Shown>> = {
  "1": {
    title: "Figure 1: fraction of inputs whose sign is switched",
    yLabel: "fraction switched",
    yDomain: [0, 1.02],
    of: ({ fraction, fractionLower, fractionUpper, fractionDeviation }) => ({
      y: fraction,
      lower: fractionLower,
      upper: fractionUpper,
      deviation: fractionDeviation,
    }),
    limit: ({ fraction }) => fraction,
    band: "Band: one standard deviation over networks of the mean over the inputs of one. Whiskers: limits at 99.9 %.",
  },
  "2a": {
    title: "Figure 2a: smallest |η| that switches the sign, over switched samples",
    yLabel: "mean smallest |η|",
    yDomain: [0, null],
    of: ({ etaMean, etaDeviation }) => ({ y: etaMean, lower: null, upper: null, deviation: etaDeviation }),
    limit: ({ eta }) => eta,
    band: "Band: one standard deviation over switched samples.",
  },
  "2b": {
    title: "Figure 2b: ‖∇f(x)‖, over all samples",
    yLabel: "mean ‖∇f(x)‖",
    yDomain: [0, null],
    of: ({ gradientNormMean, gradientNormDeviation }) => ({
      y: gradientNormMean,
      lower: null,
      upper: null,
      deviation: gradientNormDeviation,
    }),
    limit: ({ gradientNorm }) => gradientNorm,
    band: "Band: one standard deviation over samples.",
  },
};

/** 10⁴, 5·10⁶: short enough for a legend. */
function short(x: number): string {
  const [digits, power] = x.toExponential(0).split("e+");
  const small = superscript(power ?? "");
  return x >= 1e4 ? `${digits === "1" ? "" : `${digits}·`}10${small}` : String(x);
}
const ascending = (xs: readonly number[]) => [...new Set(xs)].toSorted((a, b) => a - b);

/** A curve a d; the d of which there is d = k alone make one curve together, of the whole diagonal. */
function curvesOf(
  rows: readonly FigureRow[],
): readonly { readonly label: string; readonly has: (row: FigureRow) => boolean }[] {
  const ds = ascending(rows.map(({ d }) => d));
  const alone = ds.filter((d) => rows.every((row) => row.d !== d || row.k === d));
  const apart = alone.length > 1 ? ds.filter((d) => !alone.includes(d)) : ds;
  return [
    ...apart.map((d) => ({ label: short(d), has: (row: FigureRow) => row.d === d })),
    ...(alone.length > 1 ? [{ label: "k", has: (row: FigureRow) => row.d === row.k }] : []),
  ];
}

/**
 * A figure as the paper's captions lay it out: a panel a depth, k along a logarithmic axis, a curve a d, with limits, a band,
 * and what large d and k tend to.
 */
export function figurePanels(figure: FigureName, rows: readonly FigureRow[], psi: Activation): Panels {
  const { title, yLabel, yDomain, of, limit, band } = SHOWN[figure];
  const [first] = rows;
  const gain = first?.initialisation === "he" ? 2 : 1;
  const depths = ascending(rows.map(({ depth }) => depth));
  const curves = curvesOf(rows);
  const counts = ascending(rows.map(({ samples }) => samples)).map((n) => n.toLocaleString("en"));
  return {
    title,
    caption: [
      `${psi.id}, ${first?.initialisation === "he" ? "weights of variance 2/fan-in beyond the first layer" : "weights of variance 1/fan-in"}, coefficients ${first?.coefficients ?? ""}, |η| < 20; ${counts.length > 1 ? `${counts[0]} to ${counts[counts.length - 1]}` : (counts[0] ?? "no")} samples a point.`,
      `${band} Dashed: the limit of large d and k.`,
    ],
    xLabel: "width k",
    yLabel,
    yDomain,
    legend: "d =",
    panels: depths.map((depth) => {
      const own = rows.filter((row) => row.depth === depth);
      const law = limitLaw(psi, { depth, gain });
      return {
        title: `L = ${depth}`,
        references: law ? [{ y: limit(law), label: `limit ${limit(law).toPrecision(4)}` }] : [],
        curves: curves.map(({ label, has }) => ({
          label,
          points: own.flatMap((row) => {
            if (!has(row)) return [];
            const { y, lower, upper, deviation } = of(row);
            if (y === null) return [];
            const [low, high] = deviation === null ? [null, null] : [Math.max(0, y - deviation), y + deviation];
            const note = `k = ${short(row.k)}: ${y.toPrecision(4)}${deviation === null ? "" : ` ± ${deviation.toPrecision(2)}`}, ${row.samples} samples`;
            return [
              {
                x: row.k,
                y,
                lower,
                upper,
                low,
                high: high === null ? null : figure === "1" ? Math.min(1, high) : high,
                note,
              },
            ];
          }),
        })),
      };
    }),
  };
}
