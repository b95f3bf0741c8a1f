import { uniform } from "../../../chance/bits.js";
import { normal } from "../../../chance/normal.js";
import { logNormalUpperTail } from "../../../numbers/normal-tail.js";
import type { Claim, Definition, LogProbability } from "../../claim.js";
import { defineClaim } from "../../define-claim.js";
import { gamma } from "../../gamma.js";
import { defineSampler } from "../../sampler.js";
import { common, n } from "./plant-parts.js";

/** A probability by its logarithm, but for rounding. */
export const within = (log: number): LogProbability => ({ logLower: log - 1e-12, logUpper: Math.min(0, log + 1e-12) });

/** √n·Z. */
const sum = defineSampler({
  id: "plant-sum",
  parameters: [n],
  cost: () => 1,
  draw: ({ n }, random) => Math.sqrt(n) * normal(random("z")),
});
/** How many of n coins fall on heads. */
const coins = defineSampler({
  id: "plant-coins",
  parameters: [n],
  cost: ({ n }) => n,
  draw: ({ n }, random) => {
    const bits = random("coins");
    let heads = 0;
    for (let i = 0; i < n; i++) if (uniform(bits) < 0.5) heads++;
    return heads;
  },
});
/** U, uniform on (0, 1). */
const share = defineSampler({
  id: "plant-share",
  parameters: [n],
  cost: () => 1,
  draw: (_, random) => uniform(random("u")),
});

type Sums = readonly [typeof n, typeof gamma];
type Whp = Extract<Definition<Sums, number>, { kind: "whp"; allows?: never; logAllows?: never }>;

type Bound = (given: { n: number; gamma: number }) => number;

/** What is drawn is at most a bound with probability 1 − γ. */
const atMost = (id: string, bound: Bound, rest: Pick<Whp, "draw" | "observed" | "trivial"> & Partial<Whp>): Claim =>
  defineClaim<Sums, number>({
    ...common,
    id,
    kind: "whp",
    parameters: [n, gamma],
    relation: "<=",
    forms: { printed: { bound } },
    cells: [{ n: [17], gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { n: 17, gamma: 0.31 } } },
    ...rest,
  });

/** |√n·Z| ≤ bound with probability 1 − γ. */
export const normalSum = (id: string, bound: Bound, changes: Partial<Whp> = {}): Claim =>
  atMost(id, bound, {
    draw: sum,
    observed: Math.abs,
    trivial: () => Infinity,
    exact: ({ n }, t) => (t < 0 ? within(0) : within(Math.min(0, Math.LN2 + logNormalUpperTail(t / Math.sqrt(n))))),
    ...changes,
  });

/** U ≤ bound with probability 1 − γ. */
export const uniformShare = (id: string, bound: Bound, byDraws = false): Claim =>
  atMost(id, bound, {
    draw: share,
    observed: (u) => u,
    trivial: () => 1,
    ...(byDraws ? {} : { exact: (_, b) => (b >= 1 ? within(-Infinity) : within(Math.log1p(-Math.max(0, b)))) }),
  });

/** At least one of n coins falls on heads, for n from `least` on. */
export const headsClaim = (id: string, least: number): Claim =>
  defineClaim({
    ...common,
    id,
    kind: "deterministic",
    parameters: [n],
    hypotheses: [
      { latex: "n ≤ 200", holds: ({ n }) => n <= 200 },
      { latex: "n ≥ least", parameter: n, least: () => least },
    ],
    draw: coins,
    observed: (heads) => heads,
    relation: ">=",
    forms: { printed: { bound: () => 1 } },
    cells: [{ n: [150] }],
    mutants: { none: { bound: () => 1000, at: { n: 150 } } },
  });

/** The mean of U is at most `bound` for n ≡ 2 mod 3. */
export const averageClaim = (id: string, bound: number): Claim =>
  defineClaim({
    ...common,
    id,
    kind: "mean",
    parameters: [n],
    draw: share,
    observed: (u) => u,
    relation: "<=",
    range: () => ({ lower: 0, upper: 1 }),
    forms: { printed: { bound: ({ n }) => (n % 3 === 2 ? bound : 0.6) } },
    cells: [{ n: [150] }],
    mutants: { none: { bound: () => 0.1, at: { n: 150 } } },
  });
