import dagre from "@dagrejs/dagre";
import { wrapped } from "./plot.js";
import type { Standing } from "./standing.js";

/** One statement at its place: the middle of a box. */
export interface GraphNode {
  readonly standing: Standing;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What one statement rests on: an edge from there to here, by the anchors of both. */
interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Whether the statement itself speaks of it, or only its proof. */
  readonly by: "statement" | "proof";
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly width: number;
  readonly height: number;
}

/** Letters in a line of a box, and what a letter and a line take. */
const [LETTERS, LETTER, LINE] = [13, 7.2, 15];
const GAP = 14;

function boxOf(standing: Standing) {
  // Where it stands in the paper is said elsewhere.
  const name = (standing.statement?.name ?? standing.claim).replace(/ \(Section [^)]*\)$/, "");
  const lines = wrapped(name, LETTERS);
  const longest = Math.max(...lines.map((line) => line.length));
  return { lines, width: Math.max(56, longest * LETTER + 36), height: lines.length * LINE + 12 };
}

/** The edges between statements that are there. */
function edgesOf(all: readonly Standing[]): Omit<GraphEdge, "points">[] {
  const anchors = new Map(all.map(({ paper, claim, anchor }) => [JSON.stringify([paper, claim]), anchor]));
  return all.flatMap(({ paper, anchor, statement }) => {
    const of = (ids: readonly string[], by: GraphEdge["by"]) =>
      ids.flatMap((id) => {
        const from = anchors.get(JSON.stringify([paper, id]));
        return from === undefined || from === anchor ? [] : [{ from, to: anchor, by }];
      });
    const known = new Set<string>();
    return [...of(statement?.uses.statement ?? [], "statement"), ...of(statement?.uses.proof ?? [], "proof")].filter(
      ({ from }) => !known.has(from) && known.add(from),
    );
  });
}

/** Edges without those that follow from others: what rests on something by way of something else is not drawn twice. */
function reduced(edges: readonly Omit<GraphEdge, "points">[]): Omit<GraphEdge, "points">[] {
  const below = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const own = below.get(to);
    if (own) own.push(from);
    else below.set(to, [from]);
  }
  const reach = (start: string) => {
    const found = new Set<string>();
    const open = [...(below.get(start) ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (found.has(at)) continue;
      found.add(at);
      open.push(...(below.get(at) ?? []));
    }
    return found;
  };
  const reached = new Map([...below.keys()].map((anchor) => [anchor, reach(anchor)]));
  return edges.filter(({ from, to }) => {
    // In a circle, which a paper ought not to have, everything follows from everything: all of it is drawn.
    if (reached.get(from)?.has(to)) return true;
    return !below.get(to)?.some((other) => other !== from && reached.get(other)?.has(from));
  });
}

/** Boxes in rows below what is laid out already: those that nothing connects. */
function inRows(
  all: readonly Standing[],
  width: number,
  top: number,
): { readonly nodes: GraphNode[]; readonly height: number } {
  let [x, y, tallest] = [0, top, 0];
  const nodes = all.map((standing) => {
    const box = boxOf(standing);
    if (x > 0 && x + box.width > width) [x, y, tallest] = [0, y + tallest + GAP, 0];
    const node = { standing, ...box, x: x + box.width / 2, y: y + box.height / 2 };
    x += box.width + GAP;
    tallest = Math.max(tallest, box.height);
    return node;
  });
  return { nodes, height: nodes.length === 0 ? top : y + tallest };
}

/** Statements and what they rest on, laid out from what rests on nothing, on the left, to the theorems. Null where nothing rests on anything. */
export function layOut(all: readonly Standing[]): Graph | null {
  const edges = reduced(edgesOf(all));
  if (edges.length === 0) return null;
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 10, ranksep: 30, edgesep: 5, ranker: "network-simplex" });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const standing of all)
    if (connected.has(standing.anchor)) {
      const { width, height } = boxOf(standing);
      graph.setNode(standing.anchor, { width, height });
    }
  for (const { from, to } of edges) graph.setEdge(from, to);
  dagre.layout(graph);
  const placed = all
    .filter(({ anchor }) => connected.has(anchor))
    .map((standing) => {
      const { x, y } = graph.node(standing.anchor);
      return { standing, ...boxOf(standing), x, y };
    });
  let [width, height] = [0, 0];
  for (const { x, y, width: w, height: h } of placed)
    [width, height] = [Math.max(width, x + w / 2), Math.max(height, y + h / 2)];
  const alone = inRows(
    all.filter(({ anchor }) => !connected.has(anchor)),
    width,
    height + 56,
  );
  return {
    nodes: [...placed, ...alone.nodes],
    edges: edges.map((edge) => ({
      ...edge,
      points: (graph.edge(edge.from, edge.to)?.points ?? []).map(
        ({ x, y }: { x: number; y: number }) => [x, y] as const,
      ),
    })),
    width,
    height: Math.max(height, alone.height),
  };
}
