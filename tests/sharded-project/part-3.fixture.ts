import { uniform } from "lemmacheck/probability";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

test("coin 3 shows heads", async () => {
  await expect((_, random) => uniform(random("coin")) < 0.93).toHoldWithProbability(0.6);
});

test("means come together too (in part 3)", async () => {
  const range = { lower: 0, upper: 1 };
  await expect((_, random) => uniform(random("u"))).toHaveMean({ range, atMost: 0.4 });
});
