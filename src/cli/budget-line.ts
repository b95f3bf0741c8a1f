import { RUN_BUDGET } from "../chance/error-budget.js";
import { formatNumber } from "../numbers/format-number.js";

/** What a run has spent of its error budget, for a person. */
export const budgetLine = (spent: number): string =>
  `A false verdict anywhere in this run has probability at most ${formatNumber(spent)} (budget ${formatNumber(RUN_BUDGET)}).`;
