import type { Disagreement } from "../auditor/draws-agree.js";
import { digits } from "./explain.js";

const between = ([lower, upper]: readonly [number, number]) =>
  digits(lower) === digits(upper) ? digits(lower) : `between ${digits(lower)} and ${digits(upper)}`;

/** Where draws contradict a computed probability: both of them, in words. */
export function explainDisagreement({ bound, computed, broken, draws, drawn }: Disagreement): string {
  return [
    `The bound ${digits(bound)} is broken with probability ${between(computed)} as exact computes it,`,
    `and was broken by ${broken} of ${draws} draws, from which it is ${between(drawn)}, wrong with probability at most 1e-10.`,
  ].join(" ");
}
