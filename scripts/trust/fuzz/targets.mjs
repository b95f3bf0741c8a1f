import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { audit, defineClaim, definePaper, parameter } from "lemmacheck";
import { defineActivation, resolveActivation } from "lemmacheck/activations";
import { claims } from "lemmacheck/ledger";
import { auditBroken, brokenClaims, checkNaming } from "./broken-functions.mjs";
import { configs } from "./configs.mjs";
import { checkInjections, csvFault, htmlFault, htmlKnown, latexFault, markdownFault } from "./injections.mjs";
import { checkRefusal, refusal, tried } from "./refusal.mjs";
import { changed, expressions, formulas, swollen, texts, values, withChanges } from "./texts.mjs";

const from = (file) => import(new URL(`../../../dist/modules/${file}`, import.meta.url).href);
const { parseExpression } = await from("src/activations/expressions/parse-expression.js");
const { printExpression } = await from("src/activations/expressions/print-expression.js");
const { headerDigest, readLine, writeLine } = await from("src/auditor/campaign/journal-line.js");
const { queued, readQueued, readReply } = await from("src/auditor/campaign/queue.js");
const { readQuestion } = await from("src/auditor/portable-question.js");
const { failureOf, readFailure } = await from("src/auditor/failures/kept-failure.js");
const { openPaper } = await from("src/auditor/open-paper.js");
const { leftSide, unicodeMath } = await from("src/auditor/unicode-math.js");
const { readableReason } = await from("src/auditor/readable-reason.js");
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

const insist = (holds, what) => {
  if (!holds) throw new Error(what);
};

const tryJson = (text) => {
  try {
    return JSON.parse(swollen(text));
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

/** JSON that is read when it is tried: what is nested deep cannot be printed. */
class Json {
  constructor(value) {
    this.text = typeof value === "string" ? value : (JSON.stringify(value) ?? "null");
  }
  parsed() {
    return tryJson(this.text) ?? null;
  }
}

/** A line of a journal with the checksum of who knows how to make one, whatever it says. */
const signed = (json, own) =>
  `${createHash("sha256")
    .update(json.startsWith('{"header":') ? "" : own)
    .update("\n")
    .update(json)
    .digest("hex")
    .slice(0, 16)} ${json}`;

/** Rows whose texts are from outside, in one place or several. */
const TEXT_FIELDS = ["paper", "claim", "sampler", "reason", "seed", "mutant"];
const hostileRows = fc.oneof(
  { weight: 1, arbitrary: withChanges(row) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        fields: fc.dictionary(fc.constantFrom(...TEXT_FIELDS), texts, { minKeys: 1 }),
        cell: fc.dictionary(texts, fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true })), {
          maxKeys: 3,
        }),
        resolved: fc.dictionary(
          fc.oneof(fc.constant("psi"), texts),
          fc.record({ expression: texts, provenance: fc.constant("declared") }),
          { maxKeys: 2 },
        ),
        verdict: fc.constantFrom("refuted", "supported", "inconclusive", "not-applicable"),
        kind: fc.constantFrom(row.kind, "step", "trend"),
      })
      .map(({ fields, ...rest }) => ({ ...row, ...rest, cell: { ...row.cell, ...rest.cell }, ...fields })),
  },
);
/** All texts of a row. */
const textsOf = (x) =>
  typeof x === "string"
    ? [x]
    : typeof x === "object" && x !== null
      ? [...Object.keys(x), ...Object.values(x).flatMap(textsOf)]
      : [];

const verdicts = ["refuted", "supported", "inconclusive", "not-applicable"];
const plain = {
  ...row,
  cell: { ...row.cell, name: "a" },
  resolved: { psi: { expression: "tanh(t)", provenance: "declared" } },
};
const variants = verdicts.flatMap((verdict) =>
  ["printed", "repaired"].flatMap((form) => [true, false].map((vacuous) => ({ ...plain, verdict, form, vacuous }))),
);
const pages = [
  plain,
  ...variants,
  { ...plain, kind: "step", verdict: "refuted" },
  { ...plain, calibration: null, bound: null, observedQuantile: null },
].map((own) => toHtml([own], NO_TEXTS));
const known = htmlKnown(pages);
const headingsOf = (markdown) => [...markdown.matchAll(/^#+ /gm)].length;
const harmless = {
  known,
  html: pages[0],
  latex: toLatex([plain], NO_TEXTS),
  csv: [...toCsv([plain])].join(""),
  markdown: toMarkdown([plain], NO_TEXTS),
  headings: Math.max(...variants.map((own) => headingsOf(toMarkdown([own], NO_TEXTS)))),
};
checkRefusal();
checkInjections(harmless);
checkNaming();

const folder = mkdtempSync(path.join(tmpdir(), "lemmacheck-configs-"));
const place = {
  home: new URL("../../../dist/modules/bounds/paper.js", import.meta.url).href,
  configName: "--config",
  paper: null,
};
let configNumber = 0;

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
  names: {
    share: 2,
    inputs: texts,
    check: (text) => tried(() => resolveActivation(text)),
  },
  formulas: {
    share: 2,
    inputs: formulas,
    check(latex) {
      for (const read of [unicodeMath, readableReason, leftSide]) {
        const line = read(latex);
        insist(line === null || typeof line === "string", `${read.name} of ${latex} is ${line}`);
      }
    },
  },
  rows: {
    share: 25,
    inputs: fc.oneof(
      withChanges(row),
      values,
      withChanges(row).map((value) => new Json(value)),
      changed([JSON.stringify(row)]).map((text) => new Json(text)),
    ),
    check(value) {
      const read = tried(() => readRow(value instanceof Json ? value.parsed() : value));
      if (read)
        insist(
          JSON.stringify(readRow(JSON.parse(JSON.stringify(read)))) === JSON.stringify(read),
          "a row that was read is no row",
        );
    },
  },
  reports: {
    share: 0.3,
    inputs: hostileRows,
    check(value) {
      const read = tried(() => readRow(value));
      if (!read) return;
      const own = textsOf(read);
      const [html, csv] = [toHtml([read], NO_TEXTS), [...toCsv([read])].join("")];
      const [markdown, latex] = [toMarkdown([read], NO_TEXTS), toLatex([read], NO_TEXTS)];
      const columns = Object.keys(read).filter((name) => typeof read[name] === "string");
      const cells = Object.keys(read.cell).filter((name) => typeof read.cell[name] === "string");
      const fault =
        htmlFault(html, known, own) ??
        latexFault(latex, harmless.latex) ??
        csvFault(csv, 1, [...columns, ...cells.map((name) => `cell.${name}`)]) ??
        markdownFault(markdown, harmless.headings);
      insist(fault === null, fault);
      for (const text of [html, csv, markdown, latex])
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
      fc.constantFrom("own", "another", "signed"),
      withChanges(header),
      fc.oneof(
        withChanges({ key: "a", value: 1 }),
        withChanges({ key: "a", part: 1 }),
        withChanges({ end: true }),
        changed([JSON.stringify({ header }), JSON.stringify({ key: "a", value: { x: 1 } })]),
      ),
    ),
    check([line, how, theirs, own]) {
      const digests = how === "another" ? "another" : digest;
      if (how === "signed") {
        for (const json of [JSON.stringify({ header: theirs }), typeof own === "string" ? own : JSON.stringify(own)]) {
          const read = readLine(signed(swollen(json), digest), digest);
          if (read?.header) headerDigest(read.header);
          else
            insist(read === null || read.end === true || typeof read.key === "string", `no line of a journal: ${json}`);
        }
        return;
      }
      const read = readLine(line, digests);
      if (read === null) return;
      const again = writeLine(read, digests).trimEnd();
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
      const read = tried(() => readFailure(swollen(text)));
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
      const json = new Json(JSON.stringify(value)).parsed();
      const read = tried(() => readQueued(json, program));
      if (read) tried(() => readQuestion(read.payload));
      const reply = readReply(json);
      insist(
        reply === null || "value" in reply || typeof reply.error.message === "string",
        "a reply that was read is none",
      );
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
        commands: [{ name: "c", about: "a", arguments: [], options: [], run: async () => ({ text: "", json: 0 }) }],
        examples: [{ command: "claims", about: "a" }],
        tasks: { t: async () => ({}) },
        sections: [{ title: "S", from: "lemma-1" }],
        panels: [],
        maps: [],
        bibtex: "@misc{a}",
        errata: { text: "of it", severities: {}, misprints: ["a"] },
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
  functions: {
    share: 1,
    inputs: brokenClaims,
    check: auditBroken,
  },
  configs: {
    share: 1,
    inputs: configs,
    async check(text) {
      const config = path.join(folder, `${configNumber++}.mjs`);
      writeFileSync(config, text);
      try {
        const { claims: all, paper } = await openPaper({ ...place, config });
        insist(
          (await all()).every(({ id }) => typeof id === "string") && typeof paper.title === "string",
          "a config that was read is none",
        );
      } catch (error) {
        // What its own functions throw when they are called is its author's to read.
        if (!String(error?.stack).includes(`at claims (${config}`)) refusal(error);
      } finally {
        rmSync(config);
      }
    },
  },
};
