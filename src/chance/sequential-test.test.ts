import { describe, expect, it } from "vitest";
import { integrate } from "../numbers/adaptive-quadrature.js";
import { logBinomialTails } from "../numbers/binomial-tails.js";
import { type Bits, uniform } from "./bits.js";
import { type Counts, LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";
import { keyedStreams } from "./streams.js";
import { binomialCriticalCount } from "./testing/binomial-test.js";
import { binomialRange, binomialTerm } from "./testing/exact-binomial.js";
import { add, compare, complement, logRational, multiply, ONE, type Rational, rational } from "./testing/rational.js";

/**
 * E for "p ≤ γ" as a fraction. ∫_γ^1 q^v (1−q)^(n−v) dq = P(Bin(n+1, γ) ≤ v) · v!(n−v)!/(n+1)!, so
 * E = P(Bin(n+1, γ) ≤ v) / ((n+1)·(1−γ)·P(Bin(n, γ) = v)).
 */
function exactAbove({ failures, draws }: Counts, gamma: Rational): Rational {
  const { numerator } = binomialRange(draws + 1, 0, failures, gamma);
  const term = binomialTerm(draws, failures, gamma).numerator;
  return { numerator, denominator: BigInt(draws + 1) * complement(gamma).numerator * term };
}

/** Its mirror image: E = P(Bin(n+1, γ) > v) / ((n+1)·γ·P(Bin(n, γ) = v)). */
function exactBelow({ failures, draws }: Counts, gamma: Rational): Rational {
  const { numerator } = binomialRange(draws + 1, failures + 1, draws + 1, gamma);
  const term = binomialTerm(draws, failures, gamma).numerator;
  return { numerator, denominator: BigInt(draws + 1) * gamma.numerator * term };
}

const fraction = (numerator: bigint, denominator: bigint): Rational => ({ numerator, denominator });

describe.each([
  ["above", logEvidenceAbove, exactAbove],
  ["below", logEvidenceBelow, exactBelow],
] as const)("the evidence %s γ", (side, logEvidence, exact) => {
  it("is the exact fraction for up to 30 draws", () => {
    for (const gamma of [0.5, 0.1, 1e-3, 1e-12, 0.97, 1 - 2 ** -40])
      for (let draws = 0; draws <= 30; draws += draws < 6 ? 1 : 8)
        for (let failures = 0; failures <= draws; failures++) {
          const expected = logRational(exact({ failures, draws }, rational(gamma)));
          const got = logEvidence({ failures, draws }, gamma);
          // The logarithms of tail and kernel, up to 30·|log 1e-12| each, are what it subtracts.
          expect(Math.abs(got - expected), `${failures} of ${draws}, γ ${gamma}`).toBeLessThanOrEqual(4e-12);
        }
  });

  it("is the likelihood ratio averaged over a uniform prior, by quadrature", () => {
    for (const gamma of [0.02, 0.3, 0.9])
      for (const [failures, draws] of [
        [0, 10],
        [3, 10],
        [10, 10],
        [11, 400],
        [130, 400],
      ]) {
        const logE = logEvidence({ failures, draws }, gamma);
        // Over E, so that nothing overflows: the mean must be 1.
        const ratio = (q: number) => {
          const failed = failures === 0 ? 0 : failures * Math.log(q / gamma);
          return Math.exp(failed + (draws - failures) * Math.log((1 - q) / (1 - gamma)) - logE);
        };
        const [low, high] = side === "above" ? [gamma, 1] : [0, gamma];
        const peak = Math.min(high, Math.max(low, failures / draws));
        expect(integrate(ratio, [...new Set([low, peak, high])]).value / (high - low)).toBeCloseTo(1, 10);
      }
  });

  it("is a martingale at p = γ: each next mean is the present value, exactly", () => {
    const gamma = fraction(3n, 10n);
    for (let draws = 0; draws < 12; draws++)
      for (let failures = 0; failures <= draws; failures++) {
        const ifFailed = multiply(gamma, exact({ failures: failures + 1, draws: draws + 1 }, gamma));
        const ifNot = multiply(complement(gamma), exact({ failures, draws: draws + 1 }, gamma));
        expect(compare(add(ifFailed, ifNot), exact({ failures, draws }, gamma))).toBe(0);
      }
  });

  it("has mean 1 at p = γ and less on the other side, exactly", () => {
    const gamma = fraction(1n, 4n);
    const others = side === "above" ? [fraction(1n, 5n), fraction(0n, 1n)] : [fraction(1n, 3n), ONE];
    for (let draws = 1; draws <= 12; draws++) {
      const mean = (p: Rational) => {
        let sum = fraction(0n, 1n);
        for (let failures = 0; failures <= draws; failures++)
          sum = add(sum, multiply(binomialTerm(draws, failures, p), exact({ failures, draws }, gamma)));
        return sum;
      };
      expect(compare(mean(gamma), ONE)).toBe(0);
      for (const p of others) expect(compare(mean(p), ONE)).toBe(-1);
    }
  });

  it("stays finite and ordered for extreme counts", () => {
    for (const gamma of [1e-300, 1e-10, 0.5, 1 - 2 ** -53])
      for (const draws of [1, 1e6, 1e9])
        for (const failures of [0, 1, (draws / 2) | 0, draws])
          expect(logEvidence({ failures, draws }, gamma)).toSatisfy(Number.isFinite);
  });

  it("names the argument that is out of range", () => {
    expect(() => logEvidence({ failures: 1, draws: 2 }, 1)).toThrow(new RangeError("gamma is 1; it must be in (0, 1)"));
    for (const gamma of [0, -0.1, 1.5, Number.NaN])
      expect(() => logEvidence({ failures: 1, draws: 2 }, gamma)).toThrow(
        new RangeError(`gamma is ${gamma}; it must be in (0, 1)`),
      );
    for (const draws of [-1, 0.5, 2 ** 53, Number.NaN])
      expect(() => logEvidence({ failures: 0, draws }, 0.5)).toThrow(
        new RangeError(`draws is ${draws}; it must be an integer ≥ 0`),
      );
    for (const failures of [3, -1, 0.5, Number.NaN])
      expect(() => logEvidence({ failures, draws: 2 }, 0.5)).toThrow(
        new RangeError(`failures is ${failures}; it must be an integer from 0 to draws, here 2`),
      );
    expect(logEvidence({ failures: 0, draws: 0 }, 0.5)).toBeCloseTo(0, 14);
  });
});

describe("a test that stops when it likes", () => {
  const GAMMA = 0.05;
  const ALPHA = 0.01;
  const RUNS = 2500;
  const LOOKS = 60;
  /** More false alarms than this have probability at most 1e-10 if each run has at most ALPHA. */
  const critical = binomialCriticalCount(RUNS, ALPHA, 1e-10);
  const streams = keyedStreams({ seed: "peeking", sampler: "sequential-test.test", parameters: {} });

  /** The counts at every look of one run, drawn with p = GAMMA. */
  function looks(bits: Bits): Counts[] {
    let failures = 0;
    return Array.from({ length: LOOKS }, (_, look) => {
      for (let i = 0; i < LOOK_EVERY; i++) if (uniform(bits) < GAMMA) failures++;
      return { failures, draws: (look + 1) * LOOK_EVERY };
    });
  }

  const runs = Array.from({ length: RUNS }, (_, run) => looks(streams(run)("bernoulli")));
  const falseAlarms = (rejects: (counts: Counts) => boolean) => runs.filter((run) => run.some(rejects)).length;

  it("refutes or supports falsely in at most a share α of runs at the boundary", () => {
    expect(falseAlarms((counts) => logEvidenceAbove(counts, GAMMA) >= -Math.log(ALPHA))).toBeLessThan(critical);
    expect(falseAlarms((counts) => logEvidenceBelow(counts, GAMMA) >= -Math.log(ALPHA))).toBeLessThan(critical);
  });

  it("would be caught if it were a fixed-n test", () => {
    const fixed = ({ failures, draws }: Counts) =>
      logBinomialTails(failures, draws, GAMMA).logAtLeast <= Math.log(ALPHA);
    expect(falseAlarms(fixed)).toBeGreaterThanOrEqual(critical);
  });

  it("has power: at twice or half of γ all but 1e-6 of runs have ended by the last look", () => {
    const draws = LOOKS * LOOK_EVERY;
    const counts = Array.from({ length: draws + 1 }, (_, failures) => ({ failures, draws }));
    const refuting = counts.findIndex((c) => logEvidenceAbove(c, GAMMA) >= -Math.log(ALPHA));
    expect(logBinomialTails(refuting - 1, draws, 2 * GAMMA).logAtMost).toBeLessThan(Math.log(1e-6));
    const supporting = counts.findLastIndex((c) => logEvidenceBelow(c, GAMMA) >= -Math.log(ALPHA));
    expect(logBinomialTails(supporting + 1, draws, GAMMA / 2).logAtLeast).toBeLessThan(Math.log(1e-6));
  });
});
