import { escapeHtml } from "./escape-html.js";
import { type ProsePiece, prose } from "./prose.js";

const TAGS: Readonly<Record<Exclude<ProsePiece["kind"], "words">, string>> = { code: "code", low: "sub", high: "sup" };

/**
 * Prose of a paper as HTML: nothing in it is markup of its own.
 *
 * @param linkOf what stands in place of code that names something on the page, as HTML; null for all other.
 */
export const proseHtml = (text: string, linkOf: (code: string) => string | null = () => null): string =>
  prose(text)
    .map(({ kind, text: own }) => {
      if (kind === "words") return escapeHtml(own);
      const inner = kind === "code" ? escapeHtml(own) : proseHtml(own);
      return (kind === "code" ? linkOf(own) : null) ?? `<${TAGS[kind]}>${inner}</${TAGS[kind]}>`;
    })
    .join("");
