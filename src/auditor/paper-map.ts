import type { Cell, Given } from "./cell.js";
import type { AnyParameter } from "./parameter.js";

/**
 * What a region of a map is: sizes that a proof asks for, with the constants that it prints or that follow from it; those
 * that a sharper proof asks for; those at which what is claimed is seen in practice; those of somebody's experiments.
 */
export type RegionRole = "proof" | "sharper" | "practice" | "experiments";

export const REGION_ROLES: readonly RegionRole[] = ["proof", "sharper", "practice", "experiments"];

/** A region that a paper knows of beside the hypotheses of its claims. */
export interface MapRegion {
  readonly title: string;
  readonly role: RegionRole;
  /** Whether a point is in it: what parameters stand for, those of the axes at any size up to 10^60. */
  holds(given: Given): boolean;
}

/** A map of two parameters for some claims: reports draw any, and know no name. */
export interface PaperMap {
  readonly x: AnyParameter;
  readonly y: AnyParameter;
  /** For which claims it is drawn, by id; for all that have both parameters, if left out. */
  readonly claims?: readonly string[];
  /** Values of the other parameters, where a claim has them; those of its witness, if left out. */
  readonly at?: Cell;
  readonly regions?: readonly MapRegion[];
  /** What the map cannot show: constants beyond every double, say. */
  readonly notes?: readonly string[];
}

/** A section of the paper: the claims from one on, up to the first of the next, in the order of the paper. */
export interface PaperSection {
  readonly title: string;
  /** The id of its first claim. */
  readonly from: string;
}
