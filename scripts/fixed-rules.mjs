/**
 * How often the usual ways to test "it works at least so often" are wrong, beside the sequential test: exact binomial
 * sums, no draws. `npm run -s build && node scripts/fixed-rules.mjs` prints the tables of docs/vitest.md.
 *
 * Rules, for a required pass rate r: N runs of which a share r must pass; N runs with the whole 95 % Wilson interval
 * above r; the same interval after each N runs until it is off r, up to ten times; a test of one run with two retries.
 */
import { expectedDraws } from "lemmacheck/statistics";

/** P(Bin(n, p) = k), from logarithms added up. */
function binomial(n, p) {
  const law = new Float64Array(n + 1);
  for (let k = 0, log = n * Math.log1p(-p); k <= n; k++) {
    law[k] = Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return law;
}

/** The 95 % Wilson interval for k passes of n. */
function wilson(k, n, z = 1.959963984540054) {
  const centre = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z / (n + z ** 2)) * Math.sqrt((k * (n - k)) / n + z ** 2 / 4);
  return { lower: centre - half, upper: centre + half };
}

const sumWhere = (law, holds) => law.reduce((sum, probability, k) => (holds(k) ? sum + probability : sum), 0);

/** P(a green test), where a run passes with probability p and r is required. */
const shareOf = (n) => (p, r) => sumWhere(binomial(n, p), (passes) => passes >= Math.ceil(r * n - 1e-9));
const wilsonOf = (n) => (p, r) => sumWhere(binomial(n, p), (passes) => wilson(passes, n).lower > r);

/** Looking after every n runs, up to `looks` times, and stopping as soon as the interval is off r; undecided is red. */
function peeking(n, looks) {
  return (p, r) => {
    const step = binomial(n, p);
    let undecided = Float64Array.of(1);
    let green = 0;
    for (let look = 1; look <= looks; look++) {
      const next = new Float64Array(n * look + 1);
      for (const [passes, probability] of undecided.entries())
        for (const [more, also] of step.entries()) next[passes + more] += probability * also;
      for (const passes of next.keys()) {
        const { lower, upper } = wilson(passes, n * look);
        if (lower > r) green += next[passes];
        if (lower > r || upper < r) next[passes] = 0;
      }
      undecided = next;
    }
    return green;
  };
}

/** One run, with retries: green if any of them passes. */
const retries = (times) => (p) => 1 - (1 - p) ** (1 + times);

const RULES = [
  ["100 runs, the share must be r", shareOf(100)],
  ["1000 runs, the share must be r", shareOf(1000)],
  ["100 runs, 95 % Wilson interval above r", wilsonOf(100)],
  ["the same, up to 10 times 100 runs", peeking(100, 10)],
  ["one run, two retries", retries(2)],
];

/** A probability, never rounded to 0 or 1. */
function percent(x) {
  if (x === 0) return "0";
  if (x < 1e-4) return x.toExponential(1);
  return x > 0.9995 ? "> 99.9 %" : `${(100 * x).toFixed(1)} %`;
}

const sequential = (p, r) => expectedDraws({ gamma: 1 - r, failureProbability: 1 - p });

const REQUIRED = 0.95;
const CASES = [
  ["0.90: false", 0.9],
  ["0.94: false", 0.94],
  ["0.95: just true", 0.95],
  ["0.96: true", 0.96],
  ["0.99: true", 0.99],
];
function printTable(title, columns, rows) {
  console.log(`| ${[title, ...columns].join(" | ")} |`);
  console.log(`| --- | ${columns.map(() => "---:").join(" | ")} |`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

const runs = CASES.map(([, p]) => sequential(p, REQUIRED));
printTable(
  "the pass rate is",
  CASES.map(([name]) => name),
  [
    ...RULES.map(([name, rule]) => [name, ...CASES.map(([, p]) => percent(rule(p, REQUIRED)))]),
    ["`toHoldWithProbability(0.95)`", ...runs.map(({ supported }) => percent(supported))],
    ["its draws, on average", ...runs.map(({ mean }) => Math.round(mean))],
    ["red since refuted", ...runs.map(({ refuted }) => percent(refuted))],
    ["red since not settled by 65536 draws", ...runs.map(({ inconclusive }) => percent(inconclusive))],
  ],
);

const RATES = [0.8, 0.85, 0.95, 0.97, 0.99];
console.log();
printTable(
  "alpha",
  RATES.map((rate) => rate),
  [0.05, 0.01, 1e-3, 1e-6, 1e-10].map((alpha) => [
    `\`${alpha}\``,
    ...RATES.map((rate) => {
      const { mean, most } = expectedDraws({ gamma: 0.1, failureProbability: 1 - rate, alpha });
      return `${Math.round(mean)} (${most})`;
    }),
  ]),
);
