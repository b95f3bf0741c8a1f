import { uniform } from "lemmacheck/probability";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

test("coin 1 shows heads", async () => {
  await expect((_, random) => uniform(random("coin")) < 0.91).toHoldWithProbability(0.8);
});
