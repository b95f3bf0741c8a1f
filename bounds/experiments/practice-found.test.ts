import type { Json } from "lemmacheck";
import { expect, test } from "vitest";
import { labelOf } from "./figure-point.js";
import { practiceFound } from "./practice-found.js";
import { practicePanels } from "./practice-panels.js";

const laws = { psi: "relu", initialisation: "fan-in", coefficients: "rademacher" } as const;
const planAt = (depth: number, d: number, k: number) => ({ point: { ...laws, depth, d, k }, networks: 600, inputs: 1 });
/** Of 600 inputs at γ = 0.1 none stays, half stay, or 60, which does not tell. */
const STAYED = { enough: 0, short: 300, open: 60 };

/** The plans of a depth, and their results. */
function tried(depth: number, sizes: readonly (readonly [d: number, k: number, how: keyof typeof STAYED])[]) {
  const plans = sizes.map(([d, k]) => planAt(depth, d, k));
  const results = sizes.map(([, , how], i): [string, Json] => [
    `${labelOf(plans[i].point)} samples 0-600`,
    {
      samples: 600,
      switched: 600 - STAYED[how],
      unresolved: 0,
      eta: 0,
      etaSquared: 0,
      norm: 0,
      normSquared: 0,
      milliseconds: 0,
    },
  ]);
  return { plans, results };
}

const END = "each is judged wrongly with probability at most 0.000001. Sizes between those tried are not judged.";
const asked = { theorem: "Theorem 9", log10k: 3.4, log10d: 20.25, step: 12.5 };

test("one depth: the least sizes that are enough, beside what the proof asks for", () => {
  const { plans, results } = tried(1, [
    [8, 8, "enough"],
    [2, 2, "short"],
    [4, 4, "enough"],
    [3, 3, "open"],
    [16, 2, "enough"],
    [2, 16, "enough"],
    [4, 16, "enough"],
    [2, 32, "enough"],
    [32, 2, "enough"],
    [16, 1, "short"],
  ]);
  const found = practiceFound(
    { depths: [{ depth: 1, plans, asked, step: 1.2345678 }], gamma: 0.1, seed: "s" },
    new Map(results),
  );
  const line = {
    schema: 1,
    ...laws,
    gamma: 0.1,
    depth: 1,
    draws: 600,
    least: 4,
    notEnough: 2,
    pairs: [
      { d: 2, k: 16 },
      { d: 4, k: 4 },
      { d: 16, k: 2 },
    ],
    step: 1.2345678,
    theorem: asked,
    alpha: 1e-6,
    seed: "s",
  };
  const judged = [
    { d: 8, k: 8, enough: true },
    { d: 2, k: 2, enough: false },
    { d: 4, k: 4, enough: true },
    { d: 3, k: 3, enough: null },
    { d: 16, k: 2, enough: true },
    { d: 2, k: 16, enough: true },
    { d: 4, k: 16, enough: true },
    { d: 2, k: 32, enough: true },
    { d: 32, k: 2, enough: true },
    { d: 16, k: 1, enough: false },
  ];
  expect(found).toEqual({
    text: [
      "One step along the gradient, |η| < 20, flips the sign with probability at least 0.9: relu, L = 1, fan-in, rademacher",
      "  d = k:  from 4 on all that were tried are enough, 2 is not",
      "  d, k:   d = 2, k = 16; d = 4, k = 4; d = 16, k = 2",
      // 10^3.4 = 2511.9, rounded up.
      "  Theorem 9: its proof asks for k ≥ 2512, d ≥ 10^20.25",
      "  step:   |η|·‖∇f(x)‖² = 1.235 is enough as d and k grow; that proof takes 12.5",
      `  600 draws a size, 10 sizes; ${END}`,
    ].join("\n"),
    lines: [line],
    files: {
      "practice.jsonl": [line],
      "practice.svg": practicePanels({ ...laws, gamma: 0.1, draws: 600 }, [{ depth: 1, judged }]),
    },
  });
});

test("sizes of a proof are powers of ten from 10^15 on", () => {
  const { plans, results } = tried(1, [[1, 1, "enough"]]);
  const textAt = (log10k: number, log10d: number) =>
    practiceFound(
      { depths: [{ depth: 1, plans, asked: { ...asked, log10k, log10d }, step: null }], gamma: 0.1, seed: "s" },
      new Map(results),
    ).text.split("\n");
  expect(textAt(15, 14)[3]).toBe("  Theorem 9: its proof asks for k ≥ 10^15, d ≥ 1e14");
  expect(textAt(0, 0.3)).toEqual([
    "One step along the gradient, |η| < 20, flips the sign with probability at least 0.9: relu, L = 1, fan-in, rademacher",
    "  d = k:  from 1 on all that were tried are enough",
    "  d, k:   d = 1, k = 1",
    "  Theorem 9: its proof asks for k ≥ 1, d ≥ 2",
    `  600 draws a size, 1 sizes; ${END}`,
  ]);
});

test("several depths: how the least sizes grow, each beside the next depth at which it is not enough", () => {
  const none = { none: "no theorem is about it" };
  const [one, two, three, four] = [
    tried(1, [
      [2, 2, "enough"],
      [4, 4, "enough"],
    ]),
    tried(2, [
      [2, 2, "open"],
      [2, 4, "short"],
      [4, 4, "enough"],
    ]),
    tried(3, [
      [2, 2, "short"],
      [4, 4, "open"],
    ]),
    tried(4, [
      [2, 2, "short"],
      [4, 4, "short"],
    ]),
  ];
  const depths = [one, two, three, four].map(({ plans }, i) => ({
    depth: i + 1,
    plans,
    asked: none,
    step: i === 0 ? 0.5 : null,
  }));
  const results = new Map([one, two, three, four].flatMap((depth) => depth.results));
  const { text, lines, files } = practiceFound({ depths, gamma: 0.1, seed: "s" }, results);
  const head = (depth: number) =>
    `One step along the gradient, |η| < 20, flips the sign with probability at least 0.9: relu, L = ${depth}, fan-in, rademacher`;
  const without = "  no theorem to compare with: no theorem is about it";
  expect(text.split("\n")).toEqual([
    head(1),
    "  d = k:  from 2 on all that were tried are enough",
    "  d, k:   d = 2, k = 2",
    without,
    "  step:   |η|·‖∇f(x)‖² = 0.5 is enough as d and k grow",
    `  600 draws a size, 2 sizes; ${END}`,
    head(2),
    "  d = k:  from 4 on all that were tried are enough",
    "  d, k:   d = 4, k = 4",
    without,
    `  600 draws a size, 3 sizes; ${END}`,
    head(3),
    "  d = k:  no size from which on all that were tried are surely enough, 2 is not",
    "  d, k:   none that was tried",
    without,
    `  600 draws a size, 2 sizes; ${END}`,
    head(4),
    "  d = k:  no size from which on all that were tried are surely enough, 4 is not",
    "  d, k:   none that was tried",
    without,
    `  600 draws a size, 2 sizes; ${END}`,
    "With depth it grows: d = k = 2 is enough at L = 1 and not at L = 3; d = k = 4 is enough at L = 2 and not at L = 4.",
  ]);
  expect(lines).toMatchObject([
    { depth: 1, least: 2, notEnough: null, theorem: null, step: 0.5 },
    { depth: 2, least: 4, notEnough: null, theorem: null, step: null },
    { depth: 3, least: null, notEnough: 2, pairs: [] },
    { depth: 4, least: null, notEnough: 4 },
  ]);
  expect(files["practice.jsonl"]).toEqual(lines);
  expect(files["practice.svg"]).toMatchObject({
    panels: [{ title: "L = 1" }, { title: "L = 2" }, { title: "L = 3" }, { title: "L = 4" }],
  });
});

test("growth is told of deeper networks alone, and of the size itself", () => {
  const [one, two, three] = [
    tried(1, [
      [2, 2, "open"],
      [4, 4, "short"],
      [8, 8, "enough"],
    ]),
    tried(2, [
      [2, 2, "short"],
      [4, 4, "enough"],
      [8, 8, "enough"],
    ]),
    tried(3, [
      [2, 4, "short"],
      [4, 2, "short"],
      [4, 4, "open"],
      [8, 8, "short"],
    ]),
  ];
  const depths = [one, two, three].map(({ plans }, i) => ({ depth: i + 1, plans, asked, step: null }));
  const { text } = practiceFound(
    { depths, gamma: 0.1, seed: "s" },
    new Map([one, two, three].flatMap(({ results }) => results)),
  );
  expect(text.split("\n").at(-1)).toBe("With depth it grows: d = k = 8 is enough at L = 1 and not at L = 3.");
});

test("where no depth is surely short of another's least size, that is said; without results too", () => {
  const [one, two] = [tried(1, [[2, 2, "enough"]]), tried(2, [[2, 2, "open"]])];
  const depths = [one, two].map(({ plans }, i) => ({ depth: i + 1, plans, asked, step: null }));
  const told = "No growth with depth that the draws are sure of.";
  const at = (results: readonly [string, Json][]) =>
    practiceFound({ depths, gamma: 0.1, seed: "s" }, new Map(results)).text.split("\n");
  expect(at([...one.results, ...two.results]).at(-1)).toBe(told);
  expect(at([]).at(-1)).toBe(told);
  expect(at([])[4]).toBe(`  600 draws a size, 0 sizes; ${END}`);
});
