import { expect, test } from "vitest";
import { exactLines, exactly } from "../src/numbers/testing/exactly.js";
import { FIGURE_SCHEMA } from "./experiments/figure-row.js";
import { claims } from "./index.js";
import { paper } from "./paper.js";
import { parameters } from "./parameters.js";

// Pinned to the last bit: what the paper says of itself.
test("the paper's texts, sections, errata, commands and examples", () => {
  const { parameters: _, claims: __, commands, tasks, panels, ...rest } = paper;
  const names = [commands?.map(({ name }) => name), Object.keys(tasks ?? {}), panels?.map(({ name }) => name)];
  expect(exactLines([names, ...Object.entries(rest).map(([name, value]) => [name, value])])).toMatchSnapshot();
});

test("what the paper imports when it is asked is there", async () => {
  expect(await paper.claims()).toBe(claims);
  expect((await paper.maps?.([]))?.map(({ claims: of }) => of?.length)).toEqual([1, 1, 11]);
  expect(await paper.readsRecord({})).toBe(false);
  for (const task of Object.values(paper.tasks ?? {})) expect(typeof (await task()).run).toBe("function");
});

test("reports read points of figures and lines of `practice`, and nothing else", async () => {
  const line = {
    schema: 1,
    psi: "tanh",
    gamma: 0.1,
    depth: 1,
    coefficients: "rademacher",
    initialisation: "he",
    pairs: [],
  };
  expect(await paper.readsRecord({ ...line, least: null })).toBe(true);
  const texts = { psi: "relu", initialisation: "he", coefficients: "rademacher", figure: "1" };
  const numbers = { d: 1, k: 1, depth: 1, samples: 1, switched: 1, fraction: 1, fractionLower: 0, fractionUpper: 1 };
  const none = {
    fractionDeviation: null,
    etaMean: null,
    etaDeviation: null,
    gradientNormMean: null,
    gradientNormDeviation: null,
  };
  expect(await paper.readsRecord({ schema: FIGURE_SCHEMA, ...texts, ...numbers, ...none })).toBe(true);
  expect(await Promise.all([line, {}, null, 3].map((x) => paper.readsRecord(x)))).toEqual([false, false, false, false]);
});

test("parameters: names, symbols, what they are, and what they may be", () => {
  const tried = [
    -1,
    0,
    1e-300,
    0.5,
    0.99,
    1,
    1.5,
    2,
    5,
    6,
    1000,
    1001,
    2 ** 53,
    2 ** 54,
    1e300,
    Infinity,
    "",
    "he",
    "tanh",
  ];
  const found = parameters.map(({ name, symbol, about, domain, usual, size, examples }) => [
    [name, symbol, about, domain.mustBe, usual.mustBe, size],
    examples,
    tried.filter((x) => domain.has(x)),
    tried.filter((x) => usual.has(x)),
  ]);
  expect(found.map(([[name]]) => exactly(name))).toHaveLength(new Set(parameters.map(({ name }) => name)).size);
  expect(exactLines(found)).toMatchSnapshot();
});
