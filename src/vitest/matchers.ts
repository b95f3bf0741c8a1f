import type { MatcherResult, MatcherState } from "vitest";
import { DEFAULT_SEED } from "../auditor/question.js";
import type { Row } from "../auditor/row-fields.js";
import { hasMean, type MeanOptions, type NumericExperiment } from "../chance/has-mean.js";
import { type Experiment, type ExperimentOptions, holdsWithProbability } from "../chance/holds-with-probability.js";
import type { MeanOutcome } from "../chance/mean-outcome.js";
import type { Outcome } from "../chance/outcome.js";
import { addRecord, recordOfOutcome, recordOfRow } from "./audit-record.js";
import { explainOutcome, explainRow } from "./explain.js";
import { explainMean } from "./explain-mean.js";
import { recordOfMean } from "./record-of-mean.js";
import { replayText } from "./replay-text.js";
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
  /**
   * The mean of the experiment, (draw, random) => number, is `atMost`, or `atLeast`, so much: the betting test supports
   * it. It must be told the `range` of the numbers, or a bound on their `secondMoment`. Else like toHoldWithProbability.
   */
  toHaveMean: (options: MeanOptions) => Promise<void>;
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
const isMeanOutcome = (x: unknown): x is MeanOutcome => isObject(x) && "meanLower" in x && "verdict" in x;

function withoutVerdict(verdict: Row["verdict"], matcher: keyof LemmacheckMatchers): string {
  return verdict === "supported" || verdict === "refuted"
    ? ""
    : ` Without a verdict neither ${matcher} nor not.${matcher} passes.`;
}

/** Compares the verdict on an experiment with the one that an assertion wants, and records it for the reporter. */
function judgeOutcome(
  state: MatcherState,
  outcome: Outcome | MeanOutcome,
  matcher: keyof LemmacheckMatchers,
): SyncResult {
  const isNot = isNegated(state);
  const wanted = wantedVerdict(matcher, isNot);
  const ofMean = isMeanOutcome(outcome);
  const wantsRefuted = wanted === "refuted";
  addRecord(state.task, ofMean ? recordOfMean(outcome, wantsRefuted) : recordOfOutcome(outcome, wantsRefuted));
  const message = ofMean ? explainMean(outcome, wanted) : explainOutcome(outcome, wanted);
  const replay = replayText(state, outcome.seed);
  return result(
    outcome.verdict === wanted,
    isNot,
    matcher,
    message + withoutVerdict(outcome.verdict, matcher) + replay,
  );
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
  if (isOutcome(received) || isMeanOutcome(received)) return judgeOutcome(state, received, matcher);
  throw new RangeError(
    `${matcher} received ${String(received)}; it must be an awaited row of audit or outcome of holdsWithProbability or hasMean`,
  );
}

function toBeSupported(this: MatcherState, received: unknown, { vacuous = false }: SupportedOptions = {}): SyncResult {
  return judge(this, received, "toBeSupported", vacuous || isNegated(this));
}

function toBeRefuted(this: MatcherState, received: unknown): SyncResult {
  return judge(this, received, "toBeRefuted", true);
}

/** What an experiment is drawn with where the options leave it out: the environment's seed, the test's name and signal. */
function withDefaults<Options extends ExperimentOptions>({ task, currentTestName }: MatcherState, options: Options) {
  return {
    ...options,
    seed: options.seed ?? process.env.LEMMACHECK_SEED ?? DEFAULT_SEED,
    name: options.name ?? currentTestName,
    signal: testSignal(task, options.signal),
  };
}

/** Throws unless an assertion that draws can wait, and has something to draw. */
function requireExperiment(
  state: MatcherState,
  received: unknown,
  matcher: keyof LemmacheckMatchers,
  type: string,
): void {
  // Inside toEqual and the like vitest takes the promise for an answer, and .not of it for a pass.
  if (!("assertion" in state))
    throw new RangeError(`${matcher} takes time; it must be used as await expect(experiment)`);
  if (typeof received !== "function")
    throw new RangeError(
      `${matcher} received ${String(received)}; it must be an experiment, (draw, random) => ${type}`,
    );
}

function toHoldWithProbability(
  this: MatcherState,
  received: Experiment,
  probability: number,
  options: ExperimentOptions = {},
): Promise<SyncResult> {
  requireExperiment(this, received, "toHoldWithProbability", "boolean");
  return holdsWithProbability(received, probability, withDefaults(this, options)).then((outcome) =>
    judgeOutcome(this, outcome, "toHoldWithProbability"),
  );
}

function toHaveMean(this: MatcherState, received: NumericExperiment, options: MeanOptions): Promise<SyncResult> {
  requireExperiment(this, received, "toHaveMean", "number");
  return hasMean(received, withDefaults(this, options)).then((outcome) => judgeOutcome(this, outcome, "toHaveMean"));
}

/** For `expect.extend(lemmacheckMatchers)`; `lemmacheck/vitest/setup`, as a setup file, does just that. */
export const lemmacheckMatchers = { toHoldWithProbability, toHaveMean, toBeSupported, toBeRefuted };
