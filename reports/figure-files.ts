import type { Row } from "../src/auditor/row-fields.js";
import { figureGraph } from "./figure-graph.js";
import { figuresOf } from "./figures-of.js";
import { exhibitFigures } from "./html-exhibits.js";
import { figureFile } from "./html-section.js";
import { standaloneSvg } from "./standalone-svg.js";
import { standings } from "./standing.js";
import type { Texts } from "./texts.js";

/** Every figure of a report as an SVG of its own, by file name. */
export function figureFiles(rows: readonly Row[], texts: Texts): Record<string, string> {
  const all = standings(rows, texts);
  const graph = figureGraph(all);
  const figures = all.flatMap(({ anchor, rows: own }) =>
    figuresOf(own, texts, anchor).map((figure) => [figureFile(anchor, figure), standaloneSvg(figure.svg)] as const),
  );
  const shown = [...texts.values()].flatMap(({ rooms }) =>
    rooms.flatMap((room) =>
      exhibitFigures(room).map((figure) => [figureFile(room.id, figure), standaloneSvg(figure.svg)] as const),
    ),
  );
  return Object.fromEntries([
    ...(graph ? [["figures/graph.svg", standaloneSvg(graph.svg)] as const] : []),
    ...figures,
    ...shown,
  ]);
}
