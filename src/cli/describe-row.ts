import { cellText, failureText, reasonText, verdictText } from "../../reports/format.js";
import type { Texts } from "../../reports/texts.js";
import type { Row } from "../auditor/row-fields.js";
import { formatNumber } from "../numbers/format-number.js";
import { oneLine } from "./printable.js";

/** A row as one line for a person: what was asked, the verdict, and what it rests on. */
export function describeRow(row: Row, texts: Texts): string {
  const facts = [
    row.failureRate === null ? reasonText(row, texts) : `fails ${failureText(row)}`,
    ...(row.draws === null ? [] : [`${row.draws} draws`]),
    ...(row.bound === null ? [] : [`bound ${formatNumber(row.bound)}`]),
    ...(row.slack === null ? [] : [`slack ${formatNumber(row.slack)}`]),
  ];
  const columns = [`${row.claim} ${row.form}`.padEnd(20), cellText(row, texts).padEnd(28), verdictText(row).padEnd(19)];
  return oneLine(`${columns.join(" ")} ${facts.join(", ")}`);
}
