import { uniform } from "lemmacheck/probability";
import { type Experiment, expectedDraws } from "lemmacheck/statistics";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

/** A randomised algorithm: whether A·B = C for matrices of 0 and 1, by one random vector of 0 and 1 (Freivalds). */
const seemsToBeProduct = (a: number[][], b: number[][], c: number[][], coin: () => number) => {
  const times = (m: number[][], v: number[]) => m.map((row) => row.reduce((sum, x, i) => sum + x * v[i], 0));
  const v = c.map(() => Math.round(coin()));
  const [left, right] = [times(a, times(b, v)), times(c, v)];
  return left.every((x, i) => x === right[i]);
};

test("a wrong product is caught 45 times in 100, if not every second time", async () => {
  const id = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0)));
  const wrong = id.map((row, i) => row.map((x, j) => (i === 2 && j >= 1 ? 1 : x)));
  const caught: Experiment = (_draw, random) => {
    const bits = random("vector");
    return !seemsToBeProduct(id, id, wrong, () => uniform(bits));
  };
  await expect(caught).toHoldWithProbability(0.45);
});

/** Something that fails now and then: five messages, each lost once in 50 times, sent up to three times. */
const arrives: Experiment = (_draw, random) => {
  const bits = random("network");
  const sent = () => [1, 2, 3].some(() => uniform(bits) >= 0.02);
  return [1, 2, 3, 4, 5].every(sent);
};

test("all five arrive, 999 times in 1000", async () => {
  await expect(arrives).toHoldWithProbability(0.999);
});

/** A stand-in for a language model, which is right 97 times in 100. */
const model = async (_question: string, chance: number) => (chance < 0.97 ? "right" : "wrong");
const questions = ["2 + 2?", "The capital of Peru?", "Is 91 a prime?"];

test("the model answers at least nine questions in ten", async () => {
  const answers: Experiment = async (_draw, random) => {
    const bits = random("question");
    const question = questions[Math.floor(uniform(bits) * questions.length)];
    return (await model(question, uniform(bits))) === "right";
  };
  // Calls cost money, and time: at most 2000 of them, 16 under way at once, and a minute or ten for all.
  await expect(answers).toHoldWithProbability(0.9, { draws: 2000, atOnce: 16 });
}, 600_000);

test("what that costs, before it is run", () => {
  const plan = (passRate: number, alpha = 1e-10) =>
    expectedDraws({ gamma: 0.1, failureProbability: 1 - passRate, alpha, draws: 2000 });
  const good = plan(0.97);
  expect(good.supported).toBeGreaterThan(0.9999); // a model that is right 97 times in 100 passes
  expect(Math.round(good.mean)).toBe(712); // after 712 calls on average
  expect(good.most).toBe(1088); // 99 times in 100 after 1088 at most
  expect(Math.round(plan(0.97, 1e-3).mean)).toBe(267); // if one wrong verdict in a thousand will do
  expect(plan(0.91).inconclusive).toBeGreaterThan(0.99); // one at 91 of 100 cannot be told from 90 by 2000
});
