import type { Value } from "../src/auditor/domain.js";
import { readableReason } from "../src/auditor/readable-reason.js";
import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { exponentText } from "./power-text.js";
import { type PaperText, paperOf, statementOfRow, type Texts } from "./texts.js";

/** A parameter exactly: 400, 1e15, 0.05, 1e-300. */
function numberText(x: number): string {
  if (x === 2 ** 53) return "2^53";
  return x !== 0 && (Math.abs(x) >= 1e6 || Math.abs(x) < 1e-3) ? x.toExponential().replace("e+", "e") : String(x);
}

/** The same as figures write it, who are not copied into commands: 10¹⁵, 1.5·10⁷, 2⁵³. */
export function figureNumber(x: number): string {
  const [, base, digits, exponent] = /^(?:(2)\^|(.+)e)(-?\d+)$/.exec(numberText(x)) ?? [];
  if (exponent === undefined) return numberText(x);
  return `${base ?? (digits === "1" ? "10" : `${digits}·10`)}${exponentText(Number(exponent))}`;
}

/** One parameter with its value: "d=400"; the value alone where it speaks for itself. */
export function valueText(name: string, value: Value, paper: PaperText | undefined, write = numberText): string {
  const symbol = paper && Object.hasOwn(paper.symbols, name) ? paper.symbols[name] : name;
  return `${symbol === "" ? "" : `${symbol}=`}${typeof value === "number" ? write(value) : value}`;
}

/** The cell of a row on one line: "tanh d=400 k=400 γ=0.05". */
export function cellText(row: Row, texts: Texts, write = numberText): string {
  const paper = paperOf(row, texts);
  return Object.entries(row.cell)
    .map(([name, value]) => {
      // What rests on somebody's word says so wherever it is shown.
      const declared = Object.hasOwn(row.resolved, name) && row.resolved[name].provenance === "declared";
      return `${valueText(name, value, paper, write)}${declared ? " (declared)" : ""}`;
    })
    .join(" ");
}

/** What a verdict rests on, with formulas as Unicode; what is said of a reading stands beside the statement already. */
export function reasonText(row: Row, texts: Texts): string {
  const statement = statementOfRow(row, texts);
  if (!statement) return readableReason(row.reason);
  const reading = statement.reading === null ? "" : `; a reading: ${statement.reading}`;
  const reason = reading !== "" && row.reason.endsWith(reading) ? row.reason.slice(0, -reading.length) : row.reason;
  return readableReason(reason);
}

/** A rate that is known, also where it differs from 0 or 1 by less than is shown of others. */
function exactText(rate: number): string {
  if (rate === 0) return "below 1e-307";
  return rate > 0.99995 && rate < 1 ? `1 − ${formatNumber(1 - rate)}` : formatNumber(rate);
}

/** How often the bound failed: the rate, and its limits or "exact". */
export function failureText(row: Row): string {
  const { failureRate, failureLower, failureUpper } = row;
  if (failureRate === null)
    return failureUpper === null
      ? "—"
      : `[${formatNumber(failureLower)}, ${formatNumber(failureUpper)}] (${row.method ?? "—"})`;
  if (row.method === "exact") return `${exactText(failureRate)} (exact)`;
  return `${formatNumber(failureRate)} [${formatNumber(failureLower)}, ${formatNumber(failureUpper)}]`;
}

/** "supported", "supported (vacuous)", … */
export function verdictText(row: Row): string {
  return row.vacuous ? `${row.verdict} (vacuous)` : row.verdict;
}
