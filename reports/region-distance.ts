import type { ClaimMap, ClaimRegion } from "../src/auditor/claim-map.js";
import { escapeHtml } from "./escape-html.js";
import { pathOf } from "./plot.js";
import { powerText } from "./power-text.js";
import { boundsOf, corner } from "./region-bounds.js";
import { type PaperText, symbolOf } from "./texts.js";

/** An arrow from the end of the experiments to where a proof begins to speak, with how far that is. */
export function regionDistance(
  regions: readonly ClaimRegion[],
  map: ClaimMap,
  paper: PaperText | undefined,
  x: (log: number) => number,
  y: (log: number) => number,
): string {
  const experiments = regions.find(({ role }) => role === "experiments");
  const from = experiments && boundsOf(experiments);
  if (!from) return "";
  const proof = [...regions.filter(({ role }) => role === "printed"), ...regions.filter(({ role }) => role === "proof")]
    .map(corner)
    .find((at) => at !== null && at[0] > from.x[1] + 1 && at[1] > from.y[1] + 1);
  if (!proof) return "";
  const [dx, dy] = [proof[0] - from.x[1], proof[1] - from.y[1]];
  const factor = (log: number) => powerText(Math.round(log));
  const text = `${factor(dx)} × in ${symbolOf(map.x, paper)}, ${factor(dy)} × in ${symbolOf(map.y, paper)}`;
  const [x0, y0, x1, y1] = [x(from.x[1]) + 3, y(from.y[1]) - 3, x(proof[0]) - 4, y(proof[1]) + 4];
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const head = [angle + 2.7, angle - 2.7].map((turn) => [x1 + 9 * Math.cos(turn), y1 + 9 * Math.sin(turn)] as const);
  const middle = [(x0 + x1) / 2, (y0 + y1) / 2] as const;
  return `<path class="distance" d="${pathOf([
    [x0, y0],
    [x1, y1],
  ])}${pathOf([head[0], [x1, y1], head[1]])}"/><text class="name" text-anchor="middle" transform="translate(${middle[0].toFixed(1)} ${middle[1].toFixed(1)}) rotate(${((angle * 180) / Math.PI).toFixed(1)})" y="-7">${escapeHtml(text)}</text>`;
}
