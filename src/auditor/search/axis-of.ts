import type { Additions } from "../cell.js";
import type { Claim } from "../claim.js";
import type { Value } from "../domain.js";
import { gridCells, type Overrides } from "../grid-cells.js";
import type { AnyParameter } from "../parameter.js";
import type { Axis } from "./axis.js";
import { domainAxis } from "./domain-axis.js";
import { familyAxis } from "./family-axis.js";
import { listedAxis } from "./listed-axis.js";

/** The values of a parameter in a claim's default cells. */
const inCells = (claim: Claim, name: string): Value[] => [
  ...new Set(gridCells(claim, {}).flatMap((cell) => cell[name] ?? [])),
];

/** The axis of a domain of which a part is usual. */
const mostly = (usual: Axis, whole: Axis): Axis => ({
  ...whole,
  corners: [...usual.corners, ...whole.corners],
  anywhere: (dice) => (dice.chance(0.8) ? usual : whole).anywhere(dice),
});

/**
 * The axis of one of a claim's parameters: the values that were asked for, where there are such; what the parameter's
 * resolution knows and the families that it hands over, with somebody's own; else its domain. A text has the parameter's
 * examples, which are the values that there are; without any, the words of the claim's default cells, and there may be others.
 */
export function axisOf(
  claim: Claim,
  { name, domain, usual, resolution, examples }: AnyParameter,
  { asked, additions }: { readonly asked: Overrides; readonly additions: Additions },
): Axis {
  const values = Object.hasOwn(asked, name) ? asked[name] : undefined;
  if (values && values.length > 0) return listedAxis(values, resolution !== null);
  const whole = domainAxis(domain);
  if (resolution) {
    const own = (additions[name] ?? []).map((thing) => resolution.valueOf(thing));
    const known = [...resolution.known(), ...own];
    const isListed = whole?.all?.every(({ value }) => known.includes(value)) ?? false;
    return { ...familyAxis(known, resolution.families ?? []), open: !isListed };
  }
  const often = usual === domain ? null : domainAxis(usual);
  if (whole && often) return mostly(often, whole);
  if (whole) return whole;
  const words = [...new Set([...examples, ...inCells(claim, name)])];
  return { ...listedAxis(words, false), open: examples.length === 0 };
}
