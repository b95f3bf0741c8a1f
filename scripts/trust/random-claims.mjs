/**
 * Random claims, true by construction or false by a known margin, judged end to end, each run at an error budget of its own:
 * `node scripts/trust/random-claims.mjs RUNS [BUDGET] [JOURNAL]`, after `npm run build`; BUDGET is 1e-6 unless given. A second
 * run goes on where it ends. Half of the true ones stand on their boundary, where a false alarm is likeliest. Exit code 1 if
 * runs with a false verdict are more than the budget allows (by 95 % limits).
 */
import fc from "fast-check";
import { audit, defineClaim, defineSampler, openInterval, parameter, gamma as share } from "lemmacheck";
import { uniform } from "lemmacheck/probability";
import { addLine, readJournal } from "../journal.mjs";
import { limits } from "./limits.mjs";

/** Claims of a run. */
const CLAIMS = 10;
const DRAWS = 2048;

const [runs = 1000, budget = 1e-6] = process.argv.slice(2, 4).map(Number);
const journal = process.argv[4] ?? `random-claims-${budget}.jsonl`;
const failing = parameter({ name: "chance", about: "of a failure", domain: openInterval(0, 1) });

/** u in (0, 1) fails where it is below `chance`. */
const toss = defineSampler({
  id: "toss",
  parameters: [],
  cost: () => 1,
  draw: (_, random) => uniform(random("toss")),
});

const shared = { label: "Random", quote: "random", latex: "x", nonClaims: [], hypotheses: [], draw: toss };

/** P(u < chance) ≤ γ, as a statement of probability. */
const atMost = defineClaim({
  ...shared,
  id: "share",
  kind: "whp",
  parameters: [failing, share],
  relation: "<=",
  observed: (u, { chance }) => (u < chance ? 1 : 0),
  trivial: () => 1,
  forms: { printed: { bound: () => 0 } },
  cells: [{ chance: [0.1], gamma: [0.1] }],
  mutants: { none: { bound: () => -1, at: { chance: 0.5, gamma: 0.1 } } },
});

/** E of what is 1 with probability `chance` and 0 otherwise, against γ. */
const mean = (relation) =>
  defineClaim({
    ...shared,
    id: `mean-${relation === "<=" ? "below" : "above"}`,
    kind: "mean",
    parameters: [failing, share],
    relation,
    range: () => ({ lower: 0, upper: 1 }),
    observed: (u, { chance }) => (u < chance ? 1 : 0),
    forms: { printed: { bound: ({ gamma }) => gamma } },
    cells: [{ chance: [0.1], gamma: [0.1] }],
    mutants: { none: { bound: () => (relation === "<=" ? -1 : 2), at: { chance: 0.5, gamma: 0.1 } } },
  });
const below = mean("<=");
const above = mean(">=");

const inside = (p) => Math.min(0.999, Math.max(1e-4, p));

/** A claim, its cell, and whether it is true: on the boundary, inside by a margin, or outside by one. */
const cases = fc
  .record({
    claim: fc.constantFrom(atMost, below, above),
    gamma: fc.oneof(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: -3, max: -0.01, noNaN: true }).map((x) => 10 ** x),
    ),
    side: fc.constantFrom("boundary", "true", "false"),
    margin: fc.double({ min: 0.02, max: 0.9, noNaN: true }),
  })
  .map(({ claim, gamma: allowed, side, margin }) => {
    // Odds are moved, so that both ends of (0, 1) are alike; `above` fails where the chance is small.
    const direction = (side === "boundary" ? 0 : side === "true" ? -1 : 1) * (claim === above ? -1 : 1);
    const odds = (allowed / (1 - allowed)) * (1 + margin) ** direction;
    const chance = side === "boundary" ? allowed : inside(odds / (1 + odds));
    const holds = claim === above ? chance >= allowed : chance <= allowed;
    return { claim, cell: { chance, gamma: allowed }, holds };
  });

const done = readJournal(journal);
const lines = [...done];
const known = new Set(done.map(({ run }) => run));
for (let run = 0; run < runs; run++) {
  if (known.has(run)) continue;
  const verdicts = { supported: 0, refuted: 0, inconclusive: 0 };
  const wrong = [];
  for (const { claim, cell, holds } of fc.sample(cases, { seed: run + 1, numRuns: CLAIMS })) {
    const row = await audit(
      { claim, cell, seed: `random ${run}`, stream: "cell" },
      { alpha: budget / CLAIMS, draws: DRAWS },
    );
    verdicts[row.verdict]++;
    if (row.verdict === (holds ? "refuted" : "supported")) wrong.push({ claim: claim.id, cell, verdict: row.verdict });
  }
  const line = { run, budget, ...verdicts, wrong };
  addLine(journal, line);
  lines.push(line);
}
const failed = lines.filter(({ wrong }) => wrong.length > 0).length;
const { lower, upper } = limits(failed, lines.length);
const total = (name) => lines.reduce((sum, line) => sum + line[name], 0);
process.stdout.write(
  `budget ${budget}: ${failed} of ${lines.length} runs had a false verdict (${lower.toExponential(1)} to ${upper.toExponential(1)}); ` +
    `${CLAIMS * lines.length} claims: ${total("supported")} supported, ${total("refuted")} refuted, ${total("inconclusive")} inconclusive\n`,
);
process.exitCode = lower > budget ? 1 : 0;
