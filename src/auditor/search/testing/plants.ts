import { uniform } from "../../../chance/bits.js";
import { logNormalUpperTail } from "../../../numbers/normal-tail.js";
import type { Claim, Definition, LogProbability } from "../../claim.js";
import { defineClaim } from "../../define-claim.js";
import { integers, positiveReals, text } from "../../domains.js";
import { gamma } from "../../gamma.js";
import { nothing } from "../../nothing.js";
import { parameter } from "../../parameter.js";
import { defineSampler } from "../../sampler.js";

const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
const m = parameter({ name: "m", domain: integers(1, 2 ** 53), size: true });
const x = parameter({ name: "x", domain: positiveReals() });

/** A bump of height 1, of a width and at a place. */
interface Bump {
  readonly id: string;
  readonly width: number;
  readonly place: number;
}

const bumpOf = (id: string): Bump => {
  const [, width, place] = /^bump (\S+) (\S+)$/.exec(id) ?? [];
  if (width === undefined) throw new RangeError(`bump is ${id}; it must be a bump`);
  return { id, width: Number(width), place: Number(place) };
};

const bump = parameter({
  name: "bump",
  domain: text("a bump"),
  resolution: {
    resolve: bumpOf,
    valueOf: ({ id }: Bump) => id,
    known: () => ["bump 1 0", "bump 2 0", "bump 1 0.5"],
    admit: () => bumpOf("bump 1 0"),
    about: () => ({ expression: null, provenance: null }),
    families: [{ name: "bump", free: [positiveReals(), positiveReals()], member: (a, b) => `bump ${a} ${b}` }],
  },
});

const within = (log: number): LogProbability => ({ logLower: log - 1e-12, logUpper: Math.min(0, log + 1e-12) });

/** √n·Z. */
const sum = defineSampler({
  id: "plant-sum",
  parameters: [n],
  cost: () => 1,
  draw: (_, random) => uniform(random("u")),
});
/** How many of n coins fall on heads, up to 64 of them. */
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
const share = defineSampler({
  id: "plant-share",
  parameters: [n],
  cost: () => 1,
  draw: (_, random) => uniform(random("u")),
});

const common = { label: "Plant", quote: "…", latex: "…", nonClaims: [], hypotheses: [] } as const;

type Sums = readonly [typeof n, typeof gamma];
type Whp = Extract<Definition<Sums, number>, { kind: "whp"; allows?: never; logAllows?: never }>;

/** |√n·Z| ≤ bound with probability 1 − γ. */
const normalSum = (
  id: string,
  bound: (given: { n: number; gamma: number }) => number,
  changes: Partial<Whp> = {},
): Claim =>
  defineClaim<Sums, number>({
    ...common,
    id,
    kind: "whp",
    parameters: [n, gamma],
    draw: sum,
    observed: (u) => u,
    relation: "<=",
    trivial: () => Infinity,
    exact: ({ n }, t) => (t < 0 ? within(0) : within(Math.min(0, Math.LN2 + logNormalUpperTail(t / Math.sqrt(n))))),
    forms: { printed: { bound } },
    cells: [{ n: [17], gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { n: 17, gamma: 0.31 } } },
    ...changes,
  });

/** U ≤ bound with probability 1 − γ, for U uniform on (0, 1). */
const uniformShare = (id: string, bound: (given: { n: number; gamma: number }) => number, byDraws = false): Claim =>
  defineClaim<Sums, number>({
    ...common,
    id,
    kind: "whp",
    parameters: [n, gamma],
    draw: share,
    observed: (u) => u,
    relation: "<=",
    trivial: () => 1,
    ...(byDraws ? {} : { exact: (_, b) => (b >= 1 ? within(-Infinity) : within(Math.log1p(-Math.max(0, b)))) }),
    forms: { printed: { bound } },
    cells: [{ n: [17], gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { n: 17, gamma: 0.31 } } },
  });

type Sizes = readonly [typeof n, typeof m];

/** left(n, m) ≤ right(n, m), where nothing is random. */
const sizes = (
  id: string,
  left: (n: number, m: number) => number,
  right: (n: number, m: number) => number,
  changes: Partial<Extract<Definition<Sizes, null>, { kind: "step" }>> = {},
): Claim =>
  defineClaim<Sizes, null>({
    ...common,
    id,
    kind: "step",
    parameters: [n, m],
    draw: nothing,
    observed: (_, { n, m }) => left(n, m),
    relation: "<=",
    forms: { printed: { bound: ({ n, m }) => right(n, m) } },
    cells: [{ n: [17], m: [23] }],
    mutants: { none: { bound: () => -1, at: { n: 17, m: 23 } } },
    ...changes,
  });

const log2 = (gamma: number) => Math.LN2 - Math.log(gamma);
const gauss = ({ n, gamma }: { n: number; gamma: number }) => Math.sqrt(2 * n * log2(gamma));

/** A statement that is false somewhere, and the same where it is true. */
export interface Plant {
  readonly kind: string;
  readonly planted: Claim;
  readonly sound: Claim;
}

/** Sums of the trapezoid rule with step 1/10 over [−20, 20], of a bump. */
function trapezoid({ width, place }: Bump): number {
  let total = 0;
  for (let i = -200; i <= 200; i++) total += Math.exp(-(((i / 10 - place) / width) ** 2)) / 10;
  return total;
}

const quadrature = (id: string, hypotheses: readonly { latex: string; holds(given: { bump: Bump }): boolean }[]) =>
  defineClaim({
    ...common,
    id,
    kind: "step",
    parameters: [bump],
    hypotheses: [{ latex: "b ≤ 10, a ≤ 3", holds: ({ bump }) => bump.place <= 10 && bump.width <= 3 }, ...hypotheses],
    draw: nothing,
    observed: (_, { bump }) => Math.abs(trapezoid(bump) - bump.width * Math.sqrt(Math.PI)),
    relation: "<=",
    forms: { printed: { bound: () => 1e-3 } },
    cells: [{ bump: ["bump 1 0"] }],
    mutants: { none: { bound: () => -1, at: { bump: "bump 1 0" } } },
  });

const headsClaim = (id: string, least: number): Claim =>
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

const averageClaim = (id: string, bound: number): Claim =>
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

const ratio = (id: string, slip: number): Claim =>
  defineClaim({
    ...common,
    id,
    kind: "deterministic",
    parameters: [x, gamma],
    draw: nothing,
    // (x + γ)² ≤ 2x² + 2γ², by Cauchy and Schwarz, with equality at x = γ.
    observed: (_, { x, gamma }) => (x + gamma) ** 2,
    relation: "<=",
    forms: { printed: { bound: ({ x, gamma }) => slip * (x ** 2 + gamma ** 2) } },
    cells: [{ x: [3], gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { x: 3, gamma: 0.31 } } },
  });

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
    planted: normalSum("one-sided", ({ n, gamma }) => Math.sqrt(-2 * n * Math.log(gamma)), {
      exact: ({ n }, t) => (t * t < n ? within(0) : within(-Infinity)),
    }),
    sound: normalSum("two-sided", gauss, { exact: ({ n }, t) => (t * t < n ? within(0) : within(-Infinity)) }),
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
