import type { OpenPaper } from "../auditor/open-paper.js";
import type { Output } from "./output.js";

/** What every command works with. */
export interface Context {
  readonly open: OpenPaper;
  readonly output: Output;
}
