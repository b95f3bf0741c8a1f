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
