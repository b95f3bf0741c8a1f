import type { Figure } from "./figure.js";
import { figuresOf } from "./figures-of.js";
import type { Standing } from "./standing.js";
import type { Texts } from "./texts.js";

/** The figures of a statement, each drawn once: the page shows them, and the files beside it have them. */
export function statementFigures(texts: Texts): (standing: Standing) => readonly Figure[] {
  const drawn = new Map<string, readonly Figure[]>();
  return ({ anchor, rows }) => {
    const figures = drawn.get(anchor) ?? figuresOf(rows, texts, anchor);
    drawn.set(anchor, figures);
    return figures;
  };
}
