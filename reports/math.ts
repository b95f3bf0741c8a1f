import temml from "temml";
import { escapeHtml } from "./escape-html.js";
import { visible } from "./visible.js";

/** LaTeX as MathML, in a line in parts between which it may be broken; what cannot be read as LaTeX is shown as it is. */
export function mathMl(latex: string, displayMode = true): string {
  const wrap = displayMode ? "none" : "tex";
  try {
    return temml.renderToString(visible(latex), {
      displayMode,
      wrap,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
    });
  } catch {
    return `<code>${escapeHtml(latex)}</code>`;
  }
}

/** Whether temml can read a text as LaTeX. */
export function isLatex(latex: string): boolean {
  try {
    temml.renderToString(latex, { throwOnError: true, trust: false, maxExpand: 1000 });
    return true;
  } catch {
    return false;
  }
}
