import { deviationOverNetworks, shareOf } from "./deviation-over-networks.js";
import type { PairCounts, SampleCounts } from "./figure-counts.js";
import type { FigurePlan } from "./figure-jobs.js";
import type { FigurePoint } from "./figure-point.js";

/** Of the lines that `figure` writes. */
export const FIGURE_SCHEMA = 1;

/** The figures of Section 4. They show the same draws. */
export const FIGURES = ["1", "2a", "2b"] as const;
export type FigureName = (typeof FIGURES)[number];

/** Limits of a fraction, or a deviation, fail with probability at most this, however often a campaign is looked at. */
const LIMITS_ALPHA = 1e-3;

/** A point of a figure, as a JSON line has it. */
export interface FigureRow extends FigurePoint {
  readonly schema: number;
  /** The figure that was asked for. */
  readonly figure: FigureName | "all";
  readonly networks: number;
  readonly inputs: number;
  /** Samples drawn: networks × inputs once all is done. */
  readonly samples: number;
  readonly switched: number;
  readonly fraction: number;
  /** Limits at `LIMITS_ALPHA`; the upper one takes unresolved samples for switched ones. */
  readonly fractionLower: number;
  readonly fractionUpper: number;
  /** The deviation over networks of the mean over `inputs` inputs; null as long as no pair is drawn. */
  readonly fractionDeviation: number | null;
  readonly fractionDeviationLower: number | null;
  readonly fractionDeviationUpper: number | null;
  /** The pairs gave less than the binomial part, which the deviation then is. */
  readonly fractionDeviationClamped: boolean | null;
  /** Pairs of inputs of one network that were drawn. */
  readonly pairs: number;
  /** Over the switched samples; null where there are none, and deviations where there is one. */
  readonly etaMean: number | null;
  readonly etaDeviation: number | null;
  /** Over all samples. */
  readonly gradientNormMean: number | null;
  readonly gradientNormDeviation: number | null;
  /** The share of samples in which a flip may have been passed over; 0 where the search is exact. */
  readonly gap: number;
  readonly seed: string;
  readonly milliseconds: number;
}

/** Mean and deviation from a number, a sum and a sum of squares. */
function momentsOf(n: number, sum: number | null, squares: number | null): readonly [number | null, number | null] {
  if (n === 0 || sum === null || squares === null) return [null, null];
  const mean = sum / n;
  return [mean, n === 1 ? null : Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1))];
}

const total = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0);
const totalOrNull = <T>(all: readonly T[], of: (one: T) => number | null) =>
  all.some((one) => of(one) === null) ? null : total(all, (one) => of(one) ?? 0);

/** A point from what its ranges came to, in the order of the jobs; null if no sample is there yet. */
export function figureRow(
  figure: FigureName | "all",
  { point: { psi, d, k, depth, initialisation, coefficients }, networks, inputs }: FigurePlan,
  seed: string,
  ranges: { readonly samples: readonly SampleCounts[]; readonly pairs: readonly PairCounts[] },
): FigureRow | null {
  const samples = total(ranges.samples, (range) => range.samples);
  if (samples === 0) return null;
  const switched = total(ranges.samples, (range) => range.switched);
  const unresolved = total(ranges.samples, (range) => range.unresolved);
  const pairs = total(ranges.pairs, (range) => range.pairs);
  const one = total(ranges.pairs, (range) => range.one);
  const both = total(ranges.pairs, (range) => range.both);
  const unresolvedInPairs = total(ranges.pairs, (range) => range.unresolved);
  const deviation =
    pairs > 0 || inputs === 1
      ? deviationOverNetworks(
          { samples, switched, unresolved, pairs, one, both, unresolvedInPairs, inputs },
          LIMITS_ALPHA / 4,
        )
      : null;
  const share = shareOf(switched, samples, LIMITS_ALPHA / 2);
  const most = shareOf(switched + unresolved, samples, LIMITS_ALPHA / 2);
  const [etaMean, etaDeviation] = momentsOf(
    switched,
    total(ranges.samples, (range) => range.eta),
    total(ranges.samples, (range) => range.etaSquared),
  );
  const [gradientNormMean, gradientNormDeviation] = momentsOf(
    samples,
    totalOrNull(ranges.samples, (range) => range.norm),
    totalOrNull(ranges.samples, (range) => range.normSquared),
  );
  return {
    schema: FIGURE_SCHEMA,
    figure,
    psi,
    d,
    k,
    depth,
    initialisation,
    coefficients,
    networks,
    inputs,
    samples,
    switched,
    fraction: share.estimate,
    fractionLower: share.lower,
    fractionUpper: most.upper,
    fractionDeviation: deviation?.estimate ?? null,
    fractionDeviationLower: deviation?.lower ?? null,
    fractionDeviationUpper: deviation?.upper ?? null,
    fractionDeviationClamped: deviation?.clamped ?? null,
    pairs,
    etaMean,
    etaDeviation,
    gradientNormMean,
    gradientNormDeviation,
    gap: unresolved / samples,
    seed,
    milliseconds:
      total(ranges.samples, (range) => range.milliseconds) + total(ranges.pairs, (range) => range.milliseconds),
  };
}
