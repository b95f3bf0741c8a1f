import { expect, test } from "vitest";
import { audit } from "../../audit.js";
import { normalSum, uniformShare } from "./random-plants.js";

test.each([
  ["√n·Z", normalSum("sum", ({ n, gamma }) => Math.sqrt(-n * Math.log(gamma)))],
  ["U", uniformShare("share", ({ gamma }) => 1 - 2 * gamma)],
])("draws of %s tell what its law does", async (_, claim) => {
  const verdicts = [];
  for (const method of ["exact", "sampled"] as const)
    for (const gamma of [0.1, 0.3, 0.7])
      verdicts.push((await audit({ claim, cell: { n: 17, gamma } }, { method, draws: 2 ** 14 })).verdict);
  expect(verdicts.slice(0, 3)).toEqual(verdicts.slice(3));
  expect(verdicts).toContain("refuted");
});
