import { DEFAULT_SEED } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { jobsOf } from "../experiments/figure-jobs.js";
import { practicePlans } from "../experiments/practice-plans.js";
import { practiceCommand } from "./practice-command.js";

const campaign = (options: Readonly<Record<string, string | true>>, own: unknown[] = []) =>
  practiceCommand.campaign({ arguments: [], options, additions: { psi: own }, claims: async () => [] });
/** The lines of a campaign of which nothing is there yet. */
const linesOf = async (options: Readonly<Record<string, string>>, own: unknown[] = []) =>
  (await (await campaign({ most: "1", ...options }, own)).finish(new Map())).lines;
const textOf = async (options: Readonly<Record<string, string>>, own: unknown[] = []) =>
  (await (await campaign({ most: "1", ...options }, own)).finish(new Map())).text;
const laws = { psi: "relu", initialisation: "fan-in", coefficients: "rademacher" } as const;

test("what help says of it", () => {
  expect(practiceCommand).toEqual({
    name: "practice",
    about:
      "the least d and k at which one step flips the sign with probability 1 − γ, beside what the theorem asks for",
    arguments: [],
    options: [
      { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable; relu if left out" },
      { name: "gamma", value: "gamma", about: "how often it may fail, from 0.0001 on" },
      { name: "depth", value: "list", about: "numbers of hidden layers; 1 if left out" },
      { name: "initialisation", value: "law", about: "fan-in (variance 1/fan-in, as in Section 1) or he (2/fan-in)" },
      { name: "coefficients", value: "law", about: "rademacher or gaussian" },
      { name: "most", value: "n", about: "the largest d and k to try; 1024 if left out" },
      { name: "seed", value: "seed", about: "any text; the same seed gives the same answer" },
    ],
    campaign: expect.any(Function),
  });
});

test("unless told otherwise it tries the ReLU of one layer up to 1024", async () => {
  const plans = practicePlans({ ...laws, depth: 1 }, 0.25, 1024);
  const { identity, task, jobs } = await campaign({ gamma: "0.25" });
  expect({ identity, task, jobs }).toEqual({
    identity: {
      seed: DEFAULT_SEED,
      gamma: 0.25,
      most: 1024,
      depths: [1],
      point: { ...laws, depth: 1, d: 1, k: 1 },
    },
    task: "figure",
    jobs: jobsOf(plans, DEFAULT_SEED),
  });
});

test("it tries what is asked for, depths in their order", async () => {
  const options = {
    psi: "tanh",
    gamma: "0.5",
    depth: "3,1",
    initialisation: "he",
    coefficients: "gaussian",
    most: "2",
    seed: "s",
  };
  const own = { psi: "tanh", initialisation: "he", coefficients: "gaussian" } as const;
  const { identity, jobs, finish } = await campaign(options);
  expect(identity).toEqual({
    seed: "s",
    gamma: 0.5,
    most: 2,
    depths: [1, 3],
    point: { ...own, depth: 1, d: 1, k: 1 },
  });
  expect(jobs).toEqual(
    jobsOf(
      [1, 3].flatMap((depth) => practicePlans({ ...own, depth }, 0.5, 2)),
      "s",
    ),
  );
  expect((await finish(new Map())).lines).toMatchObject([
    { ...own, depth: 1, gamma: 0.5, draws: 120, seed: "s" },
    { ...own, depth: 3, theorem: null },
  ]);
});

test("options without a text are as if left out", async () => {
  const { identity } = await campaign({ psi: true, seed: true, gamma: "0.5", most: "1" });
  expect(identity).toMatchObject({ seed: DEFAULT_SEED, point: { psi: "relu" } });
});

describe("what the theorem asks for", () => {
  const root = Math.sqrt(Math.log(10));

  test("is Theorem 2 for the ReLU, whose C₄ is 128", async () => {
    const [{ theorem, step }] = JSON.parse(JSON.stringify(await linesOf({ gamma: "0.1" })));
    // 10^45.6 and 10^35.9: Case 1 of `constants theorem-2`.
    expect(theorem).toEqual({
      theorem: "Theorem 2",
      log10k: expect.closeTo(45.641475502, 6),
      log10d: expect.closeTo(35.932630399, 6),
      step: expect.closeTo(128 * root, 10),
    });
    // √½ times the N that |N| exceeds with probability 0.1.
    expect(step).toBeCloseTo(Math.SQRT1_2 * 1.6448536269514722, 9);
  });

  test("is Theorem 1 for a smooth ψ, whose C₃ is 32/c_ψ²", async () => {
    const [{ theorem }] = JSON.parse(JSON.stringify(await linesOf({ gamma: "0.1", psi: "tanh" })));
    expect(theorem).toEqual({
      theorem: "Theorem 1",
      log10k: expect.closeTo(Math.log10(16308855939), 9),
      log10d: expect.closeTo(Math.log10(97030522327), 9),
      step: expect.closeTo((32 / 0.46440290244826826) * root, 9),
    });
  });

  test("is nothing beyond one layer, nor where the theorem says nothing", async () => {
    expect(await textOf({ gamma: "0.1", depth: "2" })).toContain(
      "  no theorem to compare with: the theorems are about one hidden layer, and L is 2\n",
    );
    expect(await textOf({ gamma: "0.6" })).toContain(
      "  no theorem to compare with: --gamma is 0.6; it must be at most 0.5 for theorem-2, whose constants hold for such γ\n",
    );
    expect(await textOf({ gamma: "0.1", psi: "leaky-relu" })).toMatch(
      /^ {2}no theorem to compare with: --psi is leaky-relu; it must be an activation that Theorem 1 is about: .+$/m,
    );
  });

  test("hides no error but a refusal", async () => {
    const broken = {
      ...resolveActivation("tanh"),
      id: "broken",
      get gaussian(): never {
        throw new TypeError("no moments");
      },
    };
    await expect(campaign({ gamma: "0.1", most: "1", psi: "broken" }, [broken])).rejects.toThrow(
      new TypeError("no moments"),
    );
  });
});

test("the step that is enough as sizes grow is that of the initialisation; without a limit there is none", async () => {
  const stepOf = async (options: Readonly<Record<string, string>>, own: unknown[] = []) =>
    JSON.parse(JSON.stringify(await linesOf({ gamma: "0.1", depth: "3", ...options }, own)))[0].step;
  // √Var f = √(½(g/2)²), g = 1 or 2.
  expect(await stepOf({})).toBeCloseTo(Math.SQRT1_2 * 0.5 * 1.6448536269514722, 9);
  expect(await stepOf({ initialisation: "he" })).toBeCloseTo(Math.SQRT1_2 * 1.6448536269514722, 9);
  const zero = { ...resolveActivation("tanh"), id: "zero", value: () => 0, derivative: () => 0 };
  expect(await stepOf({ psi: "zero" }, [zero])).toBeNull();
});

describe("options", () => {
  test.each([
    [{ gamma: "0.0001" }, { gamma: 1e-4 }],
    [{ gamma: " 0.5 " }, { gamma: 0.5 }],
    [{ gamma: "0.9999999" }, { gamma: 0.9999999 }],
    [{ gamma: "0.9", most: "1048576" }, { most: 2 ** 20 }],
    [{ gamma: "0.9", depth: "1024" }, { depths: [1024] }],
  ])("%j are taken", async (options, identity) => {
    expect((await campaign({ most: "1", ...options })).identity).toMatchObject(identity);
  });

  const gammas = (typed: string) => `--gamma is ${typed}; it must be a number in [0.0001, 1)`;
  test.each([
    [{}, "--gamma is missing; it must be given: a number in (0, 1)"],
    [{ gamma: "" }, gammas("")],
    [{ gamma: " " }, gammas(" ")],
    [{ gamma: "x" }, gammas("x")],
    [{ gamma: "0.00009999" }, gammas("0.00009999")],
    [{ gamma: "0" }, gammas("0")],
    [{ gamma: "1" }, gammas("1")],
    [{ gamma: "0.5", most: "1048577" }, "--most is 1048577; it must be an integer from 1 to 1048576"],
    [{ gamma: "0.5", depth: "1025" }, '--depth has "1025"; it must be a list of integers from 1 to 2^10'],
    [{ gamma: "0.5", initialisation: "x" }, "--initialisation is x; it must be fan-in or he"],
  ])("%j are refused", async (options, message) => {
    await expect(campaign(options)).rejects.toThrow(new RangeError(message));
  });

  test("more jobs than can be listed are refused, an unknown ψ by the option's name", async () => {
    await expect(campaign({ gamma: "1e-4", most: "1048576" })).rejects.toThrow(
      /^--gamma, --most and --depth make about \d+ jobs; they must make at most 500000$/,
    );
    await expect(campaign({ gamma: "0.5", psi: "no such" })).rejects.toThrow(/^--psi is no such; it must be /);
  });
});
