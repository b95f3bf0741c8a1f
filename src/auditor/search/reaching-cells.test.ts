import { expect, test } from "vitest";
import { uniform } from "../../chance/bits.js";
import { defineClaim } from "../define-claim.js";
import { positiveReals, text } from "../domains.js";
import { gamma } from "../gamma.js";
import { nothing } from "../nothing.js";
import { parameter } from "../parameter.js";
import { defineSampler } from "../sampler.js";
import { searchClaim } from "./search-claim.js";
import { common, n } from "./testing/plant-parts.js";

const SEEDS = ["1", "2", "3"];

const x = parameter({ name: "x", domain: positiveReals() });

const NAMES = Array.from({ length: 40 }, (_, i) => `thing ${i}`);
const thing = parameter({
  name: "thing",
  domain: text("a thing"),
  resolution: {
    resolve: (id: string) => ({ id }),
    valueOf: ({ id }) => id,
    known: () => NAMES,
    admit: () => ({ id: NAMES[0] }),
    about: () => ({ expression: null, provenance: null }),
    families: [],
  },
});

test.each(SEEDS)("every thing that is known has its turn, seed %s", async (seed) => {
  const claim = defineClaim({
    ...common,
    id: "one-thing",
    kind: "step",
    parameters: [thing, n],
    hypotheses: [
      { latex: "T = T_{37}", holds: ({ thing }) => thing.id === NAMES[37] },
      { latex: "n \\ge 1000", parameter: n, least: () => 1000 },
    ],
    draw: nothing,
    observed: () => 2,
    relation: "<=",
    forms: { printed: { bound: () => 1 } },
    cells: [{ thing: [NAMES[0]], n: [17] }],
    mutants: { none: { bound: () => -1, at: { thing: NAMES[0], n: 17 } } },
  });
  const { row } = await searchClaim({ claim, seed }, { candidates: 400 });
  expect(row?.cell).toEqual({ thing: NAMES[37], n: 1000 });
});

test.each(SEEDS)("a hypothesis that ties two numbers is met, seed %s", async (seed) => {
  const claim = defineClaim({
    ...common,
    id: "tied-by-hypothesis",
    kind: "step",
    parameters: [n, x],
    hypotheses: [
      {
        latex: "\\sqrt n / 2 \\le x \\le 2 \\sqrt n",
        holds: ({ n, x }) => Math.abs(Math.log(x ** 2 / n)) <= Math.log(4),
      },
      { latex: "n \\ge 10^5", parameter: n, least: () => 1e5 },
    ],
    draw: nothing,
    observed: () => 2,
    relation: "<=",
    forms: { printed: { bound: () => 1 } },
    cells: [{ n: [100], x: [10] }],
    mutants: { none: { bound: () => -1, at: { n: 100, x: 10 } } },
  });
  const { row } = await searchClaim({ claim, seed }, { candidates: 2000 });
  expect(row?.verdict).toBe("refuted");
});

/** U, at a price that no first look can pay. */
const dear = defineSampler({
  id: "dear",
  parameters: [n],
  cost: () => 2e6,
  draw: (_, random) => uniform(random("u")),
});

test.each(SEEDS)("draws that cost much are paid for in the end, and tell of other γ, seed %s", async (seed) => {
  const claim = defineClaim({
    ...common,
    id: "dear",
    kind: "whp",
    parameters: [n, gamma],
    draw: dear,
    observed: (u: number) => u,
    relation: "<=",
    everyGamma: true,
    trivial: () => 1,
    // False from γ = 0.7 on alone.
    forms: { printed: { bound: ({ gamma }) => (gamma >= 0.7 ? 0.01 : 1 - gamma / 2) } },
    cells: [{ n: [17], gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { n: 17, gamma: 0.31 } } },
  });
  const { row } = await searchClaim({ claim, seed }, { candidates: 600, gaussians: 1e9 });
  expect(row?.cell.n).toBe(1);
  expect(row?.cell.gamma).toBeGreaterThanOrEqual(0.7);
});
