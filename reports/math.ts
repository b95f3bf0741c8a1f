import temml from "temml";
import { escapeHtml } from "./escape-html.js";

/** LaTeX as MathML; what cannot be read as LaTeX is shown as it is. */
export function mathMl(latex: string, displayMode = true): string {
  try {
    return temml.renderToString(latex, { displayMode, throwOnError: true, trust: false });
  } catch {
    return `<code>${escapeHtml(latex)}</code>`;
  }
}
