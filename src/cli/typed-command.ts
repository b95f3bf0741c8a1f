import { shellWord } from "../auditor/shell-word.js";
import { printable } from "./printable.js";

/** What was typed, as it can be typed again. */
export const typedCommand = (typed: readonly string[]): string =>
  printable(["lemmacheck", ...typed.map(shellWord)].join(" "));
