import { paperText } from "../../reports/texts.js";
import { openFailures } from "../auditor/failures/failure-database.js";
import type { Overrides } from "../auditor/grid-cells.js";
import { DEFAULT_SEED } from "../auditor/question.js";
import { FORMS, METHODS, type Row } from "../auditor/row-fields.js";
import { proposeRepairs } from "../auditor/search/repairs/propose-repairs.js";
import { type SearchQuestion, type SearchResult, searchClaim } from "../auditor/search/search-claim.js";
import { formNames } from "../auditor/statement.js";
import { RUN_BUDGET } from "../chance/error-budget.js";
import { formatNumber } from "../numbers/format-number.js";
import { budgetLine } from "./budget-line.js";
import type { Context } from "./context.js";
import { isUnexpected } from "./is-unexpected.js";
import { jsonText } from "./json-text.js";
import { keptLines, stillFails, tryAllKept } from "./kept-failures.js";
import { parseChoice, parseCount, parseNumber } from "./parse-options.js";
import { startProgress } from "./progress.js";
import { openSearchShop } from "./search-shop.js";
import { repairLines, searchText } from "./search-text.js";
import { selectClaims } from "./select-claims.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";
import { parseWorkers } from "./workshop.js";

/** The options of `search`, as typed; those of cells are read apart. */
export interface SearchFlags {
  readonly form?: string;
  readonly time?: string;
  readonly candidates?: string;
  readonly draws?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly repair?: boolean;
  readonly json?: boolean;
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

/** What is searched for: each form of each claim, at the values that were asked for. */
function questionsOf(
  claims: Awaited<ReturnType<typeof selectClaims>>,
  { form, ...rest }: SearchFlags & { readonly paper: string },
) {
  const asked = form === undefined ? undefined : parseChoice("--form", form, FORMS);
  const seed = rest.seed ?? DEFAULT_SEED;
  const questions = claims.flatMap((claim) =>
    formNames(claim)
      .filter((name) => asked === undefined || name === asked)
      .map((name): SearchQuestion => ({ paper: rest.paper, claim, form: name, seed })),
  );
  if (questions.length === 0)
    throw new UsageError(
      `--form is ${asked}; it must be printed, the only form of ${claims.map(({ id }) => id).join(", ")}`,
    );
  return questions;
}

/** `search [CLAIM…]`: looks for cells at which claims are refuted, and prints the rows of the simplest. Returns the exit code. */
export async function searchCommand(
  names: readonly string[],
  flags: SearchFlags,
  { overrides, flagOf }: { readonly overrides: Overrides; flagOf(name: string): string },
  { open, output }: Context,
): Promise<number> {
  const { additions, paper } = open;
  const claims = await selectClaims(open, names);
  const seconds = parseTime(flags.time);
  const candidates = flags.candidates === undefined ? undefined : parseCount("--candidates", flags.candidates, 2 ** 40);
  const draws = flags.draws === undefined ? undefined : parseCount("--draws", flags.draws, 2 ** 40);
  const method = flags.method === undefined ? undefined : parseChoice("--method", flags.method, METHODS);
  const workers = parseWorkers(flags.workers);
  const json = flags.json ?? false;
  if (json && flags.repair)
    throw new UsageError("--repair is given; it must be left out with --json, which prints rows alone");
  const questions = questionsOf(claims, { ...flags, paper: paper.id });
  for (const [name, values] of Object.entries(overrides))
    if (!claims.some(({ parameters }) => parameters.some((known) => known.name === name)))
      throw new UsageError(
        `${flagOf(name)} is ${values?.join(",")}; it must be left out, since ${claims.map(({ id }) => id).join(", ")} has no such parameter`,
      );

  const texts = new Map([[paper.id, paperText(paper, open.parameters, claims)]]);
  const failures = openFailures(process.cwd());
  const progress = startProgress({ steps: questions.length }, json, output);
  const shop = openSearchShop(workers, open);
  const rows: Row[] = [];
  let spent = 0;
  try {
    const tried = await tryAllKept(failures, claims, paper.id, {
      additions,
      signal: shop.signal,
      executor: shop.executor(new AbortController().signal),
    });
    if (!json) for (const line of keptLines(tried, claims, texts)) progress.print(line);
    for (const question of questions) {
      const forms = questions.filter(({ claim }) => claim === question.claim).length;
      await shop.ready(question.claim);
      const { result, isOver } = await timed(seconds / forms, (until) =>
        searchClaim(question, {
          additions,
          asked: overrides,
          until,
          signal: shop.signal,
          executor: shop.executor(until),
          first: tried
            .filter(
              ({ failure, row }) =>
                row !== null && failure.claim === question.claim.id && failure.form === question.form,
            )
            .map(({ failure }) => failure.cell),
          method,
          budget: RUN_BUDGET / questions.length,
          ...(candidates === undefined ? {} : { candidates }),
          ...(draws === undefined ? {} : { draws }),
          onProgress: (count) => progress.note(`${question.claim.id} ${question.form}: ${formatNumber(count)} cells`),
        }),
      );
      if (isOver) await shop.renew();
      spent += result.effort.spent;
      if (result.row) {
        rows.push(result.row);
        failures.keep(result.row);
      }
      for (const line of linesOf(question, result)) progress.print(line);
      if (flags.repair && result.row) {
        const refuted = [result.row.cell, ...(result.first ? [result.first] : [])];
        const { result: standing } = await timed(seconds, (until) =>
          proposeRepairs(question, { additions, asked: overrides, until, signal: shop.signal, refuted }),
        );
        for (const line of repairLines(standing, symbolOf(question.claim))) progress.print(line);
      }
      progress.step(`${question.claim.id} ${question.form}`);
    }
    progress.stop();
    for (const line of failures.problems()) process.stderr.write(`${line}\n`);
    if (!json) output.print(closing(rows.length, questions.length, spent));
    return rows.some((row) => isUnexpected(row, claims)) || stillFails(tried, claims) ? 1 : 0;
  } finally {
    progress.stop();
    await shop.close();
  }

  function linesOf(question: SearchQuestion, result: SearchResult): string[] {
    if (json) return result.row ? [jsonText(result.row)] : [];
    return searchText(question, result, texts);
  }
}

const closing = (refuted: number, searched: number, spent: number) =>
  `\n${searched} form${searched === 1 ? "" : "s"} searched, ${refuted} refuted\n${budgetLine(spent)}`;

/** The symbol of a claim's parameter. */
const symbolOf =
  ({ parameters }: SearchQuestion["claim"]) =>
  (name: string) =>
    parameters.find((known) => known.name === name)?.symbol || name;

/** Runs a search for so many seconds of the clock. */
async function timed<T>(seconds: number, search: (until: AbortSignal) => Promise<T>) {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new Error("the time is over")), 1000 * seconds);
  try {
    return { result: await search(end.signal), isOver: end.signal.aborted };
  } finally {
    clearTimeout(timer);
  }
}
