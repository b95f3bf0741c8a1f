import type { Domain, Value } from "./domain.js";
import { nearestMember } from "./nearest-member.js";

/** A member to start from: the least number where there is one, else a whole one, else one in the middle. */
export function someMember(domain: Domain): Value {
  const { shape, has } = domain;
  const least = nearestMember(domain, -Infinity, 1);
  if (least !== undefined) return least;
  switch (shape.type) {
    case "reals": {
      const { from, to } = shape;
      if (has(1)) return 1;
      if (from > -Infinity) return to < Infinity ? from + (to - from) / 2 : from + 1;
      return to < Infinity ? to - 1 : 0;
    }
    case "words":
      return shape.words[0];
    case "either":
      return someMember(shape.domains[0]);
    case "restricted":
      return someMember(shape.domain);
    default:
      return "";
  }
}
