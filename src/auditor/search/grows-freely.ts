import type { Domain } from "../domain.js";

/** From here on a number is large. */
const LARGE = 2 ** 31;

/** Whether what belongs to a domain are numbers from 0 or more on, without an end that matters. */
export function growsFreely({ shape }: Domain): boolean {
  switch (shape.type) {
    case "integers":
    case "reals":
      return shape.from >= 0 && shape.to >= LARGE;
    case "restricted":
      return growsFreely(shape.domain);
    case "either":
      return shape.domains.some(growsFreely);
    default:
      return false;
  }
}
