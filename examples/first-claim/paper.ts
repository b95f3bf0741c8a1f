import { defineClaim, definePaper, defineSampler, gamma, integers, parameter } from "lemmacheck";
import { uniform } from "lemmacheck/probability";

// What the statement depends on. gamma, the probability with which it may fail, comes with lemmacheck.
const n = parameter({ name: "n", about: "how many times the coin is flipped", domain: integers(1, 1e5), size: true });

// One random draw: what the statement speaks of. All that is random comes from `random`.
const longestRun = defineSampler({
  id: "longest-run",
  parameters: [n],
  cost: ({ n }) => 16 * n, // in normal variables of 1.5 ns: a flip takes some 24 ns
  draw: ({ n }, random) => {
    const bits = random("flips");
    let longest = 0;
    for (let flip = 0, run = 0; flip < n; flip++) {
      run = uniform(bits) < 0.5 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  },
});

// The statement. A run of r begins at one of at most n places, each time with probability 2^−r.
export const runs = defineClaim({
  id: "runs",
  label: "Lemma 1",
  kind: "whp",
  quote: "With probability at least 1 − γ, the longest run of heads in n flips of a fair coin is at most log₂(n/γ).",
  latex: String.raw`\Pr\left(R_n > \log_2(n/\gamma)\right) \le \gamma`,
  nonClaims: ["runs of tails", "coins that are not fair"],
  parameters: [n, gamma],
  hypotheses: [],
  draw: longestRun,
  observed: (longest) => longest,
  relation: "<=",
  // Known without the statement: a run has at most n flips.
  trivial: ({ n }) => n,
  forms: { printed: { bound: ({ n, gamma }) => Math.log2(n / gamma) } },
  // Where `audit` looks if it is not told; a cell where the statement holds and says something.
  cells: [{ n: [10, 1000], gamma: [0.1, 0.01] }],
  witness: { n: 1000, gamma: 0.05 },
  // A wrong version, with a cell at which the audit must refute it.
  mutants: { "no n": { bound: ({ gamma }) => Math.log2(1 / gamma), at: { n: 1000, gamma: 0.05 } } },
});

export const paper = definePaper({
  id: "coin-flips",
  title: "Coin flips",
  authors: ["Your name"],
  year: 2026,
  source: "lecture notes",
  parameters: [n, gamma],
  claims: [runs],
});
