import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { CALIBRATION_GAMMAS } from "../chance/calibration-band.js";
import { audit } from "./audit.js";
import { defineClaim } from "./define-claim.js";
import { openInterval } from "./domains.js";
import { gamma } from "./gamma.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";

const level = parameter({ name: "level", domain: openInterval(0, 1) });

/** X is 1 with probability level, and below 1 otherwise: an atom at the bound decides between < and ≤. */
const atom = defineSampler({
  id: "atom",
  parameters: [level],
  cost: () => 1,
  draw: ({ level }, random) => (uniform(random("atom")) < level ? 1 : 0.5),
});

/** "X < 1 with probability at least 1 − γ", or ≤; for >, the same of −X above −1. */
const claimOf = (relation: "<=" | ">=", strict: boolean) =>
  defineClaim({
    id: "atom",
    label: "Atom",
    kind: "whp",
    quote: "X < 1",
    latex: "X < 1",
    nonClaims: [],
    parameters: [level, gamma],
    hypotheses: [],
    draw: atom,
    observed: (x: number) => (relation === "<=" ? x : 2 - x),
    relation,
    strict,
    everyGamma: true,
    trivial: () => (relation === "<=" ? 2 : 0),
    forms: { printed: { bound: () => 1 } },
    cells: [{ level: [0.5], gamma: [0.1] }],
    mutants: { never: { bound: () => (relation === "<=" ? 0.25 : 1.75), at: { level: 0.5, gamma: 0.1 } } },
  });

describe.each(["<=", ">="] as const)("of %s", (relation) => {
  test("equality breaks the strict relation, and keeps the other", async () => {
    const cell = { level: 0.5, gamma: 0.1 };
    const strict = await audit({ claim: claimOf(relation, true), cell });
    const loose = await audit({ claim: claimOf(relation, false), cell });
    expect([strict.verdict, loose.verdict]).toEqual(["refuted", "supported"]);
    // The same draws; half of them have the atom.
    expect(loose.violations).toBe(0);
    expect(Math.abs((strict.violations ?? 0) / (strict.draws ?? 1) - 0.5)).toBeLessThan(0.4);
    expect(strict.failureLower).toBeGreaterThan(0.1);
  });

  test("an atom that is rarer than is allowed leaves the strict one supported", async () => {
    const row = await audit({ claim: claimOf(relation, true), cell: { level: 0.01, gamma: 0.1 } });
    expect(row.verdict).toBe("supported");
    expect(row.failureUpper).toBeLessThan(0.1);
  });

  test("the calibration counts draws at the bound as broken where it is strict", async () => {
    const cell = { level: 0.5, gamma: 0.1 };
    const rows = [true, false].map((strict) => audit({ claim: claimOf(relation, strict), cell }));
    const [strict, loose] = await Promise.all(rows);
    expect(strict.calibration).toEqual(CALIBRATION_GAMMAS.map(() => strict.violations));
    expect(loose.calibration).toEqual(CALIBRATION_GAMMAS.map(() => 0));
  });
});
