import { DEFAULT_SEED } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { landscapeCommand } from "./landscape-command.js";

const campaign = (options: Readonly<Record<string, string | true>> = {}) =>
  landscapeCommand.campaign({ arguments: [], options, additions: {}, claims: async () => [] });

test("what help says of it", () => {
  expect(landscapeCommand).toEqual({
    name: "landscape",
    about: "f on a plane through x, at the macroscopic, mesoscopic and microscopic scale; a picture a scale with --out",
    arguments: [],
    options: [
      { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable; relu if left out" },
      { name: "d", value: "n", about: "input dimension, 1000 if left out" },
      { name: "k", value: "n", about: "width, 200 if left out" },
      { name: "depth", value: "n", about: "number of hidden layers; 1 if left out" },
      { name: "initialisation", value: "law", about: "fan-in (variance 1/fan-in, as in Section 1) or he (2/fan-in)" },
      { name: "coefficients", value: "law", about: "rademacher or gaussian" },
      { name: "points", value: "n", about: "points to a side; 41 if left out" },
      { name: "seed", value: "seed", about: "any text; the same seed gives the same landscape" },
    ],
    campaign: expect.any(Function),
  });
});

test("unless told otherwise it is of the ReLU at d = 1000, k = 200", async () => {
  const point = { psi: "relu", d: 1000, k: 200, depth: 1, initialisation: "fan-in", coefficients: "rademacher" };
  const { identity, task, jobs } = await campaign();
  expect({ identity, task, jobs }).toEqual({
    identity: { seed: DEFAULT_SEED, point, side: 41 },
    task: "landscape",
    jobs: [
      ["macroscopic", 2 * Math.sqrt(1000)],
      ["mesoscopic", 4],
      ["microscopic", 2 / Math.sqrt(1000)],
    ].map(([key, reach]) => ({
      key,
      payload: { point, seed: DEFAULT_SEED, reach, side: 41, line: 165 },
      // 2 ns a weight and point, of (41² + 165) points and ten weights a neuron.
      seconds: expect.closeTo(2e-9 * 1846 * 2000, 12),
    })),
  });
});

test("it is of what is asked for, and its results come to what is seen", async () => {
  const options = {
    psi: "tanh",
    d: "4",
    k: "6",
    depth: "3",
    initialisation: "he",
    coefficients: "gaussian",
    points: "3",
    seed: "s",
  };
  const point = { psi: "tanh", d: 4, k: 6, depth: 3, initialisation: "he", coefficients: "gaussian" };
  const { identity, jobs, finish } = await campaign(options);
  expect(identity).toEqual({ seed: "s", point, side: 3 });
  expect(jobs[2]).toEqual({
    key: "microscopic",
    payload: { point, seed: "s", reach: 1, side: 3, line: 13 },
    // (3² + 13) points of 10·6 + 2·6² weights
    seconds: expect.closeTo(2e-9 * 22 * 132, 15),
  });
  expect((await finish(new Map([["mesoscopic", { beyond: true }]]))).text).toBe(
    "mesoscopic   ‖δ‖ up to 4, as d and k grow o(√d): f goes beyond doubles, and is not shown",
  );
});

test("options without a text are as if left out", async () => {
  expect((await campaign({ psi: true, seed: true })).identity).toMatchObject({
    seed: DEFAULT_SEED,
    point: { psi: "relu" },
  });
});

describe("sizes", () => {
  test.each([
    [{ d: "3" }],
    [{ d: String(2 ** 53) }],
    [{ k: String(2 ** 25) }],
    // (33 − 1)·1024² = 2^25
    [{ depth: "33", k: "1024" }],
    [{ depth: "1024", k: "1" }],
    [{ points: "3" }],
    [{ points: "201" }],
  ])("%j are looked at", async (options) => {
    const { identity } = await campaign(options);
    const [[name, typed]] = Object.entries(options);
    expect(identity).toMatchObject(name === "points" ? { side: Number(typed) } : { point: { [name]: Number(typed) } });
  });

  test.each([
    [{ d: "2" }, "--d is 2; it must be at least 3, for a direction across x and the gradient"],
    [{ d: "9007199254740994" }, "--d is 9007199254740994; it must be an integer from 1 to 9007199254740992"],
    [{ k: "33554433" }, "--k is 33554433; it must be an integer from 1 to 33554432"],
    [{ depth: "33", k: "1025" }, "--k is 1025 at depth 33; (depth − 1)k² must be at most 2^25"],
    [{ depth: "1025", k: "1" }, "--depth is 1025; it must be an integer from 1 to 1024"],
    [{ points: "2" }, "--points is 2; it must be an integer from 3 to 201"],
    [{ points: "202" }, "--points is 202; it must be an integer from 3 to 201"],
    [{ coefficients: "x" }, "--coefficients is x; it must be rademacher or gaussian"],
  ])("%j are refused", async (options, message) => {
    await expect(campaign(options)).rejects.toThrow(new RangeError(message));
  });

  test("an unknown ψ is refused by the option's name", async () => {
    await expect(campaign({ psi: "no such" })).rejects.toThrow(/^--psi is no such; it must be /);
  });
});
