import type { StatementText } from "../statement-text.js";
import type { PaperText, Texts } from "../texts.js";

/** A made-up statement's text, changed as a test asks. */
export function statementWith(changes: Partial<StatementText>): StatementText {
  return {
    id: "lemma-1",
    label: "Lemma 1",
    name: "Lemma 1",
    kind: "whp",
    latex: String.raw`|x| \le 1`,
    quote: "|x| ≤ 1",
    reading: null,
    inProof: false,
    relation: "<=",
    hypotheses: [],
    nonClaims: [],
    uses: { statement: [], proof: [] },
    quantity: "|x|",
    repaired: null,
    region: null,
    ...changes,
  };
}

/** The texts of a made-up paper with some statements. */
export function textsWith(statements: readonly StatementText[], changes: Partial<PaperText> = {}): Texts {
  const paper: PaperText = {
    id: "paper",
    title: "A <title>",
    authors: ["A. Author"],
    year: 2020,
    source: "somewhere",
    bibtex: null,
    sections: [],
    symbols: { psi: "", gamma: "γ", eta: "η" },
    words: { psi: "activation", gamma: "failure probability allowed", eta: "step size" },
    sizes: ["n"],
    panels: [],
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    maps: new Map(),
    errata: { text: null, entries: [], misprints: [] },
    rooms: [],
    ...changes,
  };
  return new Map([[paper.id, paper]]);
}
