import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { paperOf, type Texts } from "./texts.js";

/** A parameter exactly: 400, 1e15, 0.05, 1e-300. */
function formatParameter(x: number): string {
  if (x === 2 ** 53) return "2^53";
  return x !== 0 && (Math.abs(x) >= 1e6 || Math.abs(x) < 1e-3) ? x.toExponential().replace("e+", "e") : String(x);
}

/** The cell of a row on one line: "tanh d=400 k=400 γ=0.05". */
export function cellText(row: Row, texts: Texts): string {
  const symbols = paperOf(row, texts)?.symbols ?? {};
  return Object.entries(row.cell)
    .map(([name, value]) => {
      const symbol = Object.hasOwn(symbols, name) ? symbols[name] : name;
      const shown = typeof value === "number" ? formatParameter(value) : value;
      // What rests on somebody's word says so wherever it is shown.
      const declared = Object.hasOwn(row.resolved, name) && row.resolved[name].provenance === "declared";
      return `${symbol === "" ? "" : `${symbol}=`}${shown}${declared ? " (declared)" : ""}`;
    })
    .join(" ");
}

/** How often the bound failed: the rate, and its limits or "exact". */
export function failureText(row: Row): string {
  const { failureRate, failureLower, failureUpper } = row;
  if (failureRate === null)
    return failureUpper === null
      ? "—"
      : `[${formatNumber(failureLower)}, ${formatNumber(failureUpper)}] (${row.method ?? "—"})`;
  if (row.method === "exact") return `${failureRate === 0 ? "below 1e-307" : formatNumber(failureRate)} (exact)`;
  return `${formatNumber(failureRate)} [${formatNumber(failureLower)}, ${formatNumber(failureUpper)}]`;
}

/** "supported", "supported (vacuous)", … */
export function verdictText(row: Row): string {
  return row.vacuous ? `${row.verdict} (vacuous)` : row.verdict;
}
