import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { uniformClaim } from "./uniform-claim.js";

let draws = 0;

/** A draw that takes five milliseconds, whatever the claim says of its cost. */
function slow(): true {
  draws++;
  for (const end = performance.now() + 5; performance.now() < end; );
  return true;
}

/** Fails unless nothing draws any more. */
async function expectQuiet() {
  const before = draws;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(draws).toBe(before);
  expect(draws).toBeGreaterThan(0);
  // 1024 draws make a batch where nobody looks at the time.
  expect(draws).toBeLessThan(1024);
  draws = 0;
}

auditProperties(
  uniformClaim("endless", () => 0.999, { draw: slow }),
  { timeout: 200 },
);

test("no audit outlives its test", expectQuiet);

test("endless experiment", { timeout: 200 }, async () => {
  await expect(slow).toHoldWithProbability(1 - 1e-9);
});

test("no experiment outlives its test", expectQuiet);

test("forgotten await", () => {
  void expect(slow).toHoldWithProbability(1 - 1e-9);
});

test("no forgotten experiment outlives its test", async () => {
  draws++;
  await expectQuiet();
});
