import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Activation } from "../activations/activation.js";
import { audit } from "../audit/audit.js";
import type { LooseCell } from "../audit/cell.js";
import { cellArbitrary } from "../audit/cell-arbitrary.js";
import type { Claim, FormName } from "../audit/claim.js";
import { type AuditOptions, DEFAULT_SEED, type Question } from "../audit/question.js";
import type { Row } from "../audit/row.js";
import { formNames } from "../audit/statement.js";

/** What `auditProperties` may be told. */
export interface AuditPropertiesOptions {
  /** Activations of your own: they join the catalogue and are what random cells choose from. */
  readonly activations?: readonly Activation[];
  /** The seed of cells and draws; the environment variable LEMMACHECK_SEED, or "1", if left out. */
  readonly seed?: string;
  /** Random cells for each form without a known counterexample; 30 if left out. */
  readonly cells?: number;
  /** The work for each random cell, in Gaussians; 3·10⁶ if left out. Witness and mutants take what they need. */
  readonly gaussians?: number;
  /** Milliseconds for each test; 60000 if left out. */
  readonly timeout?: number;
}

/** fast-check takes its seed as a 32-bit integer. */
function numericSeed(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return hash;
}

const show = (cell: LooseCell) => JSON.stringify(cell);

/** What an unwelcome row says of itself: the cell, the verdict with its reason, and how to see it again. */
function explain(row: Row, cell: LooseCell, expected: string): string {
  return `${row.claim} (${row.mutant === null ? row.form : `mutant ${row.mutant}`}) at ${show(cell)} is ${row.verdict}${row.vacuous ? ", vacuous" : ""}; expected ${expected}. ${row.reason}. Seed ${row.seed}.`;
}

/**
 * Registers the tests that say a claim is what the ledger takes it for, one `describe` a claim:
 *
 * - a form without `refutedAt`: no random cell refutes it (fast-check generates and shrinks cells, every candidate is
 *   audited afresh with draws of its own); a form with `refutedAt`: refuted there;
 * - the witness: supported, and not vacuous;
 * - each mutant: refuted at its cell.
 *
 * Every sampled decision is wrong with probability at most 1e-10.
 */
export function auditProperties(claim: Claim, options: AuditPropertiesOptions = {}): void {
  const {
    activations,
    seed = process.env.LEMMACHECK_SEED ?? DEFAULT_SEED,
    cells = 30,
    gaussians = 3e6,
    timeout = 60_000,
  } = options;
  const known = activations ? { activations } : {};
  const decide = (cell: LooseCell, rest: Partial<Question>, signal: AbortSignal, limits: AuditOptions = {}) =>
    audit({ claim, cell, seed, stream: "cell", ...rest }, { ...known, ...limits, signal });

  describe(`${claim.label} (${claim.id})`, () => {
    for (const name of formNames(claim)) {
      const refutedAt = claim.forms[name]?.refutedAt;
      if (refutedAt) {
        test(`${name}: refuted at ${show(refutedAt)}`, { timeout }, async ({ signal }) => {
          const row = await decide(refutedAt, { form: name }, signal);
          expect(row.verdict, explain(row, refutedAt, "refuted")).toBe("refuted");
        });
      } else {
        test(`${name}: no admissible cell refutes it`, { timeout }, ({ signal }) => neverRefuted(name, signal));
      }
    }

    const { witness } = claim;
    if (witness) {
      test(`witness: supported and not vacuous at ${show(witness)}`, { timeout }, async ({ signal }) => {
        // A form known to be false is no statement to support: the repaired one stands for it.
        const form: FormName = claim.forms.printed.refutedAt && claim.forms.repaired ? "repaired" : "printed";
        const row = await decide(witness, { form }, signal);
        expect(row.verdict, explain(row, witness, "supported")).toBe("supported");
        expect(row.vacuous, explain(row, witness, "a bound that is not vacuous")).toBe(false);
      });
    }

    for (const [mutant, { at, of = "printed" }] of Object.entries(claim.mutants)) {
      test(`mutant ${mutant}: refuted at ${show(at)}`, { timeout }, async ({ signal }) => {
        const row = await decide(at, { form: of, mutant }, signal);
        expect(row.verdict, explain(row, at, "refuted")).toBe("refuted");
      });
    }
  });

  async function neverRefuted(form: FormName, signal: AbortSignal): Promise<void> {
    const property = fc.asyncProperty(cellArbitrary(claim, known), async (cell) => {
      const row = await decide(cell, { form }, signal, { gaussians });
      if (row.verdict === "refuted") throw new Error(explain(row, cell, "anything but refuted"));
    });
    await fc.assert(property, { seed: numericSeed(seed), numRuns: cells });
  }
}
