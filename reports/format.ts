import { CELL_FIELDS, ROW_FIELDS, type Row } from "lemmacheck";

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
  return x !== 0 && (Math.abs(x) >= 1e6 || Math.abs(x) < 1e-3) ? x.toExponential().replace("e+", "e") : String(x);
}

/** How parameters are written; others by their own name. */
const SYMBOLS: Readonly<Record<string, string>> = {
  depth: "L",
  gamma: "γ",
  radius: "R",
  eta: "η",
  gradientNorm: "‖∇f‖",
  correlation: "ρ",
};

/** The parameters of a row's cell, in the order of the row: those that every row has, then its own. */
export function cellOf(row: Row): (readonly [name: string, value: string | number])[] {
  const own = Object.keys(row).filter((name) => !(ROW_FIELDS as readonly string[]).includes(name));
  return [...CELL_FIELDS, ...own].flatMap((name) => {
    const value = row[name];
    return typeof value === "string" || typeof value === "number" ? [[name, value] as const] : [];
  });
}

/** The cell of a row on one line: "tanh d=400 k=400 γ=0.05". */
export function cellText(row: Row): string {
  return cellOf(row)
    .map(([name, value]) => {
      // What rests on somebody's word says so wherever it is shown.
      if (name === "psi") return row.provenance === "declared" ? `${value} (declared)` : value;
      return `${SYMBOLS[name] ?? name}=${typeof value === "number" ? formatParameter(value) : value}`;
    })
    .join(" ");
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
