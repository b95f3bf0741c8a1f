import type { Value } from "../domain.js";
import type { Family } from "../parameter.js";
import type { Axis, Spot } from "./axis.js";
import type { Dice } from "./dice.js";
import { domainAxis } from "./domain-axis.js";

/** Two digits of a free parameter tell what a search needs, and the same member is met again. */
const short = (value: Value): Value => (typeof value === "number" ? Number(value.toPrecision(2)) : value);

/**
 * The axis of a parameter whose values stand for things: those that are known, the simplest first, then the members of
 * families, moved along their free parameters.
 */
export function familyAxis(known: readonly Value[], families: readonly Family[]): Axis {
  const parts = families.map(({ free, member }) => ({
    member,
    axes: free.map((domain) => domainAxis(domain)).filter((axis) => axis !== null),
  }));
  const spotOf = (family: number, free: readonly Value[]): Spot => {
    const values = free.map(short);
    return { value: parts[family].member(...values), member: { family, free: values } };
  };
  const ofFamily = (family: number, dice: Dice) =>
    spotOf(
      family,
      parts[family].axes.map(
        (axis) => (dice.chance(0.5) ? dice.pick(axis.corners.slice(0, 6)) : axis.anywhere(dice)).value,
      ),
    );
  const names = known.map((value): Spot => ({ value }));
  const places = new Map(known.map((value, i) => [value, i]));
  /** A family's own simplest member. */
  const plain = parts.map(({ axes }, family) =>
    spotOf(
      family,
      axes.map((axis) => axis.corners[0].value),
    ),
  );
  return {
    corners: names,
    all: families.length === 0 ? names : undefined,
    dear: true,
    anywhere: (dice) =>
      parts.length === 0 || dice.chance(0.3)
        ? dice.pick([...names, ...plain])
        : ofFamily(dice.below(parts.length), dice),
    near({ member }, scale, dice) {
      if (!member) return parts.length === 0 ? dice.pick(names) : ofFamily(dice.below(parts.length), dice);
      const { axes } = parts[member.family];
      if (axes.length === 0) return plain[member.family];
      const at = dice.below(axes.length);
      return spotOf(
        member.family,
        member.free.map((value, i) => (i === at ? axes[i].near({ value }, scale, dice).value : value)),
      );
    },
    simpler({ value, member }) {
      if (!member) return names.slice(0, places.get(value) ?? 0);
      const { axes } = parts[member.family];
      const changed = axes.flatMap((axis, at) =>
        axis.simpler({ value: member.free[at] }).map((spot) =>
          spotOf(
            member.family,
            member.free.map((own, i) => (i === at ? spot.value : own)),
          ),
        ),
      );
      return [...names, plain[member.family], ...changed].filter((spot) => spot.value !== value);
    },
  };
}
