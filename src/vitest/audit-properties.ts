import fc from "fast-check";
import { describe, expect, type TestContext, test } from "vitest";
import { audit } from "../auditor/audit.js";
import { type Cell, givenOf, type LooseCell, plainCell } from "../auditor/cell.js";
import { cellArbitrary } from "../auditor/cell-arbitrary.js";
import type { Claim, FormName } from "../auditor/claim.js";
import { reachOf } from "../auditor/draw-limits.js";
import { AGREEMENT_ALPHA, drawsAgree } from "../auditor/draws-agree.js";
import { openFailures } from "../auditor/failures/failure-database.js";
import type { KeptFailure } from "../auditor/failures/kept-failure.js";
import { askHere, tryKept } from "../auditor/failures/try-kept.js";
import { knownWithout } from "../auditor/is-no-better.js";
import { type AuditOptions, DEFAULT_SEED, type Question } from "../auditor/question.js";
import { labelOf } from "../auditor/reading.js";
import type { Row } from "../auditor/row-fields.js";
import { formNames, statementOf, trueForm } from "../auditor/statement.js";
import { verdictOfLaw } from "../auditor/verdict-of-law.js";
import { CALIBRATION_GAMMAS, calibrationBand } from "../chance/calibration-band.js";
import { DECISION_ALPHA } from "../chance/error-budget.js";
import { lazily } from "../numbers/lazily.js";
import { addAgreement, addRecord, recordOfRow } from "./audit-record.js";
import { configuredAdditions } from "./configured.js";
import { digits, explainRow } from "./explain.js";
import { explainDisagreement } from "./explain-disagreement.js";

/** What `auditProperties` may be told. */
export interface AuditPropertiesOptions {
  /**
   * Things of your own that parameters may stand for, by the parameter's name: random cells choose from them alone.
   * Without them cells choose from what is known, what the project's config adds and, where the claim is about such,
   * random things.
   */
  readonly additions?: Readonly<Record<string, readonly unknown[]>>;
  /** The seed of cells and draws; the environment variable LEMMACHECK_SEED, or "1", if left out. */
  readonly seed?: string;
  /** Random cells for each form without a known counterexample; 10 if left out. */
  readonly cells?: number;
  /**
   * The work for each random cell, and each γ, in Gaussians, 64 draws at least; 10⁷ if left out. A random cell of which a
   * single draw takes more is judged without draws or not at all. Witness and mutants take what they need.
   */
  readonly gaussians?: number;
  /** Milliseconds for each test; 300000 if left out. */
  readonly timeout?: number;
}

type Test = Pick<TestContext, "task" | "signal">;

/** Whether a test wants the verdict "refuted", and what limits the audit. */
interface Wanted {
  readonly refuted: boolean;
  readonly limits?: AuditOptions;
}

/** The work for the draws of one cell that are held against the computed probability, in Gaussians. */
const AGREEMENT = 1e6;

/** fast-check takes its seed as a 32-bit integer. */
function numericSeed(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return hash;
}

/** Swallows what an audit throws once its test is over. */
const unlessAborted = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
};

const show = (cell: LooseCell) => JSON.stringify(cell);

/**
 * Registers the tests that say a claim is what the ledger takes it for, one `describe` a claim:
 *
 * - a form without `refutedAt`: no random cell refutes it (fast-check generates and shrinks cells, every candidate is
 *   audited afresh with draws of its own); a form with `refutedAt`: refuted there;
 * - the witness: supported, and not vacuous; where γ enters the bound alone, no γ is refuted there;
 * - each mutant: refuted at its cell;
 * - where the claim computes its failure probability: draws agree with that at the witness and every mutant's cell.
 *
 * Cells that a run of any kind found to refute it are kept in `.lemmacheck/` and are tests of their own, first of all; none
 * where the environment has CI or LEMMACHECK_DATABASE=off.
 *
 * Every sampled decision is wrong with probability at most 1e-10.
 */
export function auditProperties(claim: Claim, options: AuditPropertiesOptions = {}): void {
  const {
    additions: given = {},
    seed = process.env.LEMMACHECK_SEED ?? DEFAULT_SEED,
    cells = 10,
    gaussians = 1e7,
    timeout = 300_000,
  } = options;
  const additions = lazily(() => configuredAdditions(claim.parameters, given));

  /** Audits a cell, with draws of its own, and leaves the row's record to the reporter. */
  async function decide({ task, signal }: Test, cell: LooseCell, rest: Partial<Question>, { refuted, limits }: Wanted) {
    const question: Question = { claim, cell, seed, stream: "cell", ...rest };
    const row = await audit(question, { additions: await additions(), ...limits, signal });
    addRecord(task, recordOfRow(row, refuted));
    return row;
  }

  const holding = trueForm(claim);
  let witnessed: Promise<Row> | undefined;
  const failures = openFailures(process.cwd());
  const kept = failures.of(null, claim.id);
  for (const problem of failures.problems()) console.warn(problem);

  describe(`${labelOf(claim)} (${claim.id})`, () => {
    for (const failure of kept)
      test(`kept failure: ${failure.form} at ${show(failure.cell)}`, { timeout }, (context) =>
        keptFailure(failure, context),
      );

    for (const name of formNames(claim)) {
      const refutedAt = claim.forms[name]?.refutedAt;
      if (refutedAt) {
        test(`${name}: refuted at ${show(refutedAt)}`, { timeout }, async (context) => {
          const row = await decide(context, refutedAt, { form: name }, { refuted: true });
          expect(row.verdict, explainRow(row, "refuted", refutedAt, claim)).toBe("refuted");
        });
      } else {
        test(`${name}: no admissible cell refutes it`, { timeout }, (context) => neverRefuted(name, context));
      }
    }

    const { witness } = claim;
    if (witness) {
      test(`witness: supported and not vacuous at ${show(witness)}`, { timeout }, async (context) => {
        const row = await atWitness(witness, context);
        expect(row.verdict, explainRow(row, "supported", witness, claim)).toBe("supported");
        if (row.vacuous) throw new Error(explainRow(row, await sayingMore(witness), witness, claim));
      });
    }

    if (claim.kind === "whp" && claim.exact) {
      const places = [...(witness ? [witness] : []), ...Object.values(claim.mutants).map(({ at }) => at)];
      test(
        "draws agree with the computed probability at the witness and at every mutant's cell",
        { timeout },
        (context) => exactAgrees(places, context),
      );
    }

    if (witness && claim.kind === "whp" && claim.everyGamma) {
      test(`every γ: none is refuted where the witness stands`, { timeout }, (context) =>
        everyGammaHolds(witness, context),
      );
    }

    for (const [mutant, { at, of = "printed" }] of Object.entries(claim.mutants)) {
      test(`mutant ${mutant}: refuted at ${show(at)}`, { timeout }, async (context) => {
        const row = await decide(context, at, { form: of, mutant }, { refuted: true });
        expect(row.verdict, explainRow(row, "refuted", at, claim)).toBe("refuted");
      });
    }
  });

  /** A cell at which the form was refuted in some run: it fails as long as that is so, unless the ledger knows that it is false. */
  async function keptFailure(failure: KeptFailure, context: Test & Pick<TestContext, "annotate">): Promise<void> {
    const { row, outcome } = await tryKept(
      failure,
      claim,
      askHere({ additions: await additions(), signal: context.signal }),
    );
    if (row === null) await context.annotate("no longer a cell of this claim");
    else if (outcome === "passes") await context.annotate(`passes again: ${row.verdict}`);
    else if (claim.forms[failure.form]?.refutedAt === undefined)
      throw new Error(explainRow(row, "anything but refuted", failure.cell, claim));
  }

  /** What a bound must be to say more than is known without the claim. */
  async function sayingMore(cell: LooseCell): Promise<string> {
    const there = givenOf(claim.parameters, cell, await additions());
    const known = knownWithout(statementOf(claim, plainCell(cell), holding), there);
    if (known === null) return "a bound that is not vacuous";
    const side = claim.relation === ">=" ? "above" : "below";
    return `a bound that is not vacuous, ${side} the ${digits(known)} that is known without it`;
  }

  /** The row of the witness, whose record is left to the first of the tests that ask for it. */
  function atWitness(witness: LooseCell, context: Test): Promise<Row> {
    witnessed ??= decide(context, witness, { form: holding }, { refuted: false }).catch((error: unknown) => {
      // Aborted with its test, say: the next one begins anew.
      witnessed = undefined;
      throw error;
    });
    return witnessed;
  }

  /** One set of draws, or the computed law, against the bound at every γ of the calibration's grid. */
  async function everyGammaHolds(witness: LooseCell, context: Test): Promise<void> {
    const row = await atWitness(witness, context);
    if (row.calibration) {
      const band = calibrationBand(row.calibration, row.draws ?? 0, row.alpha ?? DECISION_ALPHA);
      expect(band.filter(({ gamma, lower }) => lower > gamma)).toEqual([]);
      return;
    }
    for (const gamma of CALIBRATION_GAMMAS) {
      const there = { ...witness, gamma };
      const question = { claim, cell: there, seed, form: holding };
      const limits = { additions: await additions(), gaussians, signal: context.signal };
      await new Promise(setImmediate);
      context.signal.throwIfAborted();
      const verdict = (await computedVerdict(there)) ?? (await audit(question, limits)).verdict;
      expect(verdict, show(there)).not.toBe("refuted");
    }
  }

  /** What the law alone says at a cell, without the quantile of a row, which takes many times as long; null where it is not computed. */
  async function computedVerdict(cell: LooseCell) {
    const there = givenOf(claim.parameters, cell, await additions());
    const statement = statementOf(claim, plainCell(cell), holding);
    const [bound, allowed] = [statement.bound(there, undefined), statement.allowed(there)];
    const law = bound === null ? null : (statement.exact?.(there, bound) ?? null);
    return law && allowed && verdictOfLaw(law, allowed);
  }

  /** The computed failure probability against draws of the same left side. */
  async function exactAgrees(places: readonly Cell[], { task }: Test): Promise<void> {
    const unlike = new Map(places.map((cell) => [show(cell), cell]));
    for (const [text, cell] of unlike) {
      addAgreement(task, AGREEMENT_ALPHA);
      const found = drawsAgree(claim, cell, { seed, additions: await additions(), gaussians: AGREEMENT });
      if (found.length > 0) throw new Error([`${claim.id} at ${text}:`, ...found.map(explainDisagreement)].join("\n"));
    }
  }

  async function neverRefuted(form: FormName, context: Test): Promise<void> {
    const { signal } = context;
    const known = Object.keys(given).length === 0;
    const cellsOfClaim = cellArbitrary(claim, { additions: await additions(), known });
    let latest: Row | null = null;
    const property = fc.asyncProperty(cellsOfClaim, async (cell) => {
      // After an abort there is nothing to shrink: the rest passes at once, and the abort is thrown below.
      if (signal.aborted) return;
      const row = await decide(
        context,
        cell,
        { form },
        { refuted: false, limits: { gaussians, reach: Math.min(gaussians, reachOf({})) } },
      ).catch(unlessAborted(signal));
      if (row?.verdict !== "refuted") return;
      // Cells shrink: the last that fails is the simplest.
      latest = row;
      throw new Error(explainRow(row, "anything but refuted", cell, claim));
    });
    try {
      await fc.assert(property, { seed: numericSeed(seed), numRuns: cells });
    } finally {
      if (latest) failures.keep(latest);
    }
    signal.throwIfAborted();
  }
}
