import type { Domain, Value } from "./domain.js";

/** A member to start from: the least where there is one, else 1, else one in the middle. */
export function someMember({ shape, has }: Domain): Value {
  switch (shape.type) {
    case "integers":
      return shape.from;
    case "reals": {
      const { from, to, closed } = shape;
      if (closed[0]) return from;
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
