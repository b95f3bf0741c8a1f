import { printedAlone, proposeRepairs, repairText, searchClaim } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { chiSquare } from "./chi-square.js";
import { gaussianMoments } from "./gaussian-moments.js";
import { claims } from "./index.js";
import { summandLaws } from "./laws/summands.js";
import { law } from "./parameters.js";
import { proposition4Bernstein } from "./proposition-4-bernstein.js";

const SEEDS = ["1", "2", "3", "4", "5"];

test("(11) is refuted from its printed form alone, at k = 1 and γ about 3e-4 or less, with every seed", async () => {
  for (const seed of SEEDS) {
    const { row, effort } = await searchClaim({ claim: printedAlone(chiSquare), seed }, { candidates: 300 });
    expect(row).toMatchObject({ verdict: "refuted", method: "exact", cell: { k: 1 } });
    expect(row?.cell.gamma).toBeLessThanOrEqual(3.2e-4);
    expect(effort.spent).toBe(0);
  }
});

// Those of the ledger's findings that take no draws and no integrals: the rest are in docs/search-ledger.md.
const QUICK = [
  "gaussian-moments",
  "step-window",
  "proposition-1-step",
  "proposition-2-net",
  "proposition-2-union",
  "proposition-2-combine",
  "theorem-1-union",
  "proposition-3-step",
  "proposition-4-bernstein",
  "proposition-4-count",
  "proposition-5-union",
  "proposition-5-step",
  "theorem-2-cases",
  "theorem-2-chain",
  "weight-norm",
];

describe("findings of the ledger are found from the printed form alone", () => {
  test.each(QUICK)("%s", async (id) => {
    const claim = claims.find((one) => one.id === id);
    if (!claim) throw new Error(id);
    const alone = printedAlone(claim);
    expect(alone).toMatchObject({ mutants: {}, cells: { length: 1 } });
    expect(alone.witness).toBeUndefined();
    expect(alone.forms).not.toHaveProperty("repaired");
    expect(alone.forms.printed.refutedAt).toBeUndefined();
    const { row } = await searchClaim({ claim: alone, seed: "1" }, { candidates: 600 });
    expect(row?.verdict).toBe("refuted");
  });
});

describe("repairs that a search proposes", () => {
  const proposed = async (claim: typeof chiSquare) => {
    const question = { claim: printedAlone(claim), seed: "1" };
    const { row } = await searchClaim(question, { candidates: 600 });
    if (!row) throw new Error(claim.id);
    const { standing } = await proposeRepairs(question, { refuted: [row.cell], candidates: 500 });
    return standing.map(({ repair }) => repairText(repair, (name) => name));
  };

  test("the condition on k of (11), and the linear term of Laurent and Massart", async () => {
    const texts = await proposed(chiSquare);
    expect(texts[0]).toBe("k ≥ log(2/γ)");
    expect(texts).toContain("2log(2/γ) on top of the right side");
  });

  test("q ≥ 2 for the Gaussian moments, √2 for a Bernstein bound that lost it", async () => {
    expect((await proposed(gaussianMoments))[0]).toBe("q ≥ 2");
    expect((await proposed(proposition4Bernstein))[0]).toBe("the right side times 1.414");
  });
});

test("what the parameter says of laws is what there is", () => {
  expect([...law.examples].toSorted()).toEqual(Object.keys(summandLaws).toSorted());
});
