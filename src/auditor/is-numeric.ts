import type { Domain } from "./domain.js";

/** Whether all values of a domain are numbers, so that there is a least one, and a comma parts several. */
export function isNumeric({ shape }: Domain): boolean {
  switch (shape.type) {
    case "either":
      return shape.domains.every(isNumeric);
    case "restricted":
      return isNumeric(shape.domain);
    case "words":
      return shape.words.every((word) => typeof word === "number");
    default:
      return shape.type !== "text";
  }
}
