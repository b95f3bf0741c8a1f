import type { OpenPaper } from "../auditor/open-paper.js";
import type { Output } from "./output.js";

/** What every command works with. */
export interface Context {
  readonly open: OpenPaper;
  readonly output: Output;
  /** What was typed after the program's name. */
  readonly typed: readonly string[];
}
