import { audit } from "lemmacheck";
import { uniform } from "lemmacheck/probability";
import type { Experiment } from "lemmacheck/statistics";
import { auditProperties } from "lemmacheck/vitest";
import { describe, expect, test } from "vitest";
import { uniformClaim } from "./uniform-claim.js";

auditProperties(uniformClaim("planted", (k, gamma) => (k > 20 ? 1 - 1.5 * gamma : 1 - gamma / 2)));
auditProperties(uniformClaim("idle", () => 1));
auditProperties(
  uniformClaim("dear", () => 0),
  { gaussians: 0.5 },
);

describe("rows", () => {
  const claim = uniformClaim("matched", (_, gamma) => 1 - gamma / 2);
  const cell = { k: 1, gamma: 0.1 };

  test("a supported row", async () => {
    const row = await audit({ claim, cell });
    expect(row).toBeSupported();
    expect(row).not.toBeRefuted();
  });

  test("a row without a verdict", async () => {
    expect(await audit({ claim, cell: { k: 2, gamma: 0.1 } }, { draws: 64 })).not.toBeRefuted();
  });
});

describe("experiments", () => {
  const coin =
    (p: number): Experiment =>
    (_, random) =>
      uniform(random("coin")) < p;

  test("a true one", async () => {
    await expect(coin(0.95)).toHoldWithProbability(0.9);
  });

  test("a false one", async () => {
    await expect(coin(0.5)).toHoldWithProbability(0.9, { seed: "7" });
  });
});
