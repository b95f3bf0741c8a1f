import {
  defineClaim,
  defineSampler,
  gamma,
  integers,
  parameter,
  proposeRepairs,
  repairText,
  searchClaim,
} from "lemmacheck";
import { logNormalUpperTail, normal } from "lemmacheck/probability";
import { expect, test } from "vitest";

const n = parameter({ name: "n", about: "how many are added", domain: integers(1, 2 ** 53), size: true });

/** The sum of n independent N(0, 1) variables. */
const sum = defineSampler({
  id: "sum",
  parameters: [n],
  cost: () => 1,
  draw: ({ n }, random) => Math.sqrt(n) * normal(random("sum")),
});

/** Hoeffding's bound, but for a √2. */
const sloppy = defineClaim({
  id: "sloppy",
  label: "Lemma 1",
  kind: "whp",
  quote: "|X_1 + … + X_n| ≤ √(n log(2/γ)) with probability 1 − γ",
  latex: String.raw`|X_1 + \dots + X_n| \le \sqrt{n \log(2/\gamma)}`,
  nonClaims: ["other laws"],
  parameters: [n, gamma],
  hypotheses: [],
  draw: sum,
  observed: (total) => Math.abs(total),
  relation: "<=",
  trivial: ({ n, gamma }) => Math.sqrt(n / gamma), // Chebyshev
  exact: ({ n }, bound) => {
    const log = Math.LN2 + logNormalUpperTail(bound / Math.sqrt(n));
    return { logLower: log - 1e-12, logUpper: log + 1e-12 };
  },
  forms: { printed: { bound: ({ n, gamma }) => Math.sqrt(n * Math.log(2 / gamma)) } },
  cells: [{ n: [100], gamma: [0.5] }],
  mutants: { halved: { bound: ({ n }) => Math.sqrt(n) / 2, at: { n: 100, gamma: 0.5 } } },
});

test("the lost √2 is found and proposed", async () => {
  const question = { claim: sloppy, seed: "1" };
  const { row } = await searchClaim(question, { candidates: 1000 });
  expect(row).toMatchObject({ verdict: "refuted", cell: { n: 1, gamma: 0.01 } });
  const { standing } = await proposeRepairs(question, { refuted: [row?.cell ?? {}], candidates: 500 });
  expect(standing.map(({ repair }) => repairText(repair, (name) => name))).toContain("the right side times 1.414");
});
