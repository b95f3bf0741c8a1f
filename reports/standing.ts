import type { FormName } from "../src/auditor/claim.js";
import type { Row } from "../src/auditor/row-fields.js";
import { counted } from "../src/numbers/counted.js";
import type { StatementText } from "./statement-text.js";
import { byClaim, type Group } from "./summary.js";
import { statementOfRow, type Texts } from "./texts.js";

/** What the rows of one form of a claim come to. */
export type FormVerdict = "refuted" | "supported" | "vacuous" | "inconclusive" | "not-applicable";

/** What a statement is: the paper's own words, a step of a proof, or a reading of ours. */
type Category = "statement" | "step" | "reading";

/**
 * How a statement stands: it holds; it holds, but says nothing anywhere; it is false as printed, a step that does not follow, or a
 * reading that fails; nothing decided it.
 */
export type Status = "holds" | "vacuous" | "false" | "gap" | "fails" | "undecided";

/** One statement and what its rows come to. */
export interface Standing extends Group {
  readonly statement: StatementText | undefined;
  readonly label: string;
  readonly category: Category;
  /** Null where that form was not audited. */
  readonly printed: FormVerdict | null;
  readonly repaired: FormVerdict | null;
  readonly status: Status;
  /** Whether a form that is false as printed has a repaired one that holds and is nowhere refuted. */
  readonly mended: boolean;
  /** Statements that it rests on, at any remove, that are refuted as printed: by the claim's id. */
  readonly refutedBelow: readonly string[];
}

function formVerdict(rows: readonly Row[], form: FormName): FormVerdict | null {
  let found: FormVerdict | null = null;
  const order: readonly FormVerdict[] = ["not-applicable", "inconclusive", "vacuous", "supported", "refuted"];
  for (const row of rows) {
    if (row.form !== form || row.mutant !== null) continue;
    const own = row.verdict === "supported" && row.vacuous ? "vacuous" : row.verdict;
    if (found === null || order.indexOf(own) > order.indexOf(found)) found = own;
  }
  return found;
}

function categoryOf(statement: StatementText | undefined, rows: readonly Row[]): Category {
  if (rows[0].kind === "step") return "step";
  if (statement?.reading != null) return "reading";
  return statement?.inProof ? "step" : "statement";
}

const REFUTED: Readonly<Record<Category, Status>> = { statement: "false", step: "gap", reading: "fails" };

function statusOf(printed: FormVerdict | null, category: Category): Status {
  if (printed === "refuted") return REFUTED[category];
  if (printed === "supported") return "holds";
  return printed === "vacuous" ? "vacuous" : "undecided";
}

/** What a statement rests on directly, by id. */
const usesOf = (statement: StatementText | undefined) =>
  statement ? [...statement.uses.statement, ...statement.uses.proof] : [];

/** What each statement's rows come to, in the order of the rows. */
export function standings(rows: readonly Row[], texts: Texts): readonly Standing[] {
  const known = byClaim(rows).map((group) => {
    const statement = statementOfRow(group.rows[0], texts);
    const category = categoryOf(statement, group.rows);
    const [printed, repaired] = [formVerdict(group.rows, "printed"), formVerdict(group.rows, "repaired")];
    const status = statusOf(printed, category);
    return { ...group, statement, label: statement?.label ?? group.claim, category, printed, repaired, status };
  });
  const keyOf = (paper: string | null, claim: string) => JSON.stringify([paper, claim]);
  const refuted = new Set(
    known.filter(({ printed }) => printed === "refuted").map(({ paper, claim }) => keyOf(paper, claim)),
  );
  return known.map((own) => {
    const statements = own.paper === null ? undefined : texts.get(own.paper)?.statements;
    const below = new Set<string>();
    const open = usesOf(own.statement);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (below.has(id) || id === own.claim) continue;
      below.add(id);
      open.push(...usesOf(statements?.get(id)));
    }
    return {
      ...own,
      mended: own.printed === "refuted" && (own.repaired === "supported" || own.repaired === "vacuous"),
      refutedBelow: [...below].filter((id) => refuted.has(keyOf(own.paper, id))),
    };
  });
}

/** "12 of 40 statements", "1 step": a number with its noun. */
/** What was found, in one sentence. */
export function verdictSentence(all: readonly Standing[]): string {
  const of = (category: Category) => all.filter((own) => own.category === category);
  const bad = (category: Category) => of(category).filter(({ printed }) => printed === "refuted");
  const [statements, steps, readings] = [of("statement"), of("step"), of("reading")];
  const parts = [
    ...(statements.length > 0
      ? [
          `${bad("statement").length} of ${counted(statements.length, "statement")} ${bad("statement").length === 1 ? "is" : "are"} false as printed`,
        ]
      : []),
    ...(steps.length > 0
      ? [
          `${bad("step").length} of ${counted(steps.length, "step")} of proofs ${bad("step").length === 1 ? "does" : "do"} not follow`,
        ]
      : []),
    ...(readings.length > 0
      ? [
          `${bad("reading").length} of ${counted(readings.length, "reading")} of ours ${bad("reading").length === 1 ? "fails" : "fail"}`,
        ]
      : []),
  ];
  const refuted = all.filter(({ printed }) => printed === "refuted");
  const one = refuted.length === 1;
  const open = refuted.filter(({ mended }) => !mended);
  const empty = refuted.filter(({ mended, repaired }) => mended && repaired === "vacuous").length;
  const vacuously = empty === 0 ? "" : `, ${one ? "though" : `${empty} of them`} vacuously at every cell audited`;
  const repair =
    refuted.length === 0
      ? ""
      : open.length === refuted.length
        ? `; ${one ? "it has no" : "none has a"} repaired form that holds`
        : open.length === 0
          ? `; ${one ? "it has" : "each has"} a repaired form that holds${vacuously}`
          : `; ${refuted.length - open.length} of these ${refuted.length} have a repaired form that holds${vacuously}`;
  return `${parts.join(", ")}${repair}.`;
}

/** Short words for how a statement stands. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  holds: "holds",
  vacuous: "holds vacuously",
  false: "false as printed",
  gap: "step with a gap",
  fails: "reading fails",
  undecided: "undecided",
};

/** The same with the repair. */
export function standingText({ status, mended, printed }: Standing): string {
  return `${STATUS_WORDS[status]}${printed !== "refuted" ? "" : mended ? ", repaired" : ", not repaired"}`;
}
