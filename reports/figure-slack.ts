import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { drawsText } from "./draws-text.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { figureNumber } from "./format.js";
import { varyingNumbers } from "./numeric-names.js";
import { svgOf } from "./plot.js";
import { paperOf, symbolOf, type Texts } from "./texts.js";

/** Tiles along either side of a panel, and panels, at most. */
const [MOST_TILES, MOST_PANELS] = [8, 12];
const [TILE_WIDTH, TILE_HEIGHT] = [58, 30];
/** A picture wider than this has a line of the page to itself, and panels side by side up to the second. */
const [WIDE, WIDEST] = [640, 1240];

/** What the rows at one place come to: refuted, the least slack, or vacuous. */
interface Tile {
  refuted: boolean;
  slack: number | null;
  vacuous: boolean;
  rows: number;
}

/** How much room a slack leaves, as one of five shades. */
const shade = (slack: number) => (slack < 1.2 ? 0 : slack < 2 ? 1 : slack < 5 ? 2 : slack < 20 ? 3 : 4);

const spread = (values: readonly number[]) =>
  values.length <= MOST_TILES
    ? values
    : Array.from({ length: MOST_TILES }, (_, i) => values[Math.round((i * (values.length - 1)) / (MOST_TILES - 1))]);

function tileSvg(tile: Tile | undefined, x: number, y: number, hatch: string): string {
  const [w, h] = [TILE_WIDTH - 2, TILE_HEIGHT - 2];
  if (!tile) return `<rect class="tile none" x="${x}" y="${y}" width="${w}" height="${h}"/>`;
  const text = tile.refuted
    ? "refuted"
    : tile.slack !== null
      ? formatNumber(Number(tile.slack.toPrecision(3)))
      : tile.vacuous
        ? "vacuous"
        : "—";
  const classes = tile.refuted ? "bad" : tile.slack !== null ? `shade${shade(tile.slack)}` : "none";
  const lines =
    tile.vacuous && tile.slack === null && !tile.refuted
      ? `<rect class="hatched" fill="url(#${hatch})" x="${x}" y="${y}" width="${w}" height="${h}"/>`
      : "";
  return `<rect class="tile ${classes}" x="${x}" y="${y}" width="${w}" height="${h}"/>${lines}<text class="small ${classes}" x="${x + w / 2}" y="${y + h / 2}" dy="0.35em" text-anchor="middle">${text}</text>`;
}

/**
 * Slack over two parameters, a tile for each pair of values: the least over all others, hatched where the bound says nothing. Forms,
 * and the values of the paper's panels, stand side by side. Null where fewer than two parameters vary.
 *
 * @param id a name that no other figure of the page has.
 */
export function figureSlack(rows: readonly Row[], texts: Texts, id: string): Figure | null {
  const own = rows.filter(({ slack, vacuous, verdict }) => slack !== null || vacuous || verdict === "refuted");
  if (own.every(({ slack }) => slack === null)) return null;
  const paper = paperOf(own[0], texts);
  const [xName, yName] = varyingNumbers(own, paper);
  if (yName === undefined) return null;
  const panelName = paper?.panels.find((name) => new Set(own.map(({ cell }) => cell[name])).size > 1);
  const panels = new Map<string, Row[]>();
  for (const row of own) {
    const value = panelName === undefined ? "" : String(row.cell[panelName] ?? "");
    const key = `${value}${value === "" ? "" : ", "}${row.form === "printed" ? "as printed" : "repaired"}`;
    const panel = panels.get(key);
    if (panel) panel.push(row);
    else panels.set(key, [row]);
  }
  const valuesOf = (name: string) =>
    spread(
      [...new Set(own.flatMap(({ cell }) => (typeof cell[name] === "number" ? [cell[name]] : [])))].toSorted(
        (a, b) => a - b,
      ),
    );
  const [xs, ys] = [valuesOf(xName), valuesOf(yName)];
  const shown = [...panels].slice(0, MOST_PANELS);
  const [panelWidth, panelHeight] = [78 + xs.length * TILE_WIDTH, 74 + ys.length * TILE_HEIGHT];
  const across = Math.max(1, Math.min(shown.length, Math.floor(WIDEST / panelWidth)));
  const hatch = `${id}-hatch`;
  const drawnPanels = shown.map(([title, group], k) => {
    const tiles = new Map<string, Tile>();
    for (const { cell, slack, vacuous, verdict } of group) {
      const key = `${String(cell[xName])} ${String(cell[yName])}`;
      const tile = tiles.get(key) ?? { refuted: false, slack: null, vacuous: false, rows: 0 };
      tile.refuted ||= verdict === "refuted";
      tile.vacuous ||= vacuous;
      if (slack !== null && verdict === "supported") tile.slack = Math.min(tile.slack ?? Infinity, slack);
      tile.rows++;
      tiles.set(key, tile);
    }
    const body = ys.flatMap((y, j) =>
      xs.map((x, i) =>
        tileSvg(tiles.get(`${x} ${y}`), 70 + i * TILE_WIDTH, 28 + (ys.length - 1 - j) * TILE_HEIGHT, hatch),
      ),
    );
    const floor = 28 + ys.length * TILE_HEIGHT;
    const xTicks = xs.map(
      (x, i) =>
        `<text class="small" x="${70 + (i + 0.5) * TILE_WIDTH}" y="${floor + 14}" text-anchor="middle">${figureNumber(x)}</text>`,
    );
    const yTicks = ys.map(
      (y, j) =>
        `<text class="small" x="64" y="${28 + (ys.length - 0.5 - j) * TILE_HEIGHT}" dy="0.35em" text-anchor="end">${figureNumber(y)}</text>`,
    );
    const place = `translate(${(k % across) * panelWidth} ${Math.floor(k / across) * panelHeight})`;
    return `<g transform="${place}"><text class="axis" x="70" y="16">${escapeHtml(title)}</text>${body.join("")}${xTicks.join("")}${yTicks.join("")}<text class="axis" x="${70 + (xs.length * TILE_WIDTH) / 2}" y="${floor + 32}" text-anchor="middle">${escapeHtml(symbolOf(xName, paper))}</text><text class="axis" x="14" y="${28 + (ys.length * TILE_HEIGHT) / 2}" text-anchor="middle">${escapeHtml(symbolOf(yName, paper))}</text></g>`;
  });
  const pattern = `<defs><pattern id="${hatch}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>`;
  const [width, height] = [across * panelWidth, Math.ceil(shown.length / across) * panelHeight];
  return {
    name: "slack",
    wide: width > WIDE,
    title: `Slack over ${symbolOf(xName, paper)} and ${symbolOf(yName, paper)}`,
    svg: svgOf(Math.max(360, width), height, "Slack of the bound over two parameters", pattern + drawnPanels.join("")),
    caption: `The least slack of the cells audited there: 1 is tight. Hatched, the bound says no more than is known without it; grey, nothing was audited there or nothing decided.${panels.size > shown.length ? ` ${shown.length} of ${panels.size} panels.` : ""} ${drawsText(own)}.`,
  };
}
