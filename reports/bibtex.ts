import type { RunRecord } from "./run-record.js";
import type { PaperText } from "./texts.js";

const plain = (text: string) => text.replaceAll(/[{}\\]/g, "").replaceAll(/[%#&$_]/g, String.raw`\$&`);

/** How to cite a paper: the entry that it brings, or one made of what it says of itself. */
export function bibtexOf({
  id,
  title,
  authors,
  year,
  source,
  bibtex,
}: Pick<PaperText, "id" | "title" | "authors" | "year" | "source" | "bibtex">): string {
  return (
    bibtex ??
    `@misc{${id},\n  title  = {${plain(title)}},\n  author = {${authors.map(plain).join(" and ")}},\n  year   = {${year}},\n  note   = {${plain(source)}}\n}`
  );
}

/** How to cite a run: what was audited, when, with which version and seed. */
export const auditBibtex = (
  { id, title }: Pick<PaperText, "id" | "title">,
  { lemmacheck, seed, started }: RunRecord,
): string =>
  `@misc{audit-of-${id},\n  title  = {An audit of \\emph{${plain(title)}}},\n  author = {{The lemmacheck developers}},\n  year   = {${plain(started.slice(0, 4))}},\n  note   = {lemmacheck ${plain(lemmacheck)}, seed ${plain(seed)}}\n}`;
