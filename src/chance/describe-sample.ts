import { mean, medianSorted, quantileSorted, sampleStandardDeviation } from "simple-statistics";

/** A sample in eight numbers. Descriptions only: for limits that hold with a stated probability see `quantileLimits`. */
export interface SampleDescription {
  readonly size: number;
  readonly mean: number;
  /** With n − 1 in the denominator; null for a single value. */
  readonly standardDeviation: number | null;
  readonly minimum: number;
  /** Quartiles and median stand at positions p·(n − 1) of the sorted sample from 0, between two values by line. */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
}

/**
 * @throws RangeError if the sample is empty or holds something that is not a finite number.
 */
export function describeSample(sample: Iterable<number>): SampleDescription {
  const sorted = [...sample].toSorted((a, b) => a - b);
  const strange = sorted.find((x) => !Number.isFinite(x));
  if (strange !== undefined) throw new RangeError(`sample holds ${strange}; it must hold finite numbers`);
  if (sorted.length === 0) throw new RangeError("sample is empty; it must hold at least one number");
  return {
    size: sorted.length,
    mean: mean(sorted),
    standardDeviation: sorted.length > 1 ? sampleStandardDeviation(sorted) : null,
    minimum: sorted[0],
    lowerQuartile: quantileSorted(sorted, 0.25),
    median: medianSorted(sorted),
    upperQuartile: quantileSorted(sorted, 0.75),
    maximum: sorted[sorted.length - 1],
  };
}
