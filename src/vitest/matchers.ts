import type { MatcherResult, MatcherState } from "vitest";
import { DEFAULT_SEED } from "../auditor/question.js";
import type { Row } from "../auditor/row-fields.js";
import { type Experiment, type ExperimentOptions, holdsWithProbability } from "../chance/holds-with-probability.js";
import type { Outcome } from "../chance/outcome.js";
import { addRecord, recordOfOutcome, recordOfRow } from "./audit-record.js";
import { explainOutcome, explainRow } from "./explain.js";
import { testSignal } from "./test-signal.js";

/** What `toBeSupported` may be told. */
export interface SupportedOptions {
  /** Let a vacuous row pass too: its bound holds, and says no more than is known without it. */
  readonly vacuous?: boolean;
}

/** The assertions that `expect.extend(lemmacheckMatchers)` adds. */
export interface LemmacheckMatchers {
  /**
   * The experiment, (draw, random) => boolean, holds with probability at least `probability`: the sequential test
   * supports it. With `.not`: refutes it. Where the draws settle neither, both fail. Must be awaited. The seed is the
   * environment variable LEMMACHECK_SEED, or "1", if left out; the name is the test's.
   */
  toHoldWithProbability: (probability: number, options?: ExperimentOptions) => Promise<void>;
  /** The row or outcome is supported, and not vacuous. With `.not`: refuted. Any other verdict fails both. */
  toBeSupported: (options?: SupportedOptions) => void;
  /** The row or outcome is refuted. With `.not`: supported. Any other verdict fails both. */
  toBeRefuted: () => void;
}

declare module "vitest" {
  interface Matchers<T> extends LemmacheckMatchers {}
}

type SyncResult = Awaited<MatcherResult>;

/** Under `.not`. vitest leaves the flag undefined otherwise, whatever its type says. */
const isNegated = ({ isNot }: { readonly isNot?: boolean }): boolean => isNot === true;

/** The verdict that lets an assertion pass. Not the mere absence of the other one, which no evidence at all would give. */
function wantedVerdict(matcher: keyof LemmacheckMatchers, isNot: boolean): "supported" | "refuted" {
  return (matcher === "toBeRefuted") === isNot ? "supported" : "refuted";
}

/** vitest inverts `pass` under `.not`, so that an assertion which is not satisfied fails either way. */
function result(satisfied: boolean, isNot: boolean, matcher: keyof LemmacheckMatchers, message: string): SyncResult {
  return { pass: satisfied !== isNot, message: () => `${isNot ? "not." : ""}${matcher}: ${message}` };
}

const isObject = (x: unknown): x is object => typeof x === "object" && x !== null;
const isRow = (x: unknown): x is Row => isObject(x) && "schema" in x && "verdict" in x && "vacuous" in x;
const isOutcome = (x: unknown): x is Outcome => isObject(x) && "probability" in x && "verdict" in x;

function withoutVerdict(verdict: Row["verdict"], matcher: keyof LemmacheckMatchers): string {
  return verdict === "supported" || verdict === "refuted"
    ? ""
    : ` Without a verdict neither ${matcher} nor not.${matcher} passes.`;
}

/** Compares what an assertion received with the verdict that it wants, and records it for the reporter. */
function judge(
  state: MatcherState,
  received: unknown,
  matcher: "toBeSupported" | "toBeRefuted",
  acceptVacuous: boolean,
): SyncResult {
  const { task } = state;
  const isNot = isNegated(state);
  const wanted = wantedVerdict(matcher, isNot);
  if (isRow(received)) {
    addRecord(task, recordOfRow(received, wanted === "refuted"));
    const { verdict, vacuous } = received;
    const expected = acceptVacuous ? wanted : `${wanted} and not vacuous`;
    const note = verdict === wanted ? " { vacuous: true } would accept it." : withoutVerdict(verdict, matcher);
    const satisfied = verdict === wanted && (acceptVacuous || !vacuous);
    return result(satisfied, isNot, matcher, explainRow(received, expected) + note);
  }
  if (isOutcome(received)) {
    addRecord(task, recordOfOutcome(received, wanted === "refuted"));
    const message = explainOutcome(received, wanted) + withoutVerdict(received.verdict, matcher);
    return result(received.verdict === wanted, isNot, matcher, message);
  }
  throw new RangeError(
    `${matcher} received ${String(received)}; it must be an awaited row of audit or outcome of holdsWithProbability`,
  );
}

function toBeSupported(this: MatcherState, received: unknown, { vacuous = false }: SupportedOptions = {}): SyncResult {
  return judge(this, received, "toBeSupported", vacuous || isNegated(this));
}

function toBeRefuted(this: MatcherState, received: unknown): SyncResult {
  return judge(this, received, "toBeRefuted", true);
}

async function decide(
  state: MatcherState,
  experiment: Experiment,
  probability: number,
  options: ExperimentOptions,
): Promise<SyncResult> {
  const { task, currentTestName } = state;
  const isNot = isNegated(state);
  const outcome = await holdsWithProbability(experiment, probability, {
    ...options,
    seed: options.seed ?? process.env.LEMMACHECK_SEED ?? DEFAULT_SEED,
    name: options.name ?? currentTestName,
    signal: testSignal(task, options.signal),
  });
  const wanted = wantedVerdict("toHoldWithProbability", isNot);
  addRecord(task, recordOfOutcome(outcome, wanted === "refuted"));
  const note = withoutVerdict(outcome.verdict, "toHoldWithProbability");
  const message = explainOutcome(outcome, wanted) + note;
  return result(outcome.verdict === wanted, isNot, "toHoldWithProbability", message);
}

function toHoldWithProbability(
  this: MatcherState,
  received: unknown,
  probability: number,
  options: ExperimentOptions = {},
): Promise<SyncResult> {
  // Inside toEqual and the like vitest takes the promise for an answer, and .not of it for a pass.
  if (!("assertion" in this))
    throw new RangeError("toHoldWithProbability takes time; it must be used as await expect(experiment)");
  if (typeof received !== "function")
    throw new RangeError(
      `toHoldWithProbability received ${String(received)}; it must be an experiment, (draw, random) => boolean`,
    );
  return decide(this, (draw, random) => received(draw, random), probability, options);
}

/** For `expect.extend(lemmacheckMatchers)`; `lemmacheck/vitest/setup`, as a setup file, does just that. */
export const lemmacheckMatchers = { toHoldWithProbability, toBeSupported, toBeRefuted };
