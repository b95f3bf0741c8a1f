import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { audit } from "./audit.js";
import type { Definition } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";

const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
const parameters = [n] as const;

/** The larger of n uniform variables, whose mean is n/(n + 1). */
const largest = defineSampler({
  id: "largest",
  parameters: [n],
  cost: ({ n }) => n,
  draw: ({ n }, random) => {
    const bits = random("u");
    return Math.max(...Array.from({ length: n }, () => uniform(bits)));
  },
});

type Mean = Extract<Definition<typeof parameters, number>, { kind: "mean" }>;

const claimOf = (changes: Partial<Mean> = {}) =>
  defineClaim<typeof parameters, number>({
    id: "largest",
    label: "Largest",
    kind: "mean",
    quote: "E max U = n/(n + 1)",
    latex: "E",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: largest,
    observed: (u) => u,
    relation: "<=",
    range: () => ({ lower: 0, upper: 1 }),
    forms: { printed: { bound: ({ n }) => n / (n + 1) + 0.05 } },
    cells: [{ n: [1, 2] }],
    witness: { n: 2 },
    mutants: { low: { bound: ({ n }) => n / (n + 1) - 0.05, at: { n: 2 } } },
    ...changes,
  });

describe("a mean", () => {
  test("that is as claimed is supported, with limits on either side of the true one", async () => {
    const row = await audit({ claim: claimOf(), cell: { n: 2 } });
    expect(row).toMatchObject({ verdict: "supported", method: "sampled", kind: "mean", alpha: 1e-10, vacuous: false });
    expect(row).toMatchObject({ allowed: null, failureRate: null, slack: null, observedQuantile: null });
    expect(row.meanLower).toBeLessThan(2 / 3);
    expect(row.meanUpper).toBeGreaterThan(2 / 3);
    expect(row.meanUpper).toBeLessThan(row.bound ?? 0);
    expect((row.draws ?? 1) % 64).toBe(0);
  });

  test("that is not is refuted, from above and from below", async () => {
    expect(await audit({ claim: claimOf(), cell: { n: 2 }, mutant: "low" })).toMatchObject({ verdict: "refuted" });
    const atLeast = claimOf({ relation: ">=" });
    expect(await audit({ claim: atLeast, cell: { n: 2 } })).toMatchObject({ verdict: "refuted" });
    expect(await audit({ claim: atLeast, cell: { n: 2 }, mutant: "low" })).toMatchObject({ verdict: "supported" });
  });

  test("without the draws is inconclusive, and says about how many it takes", async () => {
    const row = await audit({ claim: claimOf(), cell: { n: 2 } }, { draws: 100 });
    expect(row).toMatchObject({ verdict: "inconclusive", draws: 100 });
    expect(row.reason).toMatch(/if they go on like that, about \d+ would/);
  });

  test("of which only the second moment is known", async () => {
    const claim = claimOf({ range: () => ({ secondMoment: 1 }) });
    expect(await audit({ claim, cell: { n: 2 } })).toMatchObject({ verdict: "supported" });
    expect(await audit({ claim, cell: { n: 2 }, mutant: "low" })).toMatchObject({ verdict: "refuted" });
  });

  test("that no draws can break is vacuous", async () => {
    const claim = claimOf({ forms: { printed: { bound: () => 1 } } });
    const row = await audit({ claim, cell: { n: 2 } });
    expect(row).toMatchObject({ verdict: "supported", method: "certified", vacuous: true, draws: null });
    // As a replay asks for it.
    expect(await audit({ claim, cell: { n: 2 } }, { method: "certified" })).toEqual({
      ...row,
      milliseconds: expect.any(Number),
    });
  });

  test("of something outside its range is an error that names the claim and the cell", async () => {
    const claim = claimOf({ observed: (u) => 3 * u });
    await expect(audit({ claim, cell: { n: 2 } })).rejects.toThrow(
      /largest \(printed\) at \{"n":2\}: .*range \[0, 1\]/,
    );
  });

  test("does not compile without a range, and is refused from JavaScript", () => {
    // @ts-expect-error a mean claim needs a range
    expect(() => claimOf({ range: undefined })).toThrow("claim largest: range is missing");
    // @ts-expect-error only a claim of high probability allows failures
    expect(() => claimOf({ allows: () => 0.1 })).toThrow("claim largest: allows is a function; it must be left out");
  });
});
