import type { Tried } from "../auditor/failures/try-kept.js";
import type { Overrides } from "../auditor/grid-cells.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { proposeRepairs } from "../auditor/search/repairs/propose-repairs.js";
import type { Repaired } from "../auditor/search/repairs/repaired.js";
import { searchClaim } from "../auditor/search/search-claim.js";
import type { Searched } from "../auditor/search/searched.js";
import type { SearchQuestion } from "../auditor/search/searching.js";
import { formatNumber } from "../numbers/format-number.js";
import { repairLines } from "./repair-lines.js";
import { lookSecondsOf, type readSearching, type SearchJob } from "./search-options.js";
import type { SearchShop } from "./search-shop.js";
import { type TimeLimit, timed } from "./timed.js";

/** What searches of a run have in common. */
interface WorkOptions {
  readonly open: OpenPaper;
  readonly shop: SearchShop;
  readonly searching: ReturnType<typeof readSearching>;
  readonly overrides: Overrides;
  /** What each form may spend of the error budget. */
  readonly budget: number;
  /** Whether others work, whose time is not known. */
  readonly isElsewhere: boolean;
  note(what: string): void;
}

/** What is done for a form. */
export interface SearchWork {
  /** Searches it; what is kept of it is looked at first. */
  search(job: SearchJob, limit: TimeLimit, tried: readonly Tried[]): Promise<Searched>;
  /** Looks for repairs, where it was refuted. */
  repair(job: SearchJob, result: Searched["result"]): Promise<Repaired>;
}

/** The symbol of a claim's parameter. */
const symbolOf =
  ({ parameters }: SearchQuestion["claim"]) =>
  (name: string) =>
    parameters.find((known) => known.name === name)?.symbol || name;

/** Searches, and searches for repairs, by whoever works in a shop. */
export function searchWork({ open, shop, searching, overrides, budget, isElsewhere, note }: WorkOptions): SearchWork {
  const { additions } = open;
  const { candidates, draws, method, limit: whole } = searching;
  const common = {
    additions,
    asked: overrides,
    signal: shop.signal,
    method,
    ...(draws === undefined ? {} : { draws }),
  };

  return {
    async search({ question }, limit, tried) {
      await shop.ready(question.claim);
      const started = performance.now();
      let found: number | null = null;
      const { result, isOver, used } = await timed(limit, (until) =>
        searchClaim(question, {
          ...common,
          until,
          lookSeconds: lookSecondsOf(limit),
          executor: shop.executor(until),
          first: tried.flatMap(({ failure: { claim, form, cell }, row }) =>
            row !== null && claim === question.claim.id && form === question.form ? [cell] : [],
          ),
          budget,
          ...(candidates === undefined ? {} : { candidates }),
          onFound() {
            found = (performance.now() - started) / 1000;
          },
          onProgress: (count) => note(`${question.claim.id} ${question.form}: ${formatNumber(count)} cells`),
        }),
      );
      if (isOver) await shop.renew();
      return { result, found, ...used, ...(isElsewhere && { coreSeconds: null }) };
    },

    async repair({ question }, { row, first, effort }) {
      await shop.ready(question.claim);
      note(`${question.claim.id} ${question.form}: repairs`);
      const lookSeconds = lookSecondsOf(whole);
      const { result, isOver } = await timed(whole, (until) =>
        proposeRepairs(question, {
          ...common,
          until,
          lookSeconds,
          by: shop.repairers(until, lookSeconds),
          refuted: [row?.cell ?? [], first ?? []].flat(),
          budget: Math.max(0, budget - effort.spent),
        }),
      );
      if (isOver) await shop.renew();
      return { lines: repairLines(result, symbolOf(question.claim)), spent: result.spent };
    },
  };
}
