import { afterEach, describe, expect, test } from "vitest";
import type { Row } from "../auditor/row-fields.js";
import { uniform } from "../chance/bits.js";
import { hasMean, type NumericExperiment } from "../chance/has-mean.js";
import { type Experiment, holdsWithProbability } from "../chance/holds-with-probability.js";
import "./index.js";
import { rowWith } from "../auditor/testing/row-with.js";

// The rows here are made up: they are no findings of this run.
afterEach(({ task }) => {
  delete task.meta.lemmacheck;
});

/** Whether an assertion passes, and whether its .not does. */
function passes(assertion: (negated: boolean) => void): readonly [plain: boolean, negated: boolean] {
  const passed = (negated: boolean) => {
    try {
      assertion(negated);
      return true;
    } catch {
      return false;
    }
  };
  return [passed(false), passed(true)];
}

const verdicts: readonly [
  name: string,
  row: Partial<Row>,
  supported: [boolean, boolean],
  refuted: [boolean, boolean],
][] = [
  ["supported", { verdict: "supported" }, [true, false], [false, true]],
  ["supported, vacuous", { verdict: "supported", vacuous: true }, [false, false], [false, true]],
  ["refuted", { verdict: "refuted" }, [false, true], [true, false]],
  ["inconclusive", { verdict: "inconclusive" }, [false, false], [false, false]],
  ["not applicable", { verdict: "not-applicable" }, [false, false], [false, false]],
];

describe("toBeSupported and toBeRefuted", () => {
  test.each(verdicts)("of a row that is %s", (_name, changes, supported, refuted) => {
    const row = rowWith(changes);
    expect(passes((no) => (no ? expect(row).not.toBeSupported() : expect(row).toBeSupported()))).toEqual(supported);
    expect(passes((no) => (no ? expect(row).not.toBeRefuted() : expect(row).toBeRefuted()))).toEqual(refuted);
  });

  test("accept a vacuous row when told to, and no row without a verdict", () => {
    expect(rowWith({ verdict: "supported", vacuous: true })).toBeSupported({ vacuous: true });
    expect(() => expect(rowWith({ verdict: "inconclusive" })).toBeSupported({ vacuous: true })).toThrow();
  });

  test("say what the row rests on, and why a vacuous or undecided one does not pass", () => {
    const row = rowWith({ verdict: "supported", vacuous: true });
    expect(() => expect(row).toBeSupported()).toThrow(
      'toBeSupported: made-up (printed) at {"psi":"tanh","gamma":0.05} is supported, vacuous; expected supported and not vacuous. 3 of 640 draws broke the bound. Failure rate 0.004687, limits [1e-4, 0.03] at alpha = 1e-10. Bound 2, slack 1.5. Seed 1, stream shared. { vacuous: true } would accept it.',
    );
    expect(() => expect(rowWith({ verdict: "inconclusive" })).not.toBeSupported()).toThrow(
      /^not\.toBeSupported: .* is inconclusive; expected refuted\. .* Without a verdict neither toBeSupported nor not\.toBeSupported passes\.$/,
    );
  });

  test("take outcomes of experiments too", async () => {
    const outcome = await holdsWithProbability(() => true, 0.5);
    expect(outcome).toBeSupported();
    expect(outcome).not.toBeRefuted();
    expect(() => expect(outcome).toBeRefuted()).toThrow(/^toBeRefuted: "holds with probability at least 0\.5" is supp/);
    expect(await holdsWithProbability(() => false, 0.5)).toBeRefuted();
    const mean = await hasMean(() => 1, { range: { lower: 0, upper: 1 }, atLeast: 0.5 });
    expect(mean).toBeSupported();
    expect(mean).not.toBeRefuted();
    expect(() => expect(mean).toBeRefuted()).toThrow(/^toBeRefuted: "has mean at least 0\.5" is supp/);
  });

  test("take nothing else, whatever the polarity: a promise that was not awaited, say", () => {
    const promise = Promise.resolve(rowWith({}));
    expect(() => expect(promise).toBeSupported()).toThrow("toBeSupported received [object Promise]; it must be an");
    expect(() => expect(promise).not.toBeSupported()).toThrow("toBeSupported received [object Promise]");
    expect(() => expect(null).not.toBeRefuted()).toThrow("toBeRefuted received null; it must be an");
  });

  test("leave a record of what they saw, with the verdict that was wanted", ({ task }) => {
    const row = rowWith({ verdict: "refuted" });
    expect(row).toBeRefuted();
    expect(row).not.toBeSupported();
    expect(() => expect(row).toBeSupported()).toThrow();
    expect(task.meta.lemmacheck).toMatchObject([
      { subject: "made-up printed", verdict: "refuted", wantsRefuted: true },
      { subject: "made-up printed", verdict: "refuted", wantsRefuted: true },
      { subject: "made-up printed", verdict: "refuted", wantsRefuted: false },
    ]);
  });
});

describe("toHoldWithProbability", () => {
  const coin =
    (p: number): Experiment =>
    (_, random) =>
      uniform(random("coin")) < p;

  test("passes what is supported, and under .not what is refuted", async () => {
    await expect(coin(0.95)).toHoldWithProbability(0.9);
    await expect(coin(0.5)).not.toHoldWithProbability(0.9);
  });

  test("fails the opposite, and says why", async ({ task }) => {
    const seed = "1";
    await expect(expect(coin(0.5)).toHoldWithProbability(0.9, { seed, name: "coin" })).rejects.toThrow(
      /^toHoldWithProbability: "holds with probability at least 0\.9" is refuted; expected supported\. \d+ of 64 draws failed: more than a probability of 0\.9 allows\. Failure rate 0\.\d+, limits \[0\.\d+, 0\.\d+\] at alpha = 1e-10\. Draw \d+ is the first that failed\. Seed 1, name "coin"\. Again: LEMMACHECK_SEED=1 npx vitest run src\/vitest\/matchers\.test\.ts -t '\^toHoldWithProbability fails the opposite, and says why\$'$/,
    );
    await expect(expect(() => true).not.toHoldWithProbability(0.9)).rejects.toThrow(
      /^not\.toHoldWithProbability: .* is supported; expected refuted\. 0 of \d+ draws failed/,
    );
    expect(task.meta.lemmacheck).toMatchObject([
      { subject: "coin", verdict: "refuted", wantsRefuted: false },
      { verdict: "supported", wantsRefuted: true },
    ]);
  });

  test("fails both ways when the draws do not settle it", async () => {
    const note = "Without a verdict neither toHoldWithProbability nor not.toHoldWithProbability passes.";
    await expect(expect(coin(0.95)).toHoldWithProbability(0.9, { draws: 64 })).rejects.toThrow(note);
    await expect(expect(coin(0.95)).not.toHoldWithProbability(0.9, { draws: 64 })).rejects.toThrow(note);
  });

  test("draws by the test's name and the environment's seed, unless told otherwise", async ({ task }) => {
    await expect(() => true).toHoldWithProbability(0.5);
    const [record] = task.meta.lemmacheck ?? [];
    expect(record.subject).toBe(expect.getState().currentTestName);
    expect(record.seed).toBe(process.env.LEMMACHECK_SEED ?? "1");
  });

  test("throws, both ways, on what is no experiment or no probability", async () => {
    expect(() => void expect(0.95).toHoldWithProbability(0.9)).toThrow(
      new RangeError("toHoldWithProbability received 0.95; it must be an experiment, (draw, random) => boolean"),
    );
    await expect(expect(coin(0.5)).not.toHoldWithProbability(1)).rejects.toThrow("probability is 1; it must be in");
    await expect(expect(() => "yes").not.toHoldWithProbability(0.5)).rejects.toThrow("experiment gave yes at draw 0");
  });

  test("cannot be asked inside toEqual, which would not wait for the answer", () => {
    const inside: unknown = Reflect.get(expect.not, "toHoldWithProbability");
    if (typeof inside !== "function") throw new TypeError("vitest has no such asymmetric matcher");
    expect(() => expect({ a: () => true }).toEqual({ a: inside(0.5) })).toThrow("takes time");
  });
});

describe("toHaveMean", () => {
  const range = { lower: 0, upper: 1 };
  const u: NumericExperiment = (_, random) => uniform(random("u"));

  test("passes what is supported, and under .not what is refuted", async () => {
    await expect(u).toHaveMean({ range, atMost: 0.6 });
    await expect(u).toHaveMean({ range, atLeast: 0.4 });
    await expect(u).not.toHaveMean({ range, atMost: 0.4 });
    await expect(u).not.toHaveMean({ secondMoment: 1 / 3, atLeast: 0.57 });
  });

  test("fails the opposite, and says why", async ({ task }) => {
    const known = { range, seed: "1", name: "u" };
    await expect(expect(u).toHaveMean({ ...known, atMost: 0.2 })).rejects.toThrow(
      /^toHaveMean: "has mean at most 0\.2" is refuted; expected supported\. 64 draws have mean 0\.\d+: higher than a true mean of at most 0\.2 allows\. Limits \[0\.\d+, 0\.\d+\] at alpha = 1e-10\. Seed 1, name "u"\. Again: LEMMACHECK_SEED=1 npx vitest run \S+ -t '.*'$/,
    );
    await expect(expect(u).not.toHaveMean({ ...known, atLeast: 0.2 })).rejects.toThrow(
      /^not\.toHaveMean: "has mean at least 0\.2" is supported; expected refuted\. 64 draws have/,
    );
    expect(task.meta.lemmacheck).toMatchObject([
      { subject: "u", verdict: "refuted", wantsRefuted: false, failureRate: null, alpha: 1e-10 },
      { subject: "u", verdict: "supported", wantsRefuted: true },
    ]);
  });

  test("fails both ways when the draws do not settle it", async () => {
    const note = "Without a verdict neither toHaveMean nor not.toHaveMean passes.";
    await expect(expect(u).toHaveMean({ range, atMost: 0.51, draws: 64 })).rejects.toThrow(note);
    await expect(expect(u).not.toHaveMean({ range, atMost: 0.51, draws: 64 })).rejects.toThrow(note);
  });

  test("draws by the test's name and the environment's seed, unless told otherwise", async ({ task }) => {
    await expect(u).toHaveMean({ range, atMost: 0.9 });
    const [record] = task.meta.lemmacheck ?? [];
    expect(record.subject).toBe(expect.getState().currentTestName);
    expect(record.seed).toBe(process.env.LEMMACHECK_SEED ?? "1");
  });

  test("throws, both ways, on what is no experiment, leaves its range or asks nothing", async () => {
    expect(() => void expect(0.95).toHaveMean({ range, atMost: 0.9 })).toThrow(
      new RangeError("toHaveMean received 0.95; it must be an experiment, (draw, random) => number"),
    );
    await expect(expect(() => 2).not.toHaveMean({ range, atMost: 0.5 })).rejects.toThrow("observation is 2 at draw 0");
    // @ts-expect-error nothing is claimed
    await expect(expect(u).not.toHaveMean({ range })).rejects.toThrow("exactly one of atMost and atLeast");
  });
});
