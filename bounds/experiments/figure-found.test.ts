import type { Json } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { figureCsv } from "./figure-csv.js";
import { foundOf } from "./figure-found.js";
import { figurePanels } from "./figure-panels.js";
import { type FigureName, figureRow } from "./figure-row.js";
import { figureText } from "./figure-text.js";

const psi = resolveActivation("tanh");
// A job of the wide one has 26 samples, the first 3; of the small one all are in one.
const wide = {
  psi: "tanh",
  d: 10,
  k: 1_000_000,
  depth: 1,
  initialisation: "fan-in",
  coefficients: "rademacher",
} as const;
const small = { ...wide, k: 5 };
const plans = [
  { point: wide, networks: 10, inputs: 3, pairs: 1 },
  { point: small, networks: 2, inputs: 2, pairs: 2 },
];

const samples = (count: number, switched: number) => ({
  samples: count,
  switched,
  unresolved: 0,
  eta: switched,
  etaSquared: switched,
  norm: count,
  normSquared: count,
  milliseconds: 1,
});
const pairs = (count: number) => ({ pairs: count, one: 0, both: count, unresolved: 0, milliseconds: 1 });

const label = (k: number) => `tanh L=1 d=10 k=${k} fan-in`;
const RESULTS: readonly (readonly [string, Json])[] = [
  [`${label(5)} samples 0-4`, samples(4, 3)],
  [`${label(1_000_000)} samples 3-29`, samples(26, 20)],
  [`${label(1_000_000)} samples 0-3`, samples(3, 2)],
  [`${label(1_000_000)} samples 29-30`, samples(1, 1)],
  [`${label(1_000_000)} pairs 0-1`, pairs(1)],
];
const found = (figure: FigureName | "all", results: readonly (readonly [string, Json])[]) =>
  foundOf({ figure, plans, seed: "s", psi }, new Map(results));

test("points are in the order of the plans, each of all that is there of it", () => {
  const rows = [
    figureRow("1", plans[0], "s", { samples: [samples(3, 2), samples(26, 20), samples(1, 1)], pairs: [pairs(1)] })!,
    figureRow("1", plans[1], "s", { samples: [samples(4, 3)], pairs: [] })!,
  ];
  expect(rows[0]).toMatchObject({ samples: 30, switched: 23, pairs: 1, seed: "s", k: 1_000_000 });
  expect(found("1", RESULTS)).toEqual({
    text: figureText(["1"], rows),
    lines: rows,
    files: {
      "points.jsonl": rows,
      "figure-1.csv": figureCsv(rows),
      "figure-1.svg": figurePanels("1", rows, psi),
    },
  });
});

test("all figures have one table, and a picture each", () => {
  const { text, files } = found("all", RESULTS);
  expect(Object.keys(files)).toEqual([
    "points.jsonl",
    "figure-all.csv",
    "figure-1.svg",
    "figure-2a.svg",
    "figure-2b.svg",
  ]);
  expect(files["figure-2b.svg"]).toMatchObject({ title: "Figure 2b: ‖∇f(x)‖, over all samples" });
  expect(text).toMatch(/^L=1 d=10 k=1e6 .*switched .*; smallest .*; ‖∇f‖ .*, 30 samples\nL=1 d=10 k=5 .*, 4 samples$/);
});

test("what is no result of a job is left out, and a point without any", () => {
  const [, , [key]] = RESULTS;
  const wrong: readonly (readonly [string, Json])[] = [
    [key, samples(4, 2)],
    [`${label(1_000_000)} pairs 0-1`, pairs(2)],
    [`${label(5)} pairs 0-2`, samples(2, 1)],
    [`${label(5)} samples 0-4`, pairs(4)],
    [`${label(1_000_000)} samples 3-29`, pairs(26)],
    [`${label(1_000_000)} samples 29-30`, samples(1, 1)],
  ];
  expect(found("2a", wrong).lines).toMatchObject([{ figure: "2a", samples: 1, switched: 1, pairs: 0 }]);
  expect(found("2a", [])).toMatchObject({ text: "no point is there yet", lines: [] });
});
