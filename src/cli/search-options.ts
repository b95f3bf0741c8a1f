import type { Claim } from "../auditor/claim.js";
import type { Overrides } from "../auditor/grid-cells.js";
import { DEFAULT_SEED } from "../auditor/question.js";
import { FORMS, METHODS } from "../auditor/row-fields.js";
import type { SearchQuestion } from "../auditor/search/searching.js";
import { formNames } from "../auditor/statement.js";
import type { CampaignFlags } from "./campaign-options.js";
import { parseChoice, parseCount, parseNumber } from "./parse-options.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** The options of `search`, as typed; those of cells are read apart. */
export interface SearchFlags extends CampaignFlags {
  readonly form?: string;
  readonly time?: string;
  readonly candidates?: string;
  readonly draws?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly repair?: boolean;
}

/** Seconds for each claim, unless told. */
const USUAL_TIME = 20;
const MOST_TIME = 1e6;

/** --time as typed. */
function parseTime(text: string | undefined): number {
  if (text === undefined) return USUAL_TIME;
  const seconds = parseNumber(text);
  if (!(seconds > 0 && seconds <= MOST_TIME))
    throw new UsageError(`--time is ${shown(text)}; it must be a number of seconds above 0, at most ${MOST_TIME}`);
  return seconds;
}

/** How long and by what it is searched. */
export function readSearching(flags: SearchFlags) {
  const { candidates, draws, method } = flags;
  if (flags.json && flags.repair)
    throw new UsageError("--repair is given; it must be left out with --json, which prints rows alone");
  return {
    seconds: parseTime(flags.time),
    candidates: candidates === undefined ? undefined : parseCount("--candidates", candidates, 2 ** 40),
    draws: draws === undefined ? undefined : parseCount("--draws", draws, 2 ** 40),
    method: method === undefined ? undefined : parseChoice("--method", method, METHODS),
    repair: flags.repair ?? false,
  };
}

/** Seconds after which a look is given up: a share of the search's, but longer than it takes a thread to begin. */
export const lookSecondsOf = (seconds: number): number => Math.max(1, seconds / 8);

/** A search that is to be done. */
export interface SearchJob {
  readonly key: string;
  readonly question: SearchQuestion;
  /** By the clock: that of its claim, shared by its forms. */
  readonly seconds: number;
}

/** What is searched for: each form of each claim. */
export function searchJobs(
  claims: readonly Claim[],
  {
    paper,
    seconds,
    ...flags
  }: Pick<SearchFlags, "form" | "seed"> & { readonly paper: string; readonly seconds: number },
): SearchJob[] {
  const form = flags.form === undefined ? undefined : parseChoice("--form", flags.form, FORMS);
  const seed = flags.seed ?? DEFAULT_SEED;
  const jobs = claims.flatMap((claim) => {
    const names = formNames(claim).filter((name) => form === undefined || name === form);
    return names.map((name) => ({
      key: `${claim.id}/${name}`,
      question: { paper, claim, form: name, seed },
      seconds: seconds / names.length,
    }));
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
