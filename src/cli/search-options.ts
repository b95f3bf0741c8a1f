import type { Claim } from "../auditor/claim.js";
import type { Overrides } from "../auditor/grid-cells.js";
import { DEFAULT_SEED } from "../auditor/question.js";
import { FORMS, METHODS } from "../auditor/row-fields.js";
import type { SearchQuestion } from "../auditor/search/searching.js";
import { formNames } from "../auditor/statement.js";
import type { CampaignFlags } from "./campaign-options.js";
import { parseChoice, parseCount, parseNumber } from "./parse-options.js";
import { shown } from "./shown.js";
import type { TimeLimit } from "./timed.js";
import { UsageError } from "./usage-error.js";

/** The options of `search`, as typed; those of cells are read apart. */
export interface SearchFlags extends CampaignFlags {
  readonly form?: string;
  readonly time?: string;
  readonly coreSeconds?: string;
  readonly candidates?: string;
  readonly draws?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly repair?: boolean;
}

/** Seconds for each claim, unless told. */
const USUAL_TIME = 20;
const MOST_TIME = 1e6;

/** A number of seconds as typed. */
function parseSeconds(option: string, text: string): number {
  const seconds = parseNumber(text);
  if (!(seconds > 0 && seconds <= MOST_TIME))
    throw new UsageError(`${option} is ${shown(text)}; it must be a number of seconds above 0, at most ${MOST_TIME}`);
  return seconds;
}

/** What a claim may take: by the clock unless told, and with --core-seconds alone as long as these take. */
function readLimit({ time, coreSeconds }: SearchFlags): TimeLimit {
  return {
    seconds: time !== undefined ? parseSeconds("--time", time) : coreSeconds === undefined ? USUAL_TIME : MOST_TIME,
    coreSeconds: coreSeconds === undefined ? Infinity : parseSeconds("--core-seconds", coreSeconds),
  };
}

/** How long and by what it is searched. */
export function readSearching(flags: SearchFlags) {
  const { candidates, draws, method } = flags;
  if (flags.json && flags.repair)
    throw new UsageError("--repair is given; it must be left out with --json, which prints rows alone");
  if (flags.coreSeconds !== undefined && flags.redis !== undefined)
    throw new UsageError(
      `--core-seconds is ${shown(flags.coreSeconds)}; it must be left out with --redis, whose workers' time is not known here`,
    );
  return {
    limit: readLimit(flags),
    candidates: candidates === undefined ? undefined : parseCount("--candidates", candidates, 2 ** 40),
    draws: draws === undefined ? undefined : parseCount("--draws", draws, 2 ** 40),
    method: method === undefined ? undefined : parseChoice("--method", method, METHODS),
    repair: flags.repair ?? false,
  };
}

/** Seconds after which a look is given up: a share of the search's, but longer than it takes a thread to begin. */
export const lookSecondsOf = ({ seconds, coreSeconds }: TimeLimit): number =>
  Math.max(1, Math.min(seconds, coreSeconds) / 8);

/** About how long it takes by the clock, where every thread has a core. */
export const expectedSeconds = ({ seconds, coreSeconds }: TimeLimit, workers: number): number =>
  Math.min(seconds, coreSeconds / Math.max(1, workers));

/** A search that is to be done. */
export interface SearchJob {
  readonly key: string;
  readonly question: SearchQuestion;
  /** The keys of the searches of its claim, this one's included, in their order. */
  readonly forms: readonly string[];
  /** What all of them may take. */
  readonly limit: TimeLimit;
}

/** What is searched for: each form of each claim. */
export function searchJobs(
  claims: readonly Claim[],
  {
    paper,
    limit,
    ...flags
  }: Pick<SearchFlags, "form" | "seed"> & { readonly paper: string; readonly limit: TimeLimit },
): SearchJob[] {
  const form = flags.form === undefined ? undefined : parseChoice("--form", flags.form, FORMS);
  const seed = flags.seed ?? DEFAULT_SEED;
  const jobs = claims.flatMap((claim) => {
    const names = formNames(claim).filter((name) => form === undefined || name === form);
    const forms = names.map((name) => `${claim.id}/${name}`);
    return names.map((name, i) => ({ key: forms[i], question: { paper, claim, form: name, seed }, forms, limit }));
  });
  if (jobs.length === 0)
    throw new UsageError(
      `--form is ${form}; it must be printed, the only form of ${claims.map(({ id }) => id).join(", ")}`,
    );
  return jobs;
}

/** @throws UsageError for a value of a parameter that none of the claims has. */
export function checkAsked(claims: readonly Claim[], overrides: Overrides, flagOf: (name: string) => string): void {
  for (const [name, values] of Object.entries(overrides))
    if (!claims.some(({ parameters }) => parameters.some((known) => known.name === name)))
      throw new UsageError(
        `${flagOf(name)} is ${values?.join(",")}; it must be left out, since ${claims.map(({ id }) => id).join(", ")} has no such parameter`,
      );
}
