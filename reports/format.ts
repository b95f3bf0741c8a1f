import type { Row } from "lemmacheck";

/** A number for people: four significant digits, no exponent from 1e-3 up to 1e6; an em dash for null. */
export function formatNumber(x: number | null): string {
  if (x === null) return "—";
  const size = Math.abs(x);
  if (x === 0 || (Number.isInteger(x) && size < 1e6)) return String(x);
  if (size >= 1e6 || size < 1e-3) return Number(x.toPrecision(4)).toExponential().replace("e+", "e");
  return String(Number(x.toPrecision(4)));
}

/** A parameter exactly: 400, 1e15, 0.05, 1e-300. */
function formatParameter(x: number): string {
  if (x === 2 ** 53) return "2^53";
  return Math.abs(x) >= 1e6 || Math.abs(x) < 1e-3 ? x.toExponential().replace("e+", "e") : String(x);
}

const SYMBOLS = { d: "d", k: "k", depth: "L", gamma: "γ", radius: "R" } as const;

/** The cell of a row on one line: "tanh d=400 k=400 γ=0.05". */
export function cellText(row: Row): string {
  const { psi, d, k, depth, gamma, radius } = row;
  const numbers = Object.entries({ d, k, depth, gamma, radius } satisfies Record<keyof typeof SYMBOLS, number | null>);
  const symbols: Readonly<Record<string, string>> = SYMBOLS;
  return [
    ...(psi === null ? [] : [psi]),
    ...numbers.flatMap(([name, value]) => (value === null ? [] : [`${symbols[name]}=${formatParameter(value)}`])),
  ].join(" ");
}

/** How often the bound failed: the rate, and its limits or "exact". */
export function failureText(row: Row): string {
  if (row.failureRate === null) return "—";
  if (row.method === "exact")
    return `${row.failureRate === 0 ? "below 1e-307" : formatNumber(row.failureRate)} (exact)`;
  return `${formatNumber(row.failureRate)} [${formatNumber(row.failureLower)}, ${formatNumber(row.failureUpper)}]`;
}

/** "supported", "supported (vacuous)", … */
export function verdictText(row: Row): string {
  return row.vacuous ? `${row.verdict} (vacuous)` : row.verdict;
}
