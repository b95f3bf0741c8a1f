import { escapeHtml } from "./escape-html.js";
import { type ProsePiece, prose } from "./prose.js";

/** How far down a piece stands, in pixels. */
const DOWN: Readonly<Record<ProsePiece["kind"], number>> = { words: 0, code: 0, low: 4, high: -5 };

/** A name with mathematics in it as the content of an SVG text: what stands low or high is smaller. */
export function proseSvg(text: string): string {
  let at = 0;
  return prose(text)
    .map(({ kind, text: own }) => {
      const dy = DOWN[kind] - at;
      at = DOWN[kind];
      if (dy === 0) return escapeHtml(own);
      return `<tspan dy="${dy}"${at === 0 ? "" : ' font-size="80%"'}>${escapeHtml(own)}</tspan>`;
    })
    .join("");
}
