import fc from "fast-check";
import { audit, defineClaim, definePaper, parameter } from "lemmacheck";
import { defineActivation, resolveActivation } from "lemmacheck/activations";
import { claims } from "lemmacheck/ledger";
import { changed, expressions, texts, values, withChanges } from "./texts.mjs";

const from = (file) => import(new URL(`../../../dist/modules/${file}`, import.meta.url).href);
const { parseExpression } = await from("src/activations/expressions/parse-expression.js");
const { printExpression } = await from("src/activations/expressions/print-expression.js");
const { headerDigest, readLine, writeLine } = await from("src/auditor/campaign/journal-line.js");
const { queued, readQueued, readReply } = await from("src/auditor/campaign/queue.js");
const { readQuestion } = await from("src/auditor/portable-question.js");
const { failureOf, readFailure } = await from("src/auditor/failures/kept-failure.js");
const { readRow } = await from("src/auditor/read-row.js");
const { toHtml } = await from("reports/html.js");
const { toMarkdown } = await from("reports/markdown.js");
const { toCsv } = await from("reports/csv.js");
const { toLatex } = await from("reports/latex.js");
const { NO_TEXTS } = await from("reports/texts.js");

const lemma1 = claims.find(({ id }) => id === "lemma-1");
const row = await audit({ claim: lemma1, cell: { psi: "tanh", d: 400, k: 16, gamma: 0.05 } });
const header = { format: 1, version: "0.1.0", campaign: { seed: "1" } };
const digest = headerDigest(header);
const program = { version: "0.1.0", paper: "mine", config: null };
const work = { task: "audit", payload: { claim: "lemma-1", cell: row.cell, form: "printed", seed: "1" } };

/** What may be thrown: one line, without control characters, that is not endless. */
const CONTROL = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
function refusal(error) {
  if (!(error instanceof RangeError || error?.name === "ActivationValueError")) throw error;
  const { message } = error;
  if (CONTROL.test(message)) throw new Error(`a refusal has control characters: ${JSON.stringify(message)}`);
  if (message.length > 4000) throw new Error(`a refusal has ${message.length} characters`);
  return null;
}
/** The value of a call, or null where it refuses. */
function tried(call) {
  try {
    return call();
  } catch (error) {
    return refusal(error);
  }
}
const insist = (holds, what) => {
  if (!holds) throw new Error(what);
};

const tryJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const SOURCES = [
  "t/(1+exp(-t))",
  "max(0, min(1, (t+3)/6))",
  "t > 0 ? t : 0.1*(exp(t)-1)",
  "erf(t)-erf(t-1e-5)",
  "100*tanh(t/100)",
  "normalize(softplus)",
];

/** By kind of input: what it may be, and what must hold of each. */
export const targets = {
  expressions: {
    share: 30,
    inputs: fc.oneof(expressions, changed(SOURCES)),
    check(text) {
      const node = tried(() => parseExpression(text));
      if (node === null) return;
      const printed = printExpression(node);
      insist(
        printExpression(parseExpression(printed)) === printed,
        `${text} is printed as ${printed}, which is read as another`,
      );
    },
  },
  activations: {
    share: 0.02,
    inputs: changed(SOURCES),
    check(text) {
      const psi = tried(() => resolveActivation(text));
      if (psi === null) return;
      insist(psi.supremum >= 0 && psi.lipschitz >= 0 && psi.smoothness >= 0, `a constant of ${text} is no number`);
      for (const t of [0, 1, -3, 0.7]) {
        insist(Math.abs(psi.value(t)) <= psi.supremum * (1 + 1e-12), `|ψ(${t})| is above the supremum of ${text}`);
        insist(
          Math.abs(psi.derivative(t)) <= psi.lipschitz * (1 + 1e-9),
          `|ψ'(${t})| is above the Lipschitz constant of ${text}`,
        );
      }
    },
  },
  rows: {
    share: 25,
    inputs: fc.oneof(withChanges(row), values, changed([JSON.stringify(row)]).map(tryJson)),
    check(value) {
      const read = tried(() => readRow(value));
      if (read)
        insist(
          JSON.stringify(readRow(JSON.parse(JSON.stringify(read)))) === JSON.stringify(read),
          "a row that was read is no row",
        );
    },
  },
  reports: {
    share: 0.3,
    inputs: withChanges(row),
    check(value) {
      const read = tried(() => readRow(value));
      if (!read) return;
      const html = toHtml([read], NO_TEXTS);
      insist(
        !/<img|<script>(?!\()|javascript:/i.test(html.replaceAll(/<script>[\s\S]*?<\/script>/g, "")),
        "HTML from outside in a report",
      );
      const csv = toCsv([read]);
      insist(!/(^|,)["']?[=@]/m.test(csv), "a formula in CSV");
      for (const text of [html, csv, toMarkdown([read], NO_TEXTS), toLatex([read], NO_TEXTS)])
        insist(!/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u.test(text), "control characters in a report");
    },
  },
  journals: {
    share: 15,
    inputs: fc.tuple(
      changed(
        [
          writeLine({ header }, digest),
          writeLine({ key: "a", value: { x: 1 } }, digest),
          writeLine({ key: "b", part: [1, 2] }, digest),
          writeLine({ end: true }, digest),
        ].map((line) => line.trimEnd()),
      ),
      fc.boolean(),
    ),
    check([line, other]) {
      const read = readLine(line, other ? "another" : digest);
      if (read === null) return;
      const again = writeLine(read, other ? "another" : digest).trimEnd();
      insist(again === line, `a changed line of a journal counts: ${line}`);
    },
  },
  failures: {
    share: 12,
    inputs: fc.oneof(
      withChanges(failureOf(row)).map((x) => JSON.stringify(x)),
      changed([JSON.stringify(failureOf(row))]),
      texts,
    ),
    check(text) {
      const read = tried(() => readFailure(text));
      if (read) insist(typeof read.claim === "string" && read.version === 1, "a failure that was read is none");
    },
  },
  messages: {
    share: 12,
    inputs: fc.oneof(
      withChanges(queued(program, work)),
      values,
      withChanges(work.payload).map((payload) => queued(program, { task: "audit", payload })),
    ),
    check(value) {
      const json = tryJson(JSON.stringify(value)) ?? null;
      const read = tried(() => readQueued(json, program));
      if (read) tried(() => readQuestion(read.payload));
      readReply(json);
    },
  },
  definitions: {
    share: 5,
    inputs: fc.oneof(
      withChanges({ ...lemma1 }).map((definition) => () => defineClaim(definition)),
      withChanges({ name: "a", domain: lemma1.parameters[1].domain, about: "x" }).map(
        (definition) => () => parameter(definition),
      ),
      withChanges({
        id: "p",
        title: "t",
        authors: ["a"],
        year: 2020,
        source: "s",
        parameters: lemma1.parameters,
        claims: [lemma1],
      }).map((definition) => () => definePaper(definition)),
      withChanges({
        id: "own",
        value: Math.tanh,
        derivative: (t) => 1 - Math.tanh(t) ** 2,
        lipschitz: 1,
        supremum: 1,
      }).map((definition) => () => defineActivation(definition)),
    ),
    check(define) {
      tried(define);
    },
  },
};
