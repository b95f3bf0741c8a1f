import type { Enclosure } from "lemmacheck";
import type { Estimate } from "lemmacheck/probability";

/** Where the value of an estimate is; an error of what it is held to may be added. */
export const between = ({ value, error }: Pick<Estimate, "value" | "error">, more = 0): Exclude<Enclosure, number> => ({
  lower: value - error - more,
  upper: value + error + more,
});
