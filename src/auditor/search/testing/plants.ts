import type { Claim } from "../../claim.js";
import { quadrature, ratio, sizes } from "./plain-plants.js";
import { n } from "./plant-parts.js";
import { averageClaim, headsClaim, normalSum, uniformShare, within } from "./random-plants.js";

const log2 = (gamma: number) => Math.LN2 - Math.log(gamma);
const gauss = ({ n, gamma }: { n: number; gamma: number }) => Math.sqrt(2 * n * log2(gamma));

/** ±√n in place of √n·Z. */
const signTimesRoot = {
  observed: (_: number, { n }: { n: number }) => Math.sqrt(n),
  exact: ({ n }: { n: number }, t: number) => (t * t < n ? within(0) : within(-Infinity)),
};

/** A statement that is false somewhere, and the same where it is true. */
export interface Plant {
  readonly kind: string;
  readonly planted: Claim;
  readonly sound: Claim;
}

/** One of each kind. */
export const PLANTS: readonly Plant[] = [
  {
    kind: "a dropped logarithm",
    planted: normalSum("dropped-log", ({ n }) => Math.sqrt(8 * n)),
    sound: normalSum("with-log", gauss),
  },
  {
    kind: "√2 lost",
    planted: normalSum("lost-root", ({ n, gamma }) => Math.sqrt(n * log2(gamma))),
    sound: normalSum("kept-root", ({ n, gamma }) => 1.0001 * gauss({ n, gamma })),
  },
  {
    kind: "one-sided for two-sided",
    // Bounds of two sides of a sign: |±1| ≤ √(2 log(1/γ)) fails beyond γ = e^(−1/2).
    planted: normalSum("one-sided", ({ n, gamma }) => Math.sqrt(-2 * n * Math.log(gamma)), signTimesRoot),
    sound: normalSum("two-sided", gauss, signTimesRoot),
  },
  {
    kind: "γ next to 1",
    planted: uniformShare("next-to-one", ({ gamma }) => (gamma > 1 - 3.7e-7 ? 0.4 * (1 - gamma) : 1 - 0.999 * gamma)),
    sound: uniformShare("up-to-one", ({ gamma }) => (gamma < 1e-6 ? 1 : 1 - gamma * (1 - 1e-9))),
  },
  {
    kind: "γ next to 0",
    planted: normalSum("next-to-zero", ({ n, gamma }) => gauss({ n, gamma }) * (gamma < 2.3e-11 ? 0.6 : 1)),
    sound: normalSum("down-to-zero", ({ n, gamma }) => gauss({ n, gamma }) * (gamma < 2.3e-11 ? 1 : 1.1)),
  },
  {
    kind: "a size that must be at least 2",
    planted: sizes(
      "one-too-small",
      (n) => n,
      (n, m) => 2 * (n - 1) * m,
    ),
    sound: sizes(
      "two-at-least",
      (n) => n,
      (n, m) => 2 * (n - 1) * m,
      {
        hypotheses: [{ latex: "n ≥ 2", parameter: n, least: () => 2 }],
      },
    ),
  },
  {
    kind: "two regimes confused",
    planted: sizes(
      "wrong-regime",
      (n, m) => Math.sqrt(n) + Math.sqrt(m),
      (n, m) => 2.1 * Math.sqrt(n < 1000 ? Math.max(n, m) : Math.min(n, m ** 2)),
    ),
    sound: sizes(
      "right-regime",
      (n, m) => Math.sqrt(n) + Math.sqrt(m),
      (n, m) => 2.1 * Math.sqrt(Math.max(n, m)),
    ),
  },
  {
    kind: "a spike",
    planted: quadrature("spike", []),
    sound: quadrature("no-spike", [{ latex: "a ≥ 1/2", holds: ({ bump }) => bump.width >= 0.5 }]),
  },
  {
    kind: "an event that is not almost sure",
    planted: headsClaim("some-heads", 3),
    sound: headsClaim("all-but-sure-heads", 120),
  },
  {
    kind: "wrong at odd sizes alone",
    planted: sizes(
      "odd",
      (n) => n,
      (n, m) => (n % 2 === 1 && n > 90 && m > 11 ? n - 1 : n),
    ),
    sound: sizes(
      "even",
      (n) => n,
      (n) => n,
    ),
  },
  {
    kind: "wrong beyond a million alone",
    planted: normalSum("large", ({ n, gamma }) => gauss({ n, gamma }) * (n > 1.37e6 && gamma < 0.2 ? 0.5 : 1)),
    sound: normalSum("not-large", ({ n, gamma }) => gauss({ n, gamma }) * (n > 1.37e6 ? 2 : 1)),
  },
  {
    kind: "wrong at the edge of its hypothesis",
    planted: normalSum("edge", ({ n, gamma }) => gauss({ n, gamma }) * (n < 41 * log2(gamma) ? 0.4 : 1), {
      hypotheses: [{ latex: "n ≥ 40 log(2/γ)", parameter: n, least: ({ gamma }) => 40 * log2(gamma) }],
    }),
    sound: normalSum("inside", ({ n, gamma }) => gauss({ n, gamma }) * (n < 40 * log2(gamma) ? 0.4 : 1), {
      hypotheses: [{ latex: "n ≥ 40 log(2/γ)", parameter: n, least: ({ gamma }) => 40 * log2(gamma) }],
    }),
  },
  {
    kind: "sizes tied together",
    planted: sizes(
      "tied",
      (n, m) =>
        n > 50 && Math.abs(Math.log(m) - 2 * Math.log(n)) < 0.5 ? 2 : 1 / (1 + Math.abs(Math.log(m) - 2 * Math.log(n))),
      () => 1.5,
    ),
    sound: sizes(
      "untied",
      (n, m) => 1 / (1 + Math.abs(Math.log(m) - 2 * Math.log(n))),
      () => 1.5,
    ),
  },
  {
    kind: "a constant that is a little too small",
    planted: ratio("slipped", 1.98),
    sound: ratio("cauchy", 2),
  },
  {
    kind: "too many failures, seen in draws alone",
    planted: uniformShare("by-draws", ({ n, gamma }) => (n > 30 ? 1 - 2 * gamma : 1 - gamma / 2), true),
    sound: uniformShare("by-draws-sound", ({ gamma }) => 1 - gamma / 1.01, true),
  },
  { kind: "a mean", planted: averageClaim("mean", 0.45), sound: averageClaim("mean-sound", 0.5) },
];
