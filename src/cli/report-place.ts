/** Where reports are written unless --out says otherwise. */
export const DEFAULT_OUT = "lemmacheck-report";

/** The files of a report. */
export const REPORT_FILES = ["rows.jsonl", "rows.csv", "report.md", "index.html"] as const;
