import type { Figure } from "./figure.js";
import { figureGraph } from "./figure-graph.js";
import { exhibitFigures } from "./html-exhibits.js";
import { figureFile } from "./html-section.js";
import { standaloneSvg } from "./standalone-svg.js";
import type { Standing } from "./standing.js";
import type { Texts } from "./texts.js";

/**
 * Every figure of a report as an SVG of its own, by file name.
 *
 * @param statementFigures those of each standing.
 */
export function figureFiles(
  all: readonly Standing[],
  texts: Texts,
  statementFigures: (standing: Standing) => readonly Figure[],
): Record<string, string> {
  const graph = figureGraph(all);
  const figures = all.flatMap((standing) =>
    statementFigures(standing).map(
      (figure) => [figureFile(standing.anchor, figure), standaloneSvg(figure.svg)] as const,
    ),
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
