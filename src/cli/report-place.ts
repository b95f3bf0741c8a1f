/** Where reports are written unless --out says otherwise. */
export const DEFAULT_OUT = "lemmacheck-report";

/** The files of every report, beside its figures. */
export const REPORT_FILES = [
  "rows.jsonl",
  "rows.csv",
  "rows.parquet",
  "report.md",
  "tables.tex",
  "index.html",
] as const;
