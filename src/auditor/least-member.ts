import type { Domain } from "./domain.js";

/** The least member of a domain from some number on; the largest where there is none. */
export function leastMember({ shape }: Domain, least: number): number {
  switch (shape.type) {
    case "integers":
      return Math.min(shape.to, Math.max(shape.from, Math.ceil(least)));
    case "words": {
      const numbers = shape.words.map(Number);
      return Math.min(Math.max(...numbers), ...numbers.filter((x) => x >= least));
    }
    case "restricted":
      return leastMember(shape.domain, least);
    default:
      return least;
  }
}
