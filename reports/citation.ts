import type { Paper } from "../src/auditor/paper.js";

/** A paper as people cite it: authors, title, year and where it can be read. */
export function citation({
  title,
  authors,
  year,
  source,
}: Pick<Paper, "title" | "authors" | "year" | "source">): string {
  return `${authors.join(", ")}${authors.length > 0 ? ". " : ""}${title} (${year}). ${source}`;
}
