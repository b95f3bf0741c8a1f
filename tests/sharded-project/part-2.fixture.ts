import { uniform } from "lemmacheck/probability";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

test("coin 2 shows heads", async () => {
  await expect((_, random) => uniform(random("coin")) < 0.92).toHoldWithProbability(0.7);
});
