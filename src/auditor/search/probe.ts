import { messageOf } from "../../numbers/message-of.js";
import { type Additions, type Cell, type LooseCell, plainCell } from "../cell.js";
import { costAt } from "../cost-at.js";
import { boundAhead } from "../draw-batch.js";
import { gamma as gammaParameter } from "../gamma.js";
import { type Investigation, investigationOf } from "../investigation.js";
import { nothing } from "../nothing.js";
import { DEFAULT_SEED, type Question } from "../question.js";
import { statementOf } from "../statement.js";
import { excessOfLaw } from "./excess-of-law.js";
import { excessOfSides } from "./excess-of-sides.js";
import { excessOfTrend } from "./excess-of-trend.js";
import { hypothesesAt } from "./hypotheses-at.js";
import type { KnownLooks } from "./known-looks.js";
import { pilot } from "./pilot.js";
import { type Raise, raiseCell } from "./raise-cell.js";

/** What a search learns of a cell before anything is decided there. */
export interface Probe {
  /** As rows know it. */
  readonly cell: Cell;
  /**
   * `outside`: a hypothesis fails, or nothing is claimed there; `beyond`: draws cost more than a probe may; `failed`: the
   * claim cannot be judged there; `overlong`: the look took too long, and was ended; `judged`: `excess` says something.
   */
  readonly status: "outside" | "beyond" | "failed" | "overlong" | "judged";
  /**
   * By how much the statement fails: the logarithm of failure probability over what is allowed, of observed over bound, or
   * a number that orders cells like these. Above 0 where it seems to fail; −Infinity where nothing is known. `beyond`: −log
   * of what a draw costs.
   */
  readonly excess: number;
  /** Whether an excess above 0 is proved; if not, fresh draws have to decide. */
  readonly sure: boolean;
  /** Whether no draw was made or wanting, so that a second look would say the same. */
  readonly computed: boolean;
  /** The share of the hypotheses that hold: outside, a search goes where more of them do. */
  readonly held: number;
  /** Which of them hold, by number, where some do not. */
  readonly holding: readonly number[];
  /** Which of them fail, or are undecided. */
  readonly failing: readonly number[];
  /** Why it could not be judged. */
  readonly failure: string | null;
}

/** How a cell is probed. */
export interface ProbeOptions {
  readonly additions?: Additions;
  /** What draws of one probe may cost, in Gaussians. */
  readonly gaussians: number;
  /** Parameters that stay as they are. */
  readonly fixed?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** What whoever looks knows already; nothing if left out. */
  readonly known?: KnownLooks;
}

/** A cell to be probed. */
export interface Candidate {
  readonly cell: LooseCell;
  readonly raise: Raise;
}

/** The fewest draws that tell anything. */
const FEWEST = 16;

const unknown = (cell: Cell, status: Probe["status"], rest: Partial<Probe> = {}): Probe => ({
  cell,
  status,
  excess: -Infinity,
  sure: false,
  computed: status !== "beyond",
  held: status === "outside" ? 0 : 1,
  holding: [],
  failing: [],
  failure: null,
  ...rest,
});

/** What is known of a cell at which a look was ended. */
export const overlong = (cell: LooseCell): Probe => unknown(plainCell(cell), "overlong");

const judged = (cell: Cell, { excess, sure }: Pick<Probe, "excess" | "sure">, computed: boolean): Probe => ({
  cell,
  status: "judged",
  excess,
  sure,
  computed,
  held: 1,
  holding: [],
  failing: [],
  failure: null,
});

/** A question whose draws only look: those that decide are others. */
const looking = (question: Question): Question => ({
  ...question,
  stream: "cell",
  seed: `${question.seed ?? DEFAULT_SEED}, looking`,
});

/**
 * Looks at a cell as cheaply as it can be done: both sides where nothing is random, the failure probability where it is
 * computed, else a few draws of its own. Never throws for what a claim does there, since a search meets cells that nobody
 * has thought of.
 *
 * @throws the signal's reason when aborted.
 */
export async function probe(question: Question, { cell, raise }: Candidate, options: ProbeOptions): Promise<Probe> {
  const { signal } = options;
  signal?.throwIfAborted();
  try {
    return await looked(question, cell, raise, options);
  } catch (error) {
    signal?.throwIfAborted();
    // A range error refuses a value; anything else is the claim's own failure, whatever it threw.
    return unknown(plainCell(cell), error instanceof RangeError ? "outside" : "failed", { failure: messageOf(error) });
  }
}

/** A cell, raised; as it is where a hypothesis fails itself, which a look at it will tell. */
function raisedOr(cell: LooseCell, raised: () => LooseCell): LooseCell {
  try {
    return raised();
  } catch {
    return cell;
  }
}

async function looked(question: Question, cell: LooseCell, raise: Raise, options: ProbeOptions): Promise<Probe> {
  const { additions = {}, fixed, known } = options;
  const { claim } = question;
  const { hypotheses } = statementOf(claim, plainCell(cell), question.form, question.mutant);
  const raised = raisedOr(cell, () =>
    raiseCell(cell, raise, { parameters: claim.parameters, hypotheses, additions, ...(fixed ? { fixed } : {}) }),
  );
  if (raised === cell || !known) return lookedAt({ ...question, cell: raised }, options);
  const { form, mutant, seed } = question;
  const key = JSON.stringify([claim.id, form, mutant, seed, raised, options.gaussians, fixed]);
  return known.of(key, () => lookedAt({ ...question, cell: raised }, options));
}

/** Looks at the cell of a question as it is. */
async function lookedAt(question: Question, options: ProbeOptions): Promise<Probe> {
  const { additions = {} } = options;
  const { claim } = question;
  const investigation = investigationOf(question, additions);
  const { statement, given } = investigation;
  const at = statement.cell;
  const { holding, failing, failure } = hypothesesAt(investigation);
  const { length } = statement.hypotheses;
  // One that fails itself may need another that does not hold; where all others do, the claim fails.
  if (failure !== null && failing.length === 0) return unknown(at, "failed", { failure });
  if (holding.length < length) return unknown(at, "outside", { held: holding.length / length, holding, failing });
  const allowed = statement.allowed(given);
  if (allowed && allowed.probability >= 1) return unknown(at, "outside");
  const bound = boundAhead(statement, given);
  if (bound === null) return unknown(at, "outside");
  if (claim.kind === "trend") {
    const computed = claim.draw.id === nothing.id;
    const found = await excessOfTrend({ ...investigation, question: looking(question) }, claim, options);
    if (found) return judged(at, found, computed);
    // Where nothing is drawn, no work would tell more.
    const excess = computed ? -Infinity : -Math.log(Math.max(1, costAt(statement, additions)));
    return unknown(at, "beyond", { excess, computed });
  }
  const found =
    claim.draw.id === nothing.id
      ? excessOfSides(statement, given, bound)
      : excessOfLaw(statement, given, bound, allowed);
  if (found) return judged(at, found, true);
  return byDraws(investigation, options);
}

/** By a few draws; at another γ where they say more of it. */
async function byDraws({ question, statement, given }: Investigation, options: ProbeOptions): Promise<Probe> {
  const { additions = {}, gaussians, fixed = [], signal } = options;
  const { cell } = statement;
  const cost = Math.max(1, costAt(statement, additions));
  const draws = Math.floor(gaussians / cost);
  // The less a draw costs, the sooner it can be had.
  if (draws < FEWEST) return unknown(cell, "beyond", { excess: -Math.log(cost) });
  const found = await pilot(looking(question), statement, given, { additions, draws, fixed, signal });
  if (!found || found.excess === -Infinity) return unknown(cell, "beyond");
  const { excess, gamma } = found;
  return judged(gamma === null ? cell : { ...cell, [gammaParameter.name]: gamma }, { excess, sure: false }, false);
}
