import { DEFAULT_SEED } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { CAMPAIGN_GRID, SMALL_GRID } from "../experiments/figure-grid.js";
import { jobsOf } from "../experiments/figure-jobs.js";
import { plansOf } from "../experiments/figure-plans.js";
import { figureCommand } from "./figure-command.js";

const lists = { d: null, k: null, depth: null };
const laws = { psi: "relu", initialisation: "fan-in", coefficients: "rademacher" } as const;
const campaign = (figure: string, options: Readonly<Record<string, string | true>> = {}, own: unknown[] = []) =>
  figureCommand.campaign({ arguments: [figure], options, additions: { psi: own }, claims: async () => [] });

test("what help says of it", () => {
  expect(figureCommand).toEqual({
    name: "figure",
    about:
      "the figures of Section 4, drawn anew: over d, k and depth, how often a step flips the sign, and how long it is",
    arguments: [
      {
        name: "FIGURE",
        about: "1: the fraction switched; 2a: the smallest η that switches; 2b: the gradient's norm; all: all of them",
      },
    ],
    options: [
      { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable; relu if left out" },
      { name: "d", value: "list", about: "input dimensions; with --k and --depth in place of those of --grid" },
      { name: "k", value: "list", about: "widths" },
      { name: "depth", value: "list", about: "numbers of hidden layers" },
      { name: "initialisation", value: "law", about: "fan-in (variance 1/fan-in, as in Section 1) or he (2/fan-in)" },
      { name: "coefficients", value: "law", about: "rademacher or gaussian" },
      { name: "networks", value: "n", about: "networks a point; 100 if left out, or as --grid says" },
      { name: "inputs", value: "n", about: "inputs a network; 100 if left out" },
      { name: "seed", value: "seed", about: "any text; the same seed gives the same points" },
      {
        name: "grid",
        value: "name",
        about: "small, of minutes, or campaign, the committed one, of hours; small if left out",
      },
    ],
    campaign: expect.any(Function),
  });
});

test("unless told otherwise it draws the small grid of the ReLU", async () => {
  const plans = plansOf(SMALL_GRID, lists, { networks: null, inputs: null }, laws);
  const { identity, task, jobs } = await campaign("1");
  expect({ identity, task, jobs }).toEqual({
    identity: { seed: DEFAULT_SEED, plans },
    task: "figure",
    jobs: jobsOf(plans, DEFAULT_SEED),
  });
});

test("the committed grid is there by name, of which the numbers of pairs are no part of the identity", async () => {
  const plans = plansOf(CAMPAIGN_GRID, lists, { networks: null, inputs: null }, laws);
  const { identity, jobs } = await campaign("1", { grid: "campaign" });
  expect(identity).toEqual({
    seed: DEFAULT_SEED,
    plans: plans.map(({ point, networks, inputs }) => ({ point, networks, inputs })),
  });
  expect(jobs).toEqual(jobsOf(plans, DEFAULT_SEED));
});

test("it draws what is asked for, and a config's own ψ", async () => {
  const options = {
    psi: "mine",
    d: "4,5",
    k: "6",
    depth: "2",
    initialisation: "he",
    coefficients: "gaussian",
    networks: "3",
    inputs: "2",
    seed: "s",
    grid: "small",
  };
  const own = { ...resolveActivation("tanh"), id: "mine" };
  const { identity, jobs, finish } = await campaign("2a", options, [own]);
  const point = { psi: "mine", k: 6, depth: 2, initialisation: "he", coefficients: "gaussian" };
  expect(identity).toEqual({
    seed: "s",
    plans: [4, 5].map((d) => ({ point: { ...point, d }, networks: 3, inputs: 2 })),
  });
  expect(jobs.map(({ key }) => key)).toEqual(
    ["samples 0-6", "pairs 0-24"].flatMap((range) => [4, 5].map((d) => `mine L=2 d=${d} k=6 he gaussian ${range}`)),
  );
  const samples = {
    samples: 6,
    switched: 3,
    unresolved: 0,
    eta: 6,
    etaSquared: 12,
    norm: 6,
    normSquared: 6,
    milliseconds: 1,
  };
  const found = await finish(new Map([[jobs[1].key, samples]]));
  expect(found).toMatchObject({
    text: "L=2 d=5 k=6                  smallest |η| 2 ± 0, 6 samples",
    lines: [{ figure: "2a", psi: "mine", d: 5, seed: "s" }],
    files: { "figure-2a.svg": { caption: [expect.stringMatching(/^mine, /), expect.any(String)] } },
  });
});

test("networks and inputs that are left out are those of the grid", async () => {
  const counts = async (options: Readonly<Record<string, string>>) => {
    const { identity } = await campaign("1", options);
    return JSON.stringify(identity).match(/"networks":\d+,"inputs":\d+/)?.[0];
  };
  expect(await counts({ networks: "7" })).toBe('"networks":7,"inputs":100');
  expect(await counts({ inputs: "7" })).toBe('"networks":10,"inputs":7');
});

test("options without a text are as if left out", async () => {
  const { identity } = await campaign("all", { psi: true, seed: true, d: "3", k: "4", depth: "1" });
  expect(identity).toMatchObject({ seed: DEFAULT_SEED, plans: [{ point: { psi: "relu" }, networks: 100 }] });
});

describe("figures and sizes", () => {
  const one = { d: "1", k: "1", depth: "1", networks: "1", inputs: "1" };

  test.each([
    ["1", one],
    ["2a", one],
    ["2b", one],
    ["all", one],
    ["1", { ...one, d: String(2 ** 53) }],
    ["1", { ...one, k: String(2 ** 30) }],
    ["1", { ...one, depth: String(2 ** 10) }],
    ["1", { ...one, networks: "1000000" }],
    ["1", { ...one, inputs: "1e6" }],
  ])("figure %s %j is drawn", async (figure, options) => {
    expect((await campaign(figure, options)).identity).toMatchObject({ plans: [{}] });
  });

  test.each([
    ["3", one, "FIGURE is 3; it must be 1, 2a, 2b, all"],
    [
      "1",
      { ...one, d: "9007199254740994" },
      '--d has "9007199254740994"; it must be a list of integers from 1 to 2^53',
    ],
    ["1", { ...one, k: "1073741825" }, '--k has "1073741825"; it must be a list of integers from 1 to 2^30'],
    ["1", { ...one, depth: "1025" }, '--depth has "1025"; it must be a list of integers from 1 to 2^10'],
    ["1", { ...one, networks: "1000001" }, "--networks is 1000001; it must be an integer from 1 to 1000000"],
    ["1", { ...one, networks: "0" }, "--networks is 0; it must be an integer from 1 to 1000000"],
    ["1", { ...one, inputs: "1000001" }, "--inputs is 1000001; it must be an integer from 1 to 1000000"],
    ["1", { ...one, inputs: "0" }, "--inputs is 0; it must be an integer from 1 to 1000000"],
    ["1", { ...one, grid: "huge" }, "--grid is huge; it must be small or campaign"],
    ["1", { ...one, initialisation: "x" }, "--initialisation is x; it must be fan-in or he"],
    ["1", { ...one, coefficients: "x" }, "--coefficients is x; it must be rademacher or gaussian"],
    [
      "1",
      { ...one, depth: "1024", networks: "1e6" },
      "--networks, --inputs and sizes make about 1000000 jobs; they must make at most 500000",
    ],
  ])("figure %s %j is refused", async (figure, options, message) => {
    await expect(campaign(figure, options)).rejects.toThrow(new RangeError(message));
  });

  test("an unknown ψ is refused by the option's name", async () => {
    await expect(campaign("1", { ...one, psi: "no such" })).rejects.toThrow(/^--psi is no such; it must be /);
  });
});
