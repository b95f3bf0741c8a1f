import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { type GraphNode, layOut } from "./graph-layout.js";
import { sizeStyle } from "./plot.js";
import { smoothPath as curveThrough } from "./smooth-path.js";
import { STATUS_WORDS, type Standing, type Status, standingText } from "./standing.js";

/** What stands before a name, so that colours are not needed. */
export const GLYPHS: Readonly<Record<Status, string>> = {
  holds: "✓",
  vacuous: "○",
  false: "✗",
  gap: "△",
  fails: "≠",
  undecided: "?",
};

const STATUSES: readonly Status[] = ["holds", "vacuous", "false", "gap", "fails", "undecided"];

/** The outline of a box by status: rounded, cut at the corners, pointed at the sides, slanted. */
function outline(status: Status, width: number, height: number): string {
  const [w, h] = [width / 2, height / 2];
  switch (status) {
    case "false": {
      const c = 9;
      return `M${-w + c} ${-h}H${w - c}L${w} ${-h + c}V${h - c}L${w - c} ${h}H${-w + c}L${-w} ${h - c}V${-h + c}Z`;
    }
    case "gap": {
      const c = 12;
      return `M${-w + c} ${-h}H${w - c}L${w} 0L${w - c} ${h}H${-w + c}L${-w} 0Z`;
    }
    case "fails": {
      const c = 12;
      return `M${-w + c} ${-h}H${w}L${w - c} ${h}H${-w}Z`;
    }
    default: {
      const r = Math.min(h, 12);
      return `M${-w + r} ${-h}H${w - r}A${r} ${r} 0 0 1 ${w} ${-h + r}V${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}H${-w + r}A${r} ${r} 0 0 1 ${-w} ${h - r}V${-h + r}A${r} ${r} 0 0 1 ${-w + r} ${-h}Z`;
    }
  }
}

/** "Lemma 1: false as printed, repaired; rests on (11), which is refuted as printed". */
function nodeTitle(standing: Standing, labelOf: (claim: string) => string): string {
  const below = standing.refutedBelow.map(labelOf);
  const rests = below.length === 0 ? "" : `; rests on ${below.join(", ")}, refuted as printed`;
  return `${standing.label}: ${standingText(standing)}${rests}`;
}

function nodeSvg({ standing, lines, x, y, width, height }: GraphNode, labelOf: (claim: string) => string): string {
  const { status, refutedBelow, anchor, mended } = standing;
  const classes = ["node", status, ...(refutedBelow.length > 0 ? ["rests"] : []), ...(mended ? ["mended"] : [])].join(
    " ",
  );
  const halo = refutedBelow.length > 0 ? `<path class="halo" d="${outline(status, width + 8, height + 8)}"/>` : "";
  const texts = lines.map((line, i) => `<tspan x="9" dy="${i === 0 ? "0.36em" : 15}">${escapeHtml(line)}</tspan>`);
  const top = -((lines.length - 1) * 15) / 2;
  return `<a href="#${escapeHtml(anchor)}" class="${classes}" data-node="${escapeHtml(anchor)}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><title>${escapeHtml(nodeTitle(standing, labelOf))}</title>${halo}<path class="box" d="${outline(status, width, height)}"/><text class="glyph" x="${-width / 2 + 16}" y="0" dy="0.36em" text-anchor="middle">${GLYPHS[status]}</text><text x="9" y="${top}" text-anchor="middle">${texts.join("")}</text></a>`;
}

/** As wide as a line of the legend is at least. */
const LEGEND = 446;

/** The statuses that are there, each with a small box, from left to right. */
function legend(all: readonly Standing[], width: number): { readonly svg: string; readonly height: number } {
  const statuses = STATUSES.filter((status) => all.some((own) => own.status === status));
  const entries = statuses.map((status) => ({
    text: `${STATUS_WORDS[status]}${all.some((own) => own.status === status && own.mended) ? ", repaired" : ""}`,
    box: `<g class="node ${status}"><path class="box" d="${outline(status, 40, 22)}"/><text class="glyph" dy="0.36em" text-anchor="middle">${GLYPHS[status]}</text></g>`,
  }));
  if (all.some(({ refutedBelow }) => refutedBelow.length > 0))
    entries.push({
      text: "red ring: rests on what is refuted as printed",
      box: `<g class="node holds rests"><path class="halo" d="${outline("holds", 46, 28)}"/><path class="box" d="${outline("holds", 38, 20)}"/></g>`,
    });
  entries.push(
    { text: "named by the statement", box: '<path class="edge" d="M-20 0H20"/>' },
    { text: "used in its proof", box: '<path class="edge proof" d="M-20 0H20"/>' },
  );
  let [x, y] = [0, 0];
  const drawn = entries.map(({ text, box }) => {
    const w = 62 + text.length * 7.2;
    if (x > 0 && x + w > width) [x, y] = [0, y + 34];
    const at = `<g transform="translate(${x + 24} ${y + 16})">${box}</g><text x="${x + 52}" y="${y + 21}">${escapeHtml(text)}</text>`;
    x += w;
    return at;
  });
  return { svg: drawn.join(""), height: y + 50 };
}

/** The graph of a paper: its statements, how each stands, and what rests on what. Null where nothing rests on anything. */
export function figureGraph(all: readonly Standing[]): Figure | null {
  const graph = layOut(all);
  if (graph === null) return null;
  const labels = new Map(all.map(({ claim, statement }) => [claim, statement?.name ?? claim]));
  const labelOf = (claim: string) => labels.get(claim) ?? claim;
  const margin = 12;
  const width = Math.max(graph.width, LEGEND) + 2 * margin;
  const head = legend(all, Math.max(graph.width, LEGEND));
  const edges = graph.edges.map(
    ({ from, to, by, points }) =>
      `<path class="edge ${by}" data-from="${escapeHtml(from)}" data-to="${escapeHtml(to)}" d="${curveThrough(points)}"/>`,
  );
  const nodes = graph.nodes.map((node) => nodeSvg(node, labelOf));
  const height = graph.height + head.height + 2 * margin;
  return {
    name: "graph",
    title: "What rests on what",
    svg: `<svg class="figure graph" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" style="${sizeStyle(width, 0.72)}" role="group" aria-label="The statements, how each stands, and what rests on what"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrow" d="M0 0L8 4L0 8Z"/></marker></defs><g transform="translate(${margin} ${margin})">${head.svg}<g transform="translate(0 ${head.height})">${edges.join("")}${nodes.join("")}</g></g></svg>`,
    caption:
      "An arrow leads from a statement to what rests on it; those that follow from others are left out. Choose one to see what it rests on and what rests on it; its place is then in the address.",
  };
}
