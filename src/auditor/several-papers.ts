import { ConfigError } from "./config-error.js";
import type { Paper } from "./paper.js";

/** A config has several papers, and nobody said which. */
export class SeveralPapers extends ConfigError {
  readonly papers: readonly Paper[];

  constructor(papers: readonly Paper[], config: string | null) {
    super(
      `--paper is missing; it must be one of ${papers.map(({ id }) => id).join(", ")}, the papers of ${String(config)}`,
    );
    this.papers = papers;
  }
}
