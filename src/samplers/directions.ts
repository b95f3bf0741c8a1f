import { shownValue } from "../numbers/shown-value.js";

/** How unit vectors e and v lie to x and to each other; their span with x needs that many dimensions. */
export interface Configuration {
  readonly dimensions: number;
  /** w·e and w·v, times √d, from z = w·x and two independent N(0, 1) variables. */
  readonly along: (z: number, g: number, h: number) => readonly [e: number, v: number];
}

/** By name: v along e unless it says otherwise. */
const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
  radial: { dimensions: 1, along: (z) => [z, z] },
  tangent: { dimensions: 2, along: (_, g) => [g, g] },
  "radial, v across": { dimensions: 2, along: (z, g) => [z, g] },
  "tangent, v radial": { dimensions: 2, along: (z, g) => [g, z] },
  diagonal: { dimensions: 2, along: (z, g) => [(z + g) / Math.SQRT2, (z + g) / Math.SQRT2] },
  "tangent, v across": { dimensions: 3, along: (_, g, h) => [g, h] },
};

/** Their names, those that take the fewest dimensions first. */
export const CONFIGURATION_NAMES = Object.keys(CONFIGURATIONS);

/**
 * The configuration of a name.
 *
 * @throws RangeError if there is none.
 */
export function configurationOf(name: string): Configuration {
  const found = Object.hasOwn(CONFIGURATIONS, name) ? CONFIGURATIONS[name] : undefined;
  if (!found)
    throw new RangeError(
      `directions is ${shownValue(name)}; it must be one of ${Object.keys(CONFIGURATIONS).join(", ")}`,
    );
  return found;
}

/**
 * The dimensions that x, δ and v of a configuration take.
 *
 * @throws RangeError if there is none of that name.
 */
export function dimensionsOf(directions: string): number {
  return configurationOf(directions).dimensions;
}
