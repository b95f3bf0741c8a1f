import type { Row } from "lemmacheck";
import { cellText, failureText, formatNumber, verdictText } from "../../reports/format.js";

/** A row as one line for a person: what was asked, the verdict, and what it rests on. */
export function describeRow(row: Row): string {
  const facts = [
    row.failureRate === null ? row.reason : `fails ${failureText(row)}`,
    ...(row.draws === null ? [] : [`${row.draws} draws`]),
    ...(row.bound === null ? [] : [`bound ${formatNumber(row.bound)}`]),
    ...(row.slack === null ? [] : [`slack ${formatNumber(row.slack)}`]),
  ];
  const columns = [`${row.claim} ${row.form}`.padEnd(20), cellText(row).padEnd(28), verdictText(row).padEnd(19)];
  return `${columns.join(" ")} ${facts.join(", ")}`;
}
