import type { Domain } from "./domain.js";

/** Whole numbers that are tried one after another for a member of a restricted domain. */
const TRIED = 1e6;

/**
 * The member of a domain nearest to a number among those at or above it (`step` 1), or at or below it (−1); undefined
 * where there is none, or a restriction leaves none of the next 10⁶ whole numbers. Real numbers that a restriction takes
 * out give way to the next whole number that it does not.
 *
 * @param holds what the member must keep to beside the domain.
 */
export function nearestMember(
  { shape, has }: Domain,
  from: number,
  step: 1 | -1,
  holds: (x: number) => boolean = () => true,
): number | undefined {
  const isMember = (x: number) => has(x) && holds(x);
  switch (shape.type) {
    case "integers":
    case "reals": {
      const start = step > 0 ? Math.max(from, shape.from) : Math.min(from, shape.to);
      if (isMember(start)) return start;
      const whole = step > 0 ? Math.ceil(start) : Math.floor(start);
      const beyond = (x: number) => (step > 0 ? x > shape.to : x < shape.from);
      for (let i = 0; i <= TRIED && Number.isFinite(whole) && !beyond(whole + i * step); i++)
        if (isMember(whole + i * step)) return whole + i * step;
      return undefined;
    }
    case "words":
      return shape.words
        .map(Number)
        .toSorted((x, y) => step * (x - y))
        .find((x) => step * (x - from) >= 0 && isMember(x));
    case "either": {
      const found = shape.domains.flatMap((part) => nearestMember(part, from, step, isMember) ?? []);
      return found.length === 0 ? undefined : step * Math.min(...found.map((x) => step * x));
    }
    case "restricted":
      return nearestMember(shape.domain, from, step, isMember);
    default:
      return undefined;
  }
}
