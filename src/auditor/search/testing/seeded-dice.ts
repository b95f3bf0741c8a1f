import { keyedStreams } from "../../../chance/streams.js";
import { type Dice, diceOf } from "../dice.js";

/** Dice that fall the same way in every run. */
export const seededDice = (name = "candidates"): Dice =>
  diceOf(keyedStreams({ seed: "1", sampler: "search", parameters: {} })(0)(name));

/** What comes of so many tries. */
export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
