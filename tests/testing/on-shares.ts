import {
  type Claim,
  defineClaim,
  definePaper,
  defineSampler,
  gamma,
  integers,
  type Paper,
  parameter,
} from "lemmacheck";
import { uniform } from "lemmacheck/probability";
import { eps, johnsonLindenstrauss, k, outsideBand } from "./johnson-lindenstrauss.js";

const n = parameter({ name: "n", about: "how many are asked", domain: integers(1, 1000), size: true });

/** The key of its draws has no parameter in it, so that no name moves them. */
const coins = defineSampler({
  id: "coins",
  parameters: [],
  cost: () => 1000,
  draw: (_, random) => {
    const bits = random("u");
    return Array.from({ length: 1000 }, () => uniform(bits));
  },
});

/** Hoeffding's inequality for the share of n coins, false by a factor of 2 in the exponent. */
const hoeffding: Claim = defineClaim({
  id: "hoeffding",
  label: "Hoeffding",
  kind: "whp",
  quote: "|p̂ − 1/2| ≤ √(log(2/γ)/(4n))",
  latex: String.raw`|\hat p - 1/2| \le \sqrt{\log(2/\gamma)/(4n)}`,
  nonClaims: [],
  parameters: [n, gamma],
  hypotheses: [{ latex: "n \\ge 3", parameter: n, least: () => 3 }],
  draw: coins,
  observed: (u, { n }) => Math.abs(u.slice(0, n).filter((x) => x < 0.5).length / n - 0.5),
  relation: "<=",
  trivial: () => 0.5,
  forms: {
    printed: {
      bound: ({ n, gamma }) => Math.sqrt(Math.log(2 / gamma) / (4 * n)),
      refutedAt: { n: 100, gamma: 0.01 },
    },
    repaired: {
      latex: String.raw`|\hat p - 1/2| \le \sqrt{\log(2/\gamma)/(2n)}`,
      reason: "Hoeffding's exponent is 2",
      bound: ({ n, gamma }) => Math.sqrt(Math.log(2 / gamma) / (2 * n)),
    },
  },
  cells: [{ n: ["least", 100], gamma: [0.01] }],
  mutants: { none: { bound: () => 0, at: { n: 99, gamma: 0.5 } } },
});

/** A small paper of somebody else's. */
export const onShares: Paper = definePaper({
  id: "on-shares",
  title: "On shares",
  authors: ["A. Collector"],
  year: 1999,
  source: "Journal of Shares 3",
  parameters: [n, k, eps, gamma],
  claims: [hoeffding, johnsonLindenstrauss({ exact: outsideBand })],
});
