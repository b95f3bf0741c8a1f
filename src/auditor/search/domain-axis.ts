import type { Domain } from "../domain.js";
import type { Axis, Spot } from "./axis.js";
import { listedAxis } from "./listed-axis.js";
import { numericAxis } from "./numeric-axis.js";

/** The axes of several domains as one: a value moves along the first that has it, and now and then to another. */
function joined(parts: readonly { readonly domain: Domain; readonly axis: Axis }[]): Axis {
  const of = ({ value }: Spot) => (parts.find(({ domain }) => domain.has(value)) ?? parts[0]).axis;
  return {
    corners: parts.flatMap(({ axis }) => axis.corners),
    all: parts.every(({ axis }) => axis.all) ? parts.flatMap(({ axis }) => axis.all ?? []) : undefined,
    open: parts.some(({ axis }) => axis.open),
    dear: parts.some(({ axis }) => axis.dear),
    anywhere: (dice) => dice.pick(parts).axis.anywhere(dice),
    near: (spot, scale, dice) =>
      dice.chance(0.1) ? dice.pick(parts).axis.anywhere(dice) : of(spot).near(spot, scale, dice),
    simpler(spot) {
      const own = parts.findIndex(({ domain }) => domain.has(spot.value));
      return [...parts.slice(0, own).flatMap(({ axis }) => axis.corners.slice(0, 3)), ...of(spot).simpler(spot)];
    },
  };
}

/** The axis with what does not belong to a domain left out; the first of a few tries that belongs, else a corner. */
function restrictedTo(domain: Domain, axis: Axis): Axis {
  const has = ({ value }: Spot) => domain.has(value);
  const corners = axis.corners.filter(has);
  if (corners.length === 0) {
    // What is restricted may leave out every corner: look a little around them.
    for (const { value } of axis.corners)
      if (typeof value === "number")
        for (let i = 1; i < 64; i++) if (domain.has(value + i)) corners.push({ value: value + i });
  }
  return {
    corners,
    all: axis.all?.filter(has),
    open: axis.open ?? false,
    dear: axis.dear,
    anywhere(dice) {
      for (let i = 0; i < 32; i++) {
        const spot = axis.anywhere(dice);
        if (has(spot)) return spot;
      }
      return dice.pick(corners);
    },
    near(from, scale, dice) {
      for (let i = 0; i < 32; i++) {
        const spot = axis.near(from, scale, dice);
        if (has(spot)) return spot;
      }
      return from;
    },
    simpler: (spot) => axis.simpler(spot).filter(has),
  };
}

/** The axis of a domain; null for text, of which nothing is known, and where no member is found. */
export function domainAxis(domain: Domain): Axis | null {
  const { shape } = domain;
  switch (shape.type) {
    case "integers":
    case "reals":
      return numericAxis(domain, shape);
    case "words":
      return listedAxis(shape.words, false);
    case "either": {
      const parts = shape.domains.flatMap((part) => {
        const axis = domainAxis(part);
        return axis ? [{ domain: part, axis }] : [];
      });
      if (parts.length === 0) return null;
      // Of a part without an axis, nothing is known.
      const axis = joined(parts);
      return parts.length < shape.domains.length ? { ...axis, open: true } : axis;
    }
    case "restricted": {
      const whole = domainAxis(shape.domain);
      const axis = whole && restrictedTo(domain, whole);
      return axis && axis.corners.length > 0 ? axis : null;
    }
    default:
      return null;
  }
}
