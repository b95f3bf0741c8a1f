import { describe, expect, test } from "vitest";

import { uniform } from "./bits.js";
import { hasMean, type NumericExperiment } from "./has-mean.js";
import { normal } from "./normal.js";
import { keyedStreams } from "./streams.js";

const UNIT = { lower: 0, upper: 1 };

/** Uniform on an interval of length 1 about `mean`. */
const about =
  (mean: number): NumericExperiment =>
  (_, random) =>
    mean - 0.5 + uniform(random("u"));

describe("hasMean", () => {
  // Each verdict below is wrong with probability at most 1e-10; that there is one within 65536 draws is the test's power.
  test("supports what is true and refutes what is false, with limits on either side of the truth", async () => {
    const supported = await hasMean(about(0.5), { range: UNIT, atMost: 0.55 });
    expect(supported).toMatchObject({ verdict: "supported", relation: "<=", bound: 0.55, alpha: 1e-10, seed: "1" });
    expect(supported.meanLower).toBeLessThan(0.5);
    expect(supported.meanUpper).toBeGreaterThan(0.5);
    expect(supported.meanUpper).toBeLessThan(0.55);
    const refuted = await hasMean(about(0.5), { range: UNIT, atMost: 0.45 });
    expect(refuted.verdict).toBe("refuted");
    expect(refuted.meanLower).toBeGreaterThan(0.45);
    expect(refuted.reason).toMatch(/^\d+ draws have mean 0\.\d+: higher than a true mean of at most 0\.45 allows$/);
  });

  test("tells the middle of what the mean of the draws may be, where that is narrow beside the limits", async () => {
    const at = { range: { lower: -1, upper: 1 }, atMost: -0.2, draws: 64 };
    const narrow = await hasMean(() => ({ lower: -0.2005, upper: -0.1995 }), at);
    expect(narrow.mean).toBeCloseTo(-0.2, 12);
    expect((await hasMean(() => ({ lower: -0.25, upper: -0.15 }), at)).mean).toBeNull();
  });

  test("takes claims of the other direction", async () => {
    const supported = await hasMean(about(0.5), { range: UNIT, atLeast: 0.45 });
    expect(supported).toMatchObject({ verdict: "supported", relation: ">=", bound: 0.45 });
    expect(supported.reason).toMatch(/: higher than a true mean below 0\.45 allows$/);
    const refuted = await hasMean(about(0.5), { range: UNIT, atLeast: 0.55 });
    expect(refuted.verdict).toBe("refuted");
    expect(refuted.reason).toMatch(/: lower than a true mean of at least 0\.55 allows$/);
  });

  test("needs no range where a second moment is known", async () => {
    const shifted: NumericExperiment = (_, random) => 0.25 + normal(random("z"));
    const options = { secondMoment: 1 + 0.25 ** 2 };
    expect(await hasMean(shifted, { ...options, atMost: 0 })).toMatchObject({ verdict: "refuted" });
    expect(await hasMean(shifted, { ...options, atMost: 0.5 })).toMatchObject({ verdict: "supported" });
  });

  test("stops at the first look that knows", async () => {
    const always = await hasMean(() => 1, { range: UNIT, atMost: 0.5 });
    expect(always).toMatchObject({ verdict: "refuted", draws: 64, mean: 1 });
    expect((await hasMean(about(0.5), { range: UNIT, atMost: 0.4 })).draws % 64).toBe(0);
    // The range itself makes it sure.
    expect(await hasMean(() => Promise.resolve(1), { range: UNIT, atMost: 1 })).toMatchObject({
      verdict: "supported",
      draws: 64,
      meanUpper: 1,
    });
  });

  test("leaves open what the draws do not settle, and says about how many would", async () => {
    const outcome = await hasMean((draw) => (draw % 5) / 4, { range: UNIT, atMost: 0.55, draws: 100 });
    expect(outcome).toMatchObject({ verdict: "inconclusive", draws: 100, mean: 0.5 });
    const [, advised] =
      /^100 draws have mean 0\.5, which does not settle a true mean of at most 0\.55 at alpha = 1e-10; if they go on like that, about (\d+) would$/.exec(
        outcome.reason,
      ) ?? [];
    const settled = await hasMean((draw) => (draw % 5) / 4, { range: UNIT, atMost: 0.55, draws: Number(advised) });
    expect(settled.verdict).toBe("supported");
    expect(settled.draws).toBeGreaterThan(0.9 * Number(advised));
    // Exactly the mean that is claimed: nothing settles it.
    const even = await hasMean((draw) => draw % 2, { range: UNIT, atMost: 0.5, draws: 128 });
    expect(even.reason).toBe(
      "128 draws have mean 0.5, which does not settle a true mean of at most 0.5 at alpha = 1e-10",
    );
  });

  test("takes intervals: lower ends can refute, upper ends can support, and what is between is left open", async () => {
    const within: NumericExperiment = (draw) => ({ lower: 0.4 + (draw % 2) / 10, upper: 0.7 });
    const ask = (claim: { atMost: number } | { atLeast: number }) =>
      hasMean(within, { range: UNIT, draws: 2048, ...claim });
    expect(await ask({ atMost: 0.3 })).toMatchObject({ verdict: "refuted" });
    expect(await ask({ atMost: 0.8 })).toMatchObject({ verdict: "supported" });
    const open = await ask({ atMost: 0.6 });
    expect(open).toMatchObject({ verdict: "inconclusive", draws: 2048, mean: null });
    expect(open.reason).toMatch(/^2048 draws have mean between 0\.45 and 0\.7, which does not settle/);
    // Rounding is no matter.
    expect((await hasMean(() => ({ lower: 0.5, upper: 0.5 + 1e-12 }), { range: UNIT, atMost: 0.9 })).mean).toBeCloseTo(
      0.5,
      11,
    );
  });

  test("draws the same for the same seed and name, and lets a draw replay", async () => {
    const record = async (seed: string, name?: string) => {
      const seen: number[] = [];
      const experiment: NumericExperiment = (_, random) => {
        const x = uniform(random("u"));
        seen.push(x);
        return x;
      };
      return { seen, outcome: await hasMean(experiment, { range: UNIT, atMost: 0.8, seed, name }) };
    };
    const first = await record("a", "u");
    expect(await record("a", "u")).toEqual(first);
    expect((await record("b", "u")).seen).not.toEqual(first.seen);
    expect((await record("a")).seen).not.toEqual(first.seen);
    expect(first.seen[7]).toBe(uniform(keyedStreams({ seed: "a", sampler: "u", parameters: {} })(7)("u")));
  });

  test("gives timers their turn, and ends with the signal's reason", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 5);
    const options = { range: UNIT, atMost: 0.5, draws: 1e9, signal: controller.signal };
    await expect(hasMean((draw) => draw % 2, options)).rejects.toThrow("enough");
    await expect(hasMean(() => 1, { ...options, signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  });

  test("passes on what the experiment throws", async () => {
    const broken = () => {
      throw new Error("no such file");
    };
    await expect(hasMean(broken, { range: UNIT, atMost: 0.5 })).rejects.toThrow("no such file");
  });

  test("says what is wrong with its arguments", async () => {
    const ask = (options: object, x = 0.5) => {
      const all: object = { range: UNIT, atMost: 0.5, ...options };
      // @ts-expect-error whatever a caller without types may hand over
      return hasMean(() => x, all);
    };
    await expect(ask({ alpha: 1 })).rejects.toThrow(new RangeError("alpha is 1; it must be in (0, 1)"));
    await expect(ask({ draws: 0.5 })).rejects.toThrow(
      new RangeError("draws is 0.5; it must be an integer from 1 to 2^53 - 1"),
    );
    await expect(ask({ atMost: Number.NaN })).rejects.toThrow(
      new RangeError("atMost is NaN; it must be a finite number"),
    );
    await expect(ask({ atMost: undefined, atLeast: Infinity })).rejects.toThrow("atLeast is Infinity");
    for (const both of [{ atLeast: 0.1 }, { atMost: undefined }])
      await expect(ask(both)).rejects.toThrow(new RangeError("exactly one of atMost and atLeast must be given"));
    for (const model of [{ secondMoment: 1 }, { range: undefined }])
      await expect(ask(model)).rejects.toThrow(new RangeError("exactly one of range and secondMoment must be given"));
    await expect(ask({ range: { lower: 2, upper: 1 } })).rejects.toThrow("range is from 2 to 1; lower must be below");
    await expect(ask({}, Number.NaN)).rejects.toThrow(
      new RangeError(
        "observation is NaN at draw 0; it must be a number in the range [0, 1], or { lower, upper } that meet it",
      ),
    );
    await expect(ask({}, 1.25)).rejects.toThrow(
      "observation is 1.25 at draw 0; it must be a number in the range [0, 1]",
    );
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("outcomes whole, with what is refused", async () => {
  const range = { lower: 0, upper: 1 };
  const steady = (x: number) => () => x;
  const run = async (experiment: Parameters<typeof hasMean>[0], options: object) => {
    try {
      // @ts-expect-error whatever options a case has
      return await hasMean(experiment, options);
    } catch (error) {
      return String(error);
    }
  };
  const cases = [
    run(steady(0.25), { range, atMost: 0.5 }),
    run(steady(0.25), { range, atLeast: 0.5 }),
    run(steady(0.75), { range, atLeast: 0.5, draws: 30, name: "few", seed: "7", alpha: 0.01 }),
    run(() => ({ lower: 0, upper: 1 }), { range, atMost: 0.5, draws: 3 }),
    run((_, random) => (random("x")() > 0 ? 1 : 0), {
      secondMoment: 1,
      atMost: 0.4,
      draws: 100,
      alpha: 0.2,
      atOnce: 4,
    }),
    run(steady(2), { range, atMost: 0.5 }),
    run(steady(0), { range }),
    run(steady(0), { range, atMost: 0.5, alpha: 1 }),
    run(steady(0), { range, atMost: 0.5, draws: 0 }),
  ];
  expect(await Promise.all(cases)).toMatchSnapshot();
});
