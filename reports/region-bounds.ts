import type { ClaimRegion } from "../src/auditor/claim-map.js";
import type { Span } from "../src/auditor/region-spans.js";

/** A place on a map, as decimal logarithms or where it is drawn. */
export type Point = readonly [x: number, y: number];

/** The least box around a region, in decimal logarithms. */
export function boundsOf({ columns }: ClaimRegion): { readonly x: Span; readonly y: Span } | null {
  const filled = columns.filter(({ spans }) => spans.length > 0);
  if (filled.length === 0) return null;
  let [low, high] = [Infinity, -Infinity];
  for (const { spans } of filled)
    for (const [from, to] of spans) [low, high] = [Math.min(low, from), Math.max(high, to)];
  return { x: [filled[0].x, filled[filled.length - 1].x], y: [low, high] };
}

/** Where a region begins on either axis, as decimal logarithms; null where it is nowhere on the map. */
export function corner(region: ClaimRegion): Point | null {
  const bounds = boundsOf(region);
  return bounds && [bounds.x[0], bounds.y[0]];
}
