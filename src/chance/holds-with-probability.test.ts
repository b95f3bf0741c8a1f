import { describe, expect, test } from "vitest";

import { uniform } from "./bits.js";
import { drawsNeeded } from "./draws-needed.js";
import { type Experiment, holdsWithProbability } from "./holds-with-probability.js";
import { keyedStreams } from "./streams.js";

/** Holds with probability p. */
const coin =
  (p: number): Experiment =>
  (_, random) =>
    uniform(random("coin")) < p;

describe("holdsWithProbability", () => {
  // Each verdict below is wrong with probability at most 1e-10, and drawsNeeded leaves 1e-10 for none at all.
  const cap = (gamma: number, p: number) =>
    drawsNeeded({ gamma, failureProbability: p, alpha: 1e-10, power: 1 - 2e-10 });

  test("supports what is true and refutes what is false, with limits on either side of the truth", async () => {
    const draws = cap(1 - 0.9, 0.05);
    const supported = await holdsWithProbability(coin(0.95), 0.9, { draws });
    expect(supported).toMatchObject({ verdict: "supported", probability: 0.9, alpha: 1e-10, seed: "1" });
    expect(supported.failureLower).toBeLessThan(0.05);
    expect(supported.failureUpper).toBeGreaterThan(0.05);
    expect(supported.failureUpper).toBeLessThan(0.1);
    const refuted = await holdsWithProbability(coin(0.8), 0.9, { draws: cap(1 - 0.9, 0.2) });
    expect(refuted.verdict).toBe("refuted");
    expect(refuted.failureLower).toBeGreaterThan(0.1);
    expect(refuted.reason).toBe(
      `${refuted.failures} of ${refuted.draws} draws failed: more than a probability of 0.9 allows`,
    );
  });

  test("stops at the first look that knows", async () => {
    const gamma = 1 - 0.95;
    const always = await holdsWithProbability(() => true, 0.95);
    expect(always).toMatchObject({ draws: drawsNeeded({ gamma, failureProbability: 0 }), failures: 0 });
    expect(always.firstFailure).toBeNull();
    const never = await holdsWithProbability(() => Promise.resolve(false), 0.95);
    expect(never).toMatchObject({ verdict: "refuted", draws: 64, failures: 64, firstFailure: 0 });
  });

  test("leaves open what the draws do not settle, and says how many would", async () => {
    const outcome = await holdsWithProbability((draw) => draw % 20 !== 7, 0.9, { draws: 100 });
    expect(outcome).toMatchObject({ verdict: "inconclusive", draws: 100, failures: 5, firstFailure: 7 });
    const needed = drawsNeeded({ gamma: 1 - 0.9, failureProbability: 0.05, power: 0.9 });
    expect(outcome.reason).toBe(
      `5 of 100 draws failed, which does not settle a probability of 0.9 at alpha = 1e-10; if that is the true rate, ${needed} draws would`,
    );
    // Exactly the rate allowed: nothing settles it.
    const even = await holdsWithProbability((draw) => draw % 2 === 0, 0.5, { draws: 128 });
    expect(even.reason).toBe("64 of 128 draws failed, which does not settle a probability of 0.5 at alpha = 1e-10");
  });

  test("draws the same for the same seed and name, and lets a failing draw replay", async () => {
    const ask = (seed: string, name?: string) => holdsWithProbability(coin(0.7), 0.5, { seed, name });
    const first = await ask("a", "coin");
    expect(await ask("a", "coin")).toEqual(first);
    expect(first.firstFailure).not.toBeNull();
    const draw = first.firstFailure!;
    expect(coin(0.7)(draw, keyedStreams({ seed: "a", sampler: "coin", parameters: {} })(draw))).toBe(false);
    const record = async (seed: string, name: string) => {
      const seen: number[] = [];
      await holdsWithProbability((_, random) => seen.push(uniform(random("u"))) > 0, 0.5, { seed, name });
      return seen;
    };
    expect(await record("b", "coin")).not.toEqual(await record("a", "coin"));
    expect(await record("a", "other")).not.toEqual(await record("a", "coin"));
  });

  test("gives timers their turn, and ends with the signal's reason", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 5);
    const endless = holdsWithProbability((draw) => draw % 2 === 0, 0.5, { draws: 1e9, signal: controller.signal });
    await expect(endless).rejects.toThrow("enough");
    await expect(holdsWithProbability(() => true, 0.5, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  });

  test("passes on what the experiment throws", async () => {
    const broken = () => {
      throw new Error("no such file");
    };
    await expect(holdsWithProbability(broken, 0.5)).rejects.toThrow("no such file");
  });

  test("says what is wrong with its arguments", async () => {
    const ask = (probability: number, options = {}) => holdsWithProbability(() => true, probability, options);
    await expect(ask(1)).rejects.toThrow(new RangeError("probability is 1; it must be in [2^-53, 1)"));
    await expect(ask(0)).rejects.toThrow(new RangeError("probability is 0; it must be in [2^-53, 1)"));
    await expect(ask(0.5, { alpha: 0 })).rejects.toThrow(new RangeError("alpha is 0; it must be in (0, 1)"));
    await expect(ask(0.5, { draws: 0 })).rejects.toThrow(
      new RangeError("draws is 0; it must be an integer from 1 to 2^53 - 1"),
    );
    // @ts-expect-error an experiment gives a boolean
    const forgetful = holdsWithProbability(() => undefined, 0.5);
    await expect(forgetful).rejects.toThrow(
      new RangeError("experiment gave undefined at draw 0; it must give true or false"),
    );
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("outcomes whole, with what is refused", async () => {
  const run = async (experiment: (draw: number) => unknown, probability: number, options: object = {}) => {
    try {
      // @ts-expect-error whatever an experiment gives
      return await holdsWithProbability(experiment, probability, options);
    } catch (error) {
      return String(error);
    }
  };
  const cases = [
    run(() => true, 0.9),
    run(() => false, 0.9),
    run((draw) => draw % 3 > 0, 0.5, { draws: 50, name: "thirds", seed: "2", alpha: 0.01 }),
    run((draw) => draw % 2 > 0, 0.5, { draws: 10, alpha: 0.01 }),
    run((draw) => draw % 4 > 0, 0.5, { draws: 10, alpha: 0.5 }),
    run((draw) => draw % 10 > 0, 0.9, { draws: 40, atOnce: 3 }),
    run(() => true, 0.9, { draws: 3, alpha: 0.95 }),
    run(() => true, 2 ** -53, { draws: 64 }),
    run(() => 1, 0.9),
    run(() => true, 1),
    run(() => true, 2 ** -54),
    run(() => true, 0.9, { alpha: 0 }),
    run(() => true, 0.9, { alpha: 1 }),
    run(() => true, 0.9, { draws: 0 }),
  ];
  expect(await Promise.all(cases)).toMatchSnapshot();
});
