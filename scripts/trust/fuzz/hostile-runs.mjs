import { createHash } from "node:crypto";
import fc from "fast-check";
import { CONFIG, configs } from "./configs.mjs";
import { changed, expressions, swollen, texts, withChanges } from "./texts.mjs";

/** A command line and the files that lie in its folder, by name; `may` says which files it may make. */
const OPTIONS =
  "psi d k gamma radius depth seed form draws method workers shard cell.k alpha rows json time networks inputs grid initialisation correlation".split(
    " ",
  );
const option = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...OPTIONS) }, { weight: 1, arbitrary: texts }),
    fc.oneof(
      { weight: 3, arbitrary: texts },
      { weight: 1, arbitrary: expressions },
      { weight: 2, arbitrary: fc.constantFrom("tanh", "1", "100", "0.05", "printed") },
    ),
  )
  .map(([name, value]) => [`--${name}`, value]);
const several = (arbitrary, most) => fc.array(arbitrary, { maxLength: most }).map((lists) => lists.flat());
const planned = (command, what) =>
  fc.tuple(what, several(option, 3)).map(([named, given]) => [command, ...named, "--plan", ...given]);

/** Command lines that do nothing but read. */
const commandLines = (ids) => {
  const claim = fc.oneof(fc.constantFrom(...ids), texts);
  return fc.oneof(
    planned("audit", fc.array(claim, { maxLength: 2 })),
    planned("figure", fc.constantFrom(["1"], ["2a"], ["all"], ["3"], [])),
    planned("search", fc.array(claim, { minLength: 1, maxLength: 2 })),
    planned("practice", fc.constant([])),
    fc
      .tuple(fc.array(claim, { maxLength: 1 }), several(option, 2))
      .map(([named, given]) => ["claims", ...named, ...given]),
    texts.map((text) => ["constants", text]),
    texts.map((text) => ["activation", text, "--json"]),
    fc.array(texts, { maxLength: 3 }).map((words) => words.filter((word) => !["init", "worker"].includes(word))),
  );
};

const ROWS = [
  ["replay", "rows.jsonl", "--workers", "0"],
  ["report", "--from", "rows.jsonl", "--out", "rows.jsonl"],
  ["report", "--from", "rows.jsonl", "--out", "out", "--workers", "0"],
];

/** Hostile lines under a digest, with the checksum of who knows how to make one. */
const signed = (json, digest) => {
  const own = json.startsWith('{"header":') ? "" : digest;
  return `${createHash("sha256").update(`${own}\n${json}`).digest("hex").slice(0, 16)} ${json}\n`;
};

const NAME = "lemmacheck.config.mjs";
const AUDIT = ["audit", "own", "--out", "out", "--workers", "0", "--json", "--resume"];
const SEARCH = ["search", "own", "--candidates", "5", "--workers", "0", "--json"];
const outNames = /^out(?:\/|$)/;

/**
 * Runs by kind of what is hostile in them.
 *
 * @param good a row, the journal of AUDIT under CONFIG with what it is signed with, and a failure of its claim.
 */
export function hostileRuns({ ids, row, journal, digest, failure }) {
  const lines = journal.trimEnd().split("\n");
  const jsons = lines.map((line) => JSON.parse(line.slice(17)));
  const kept = `.lemmacheck/failures/own-printed-${"0".repeat(16)}.json`;
  return {
    arguments: { weight: 10, inputs: commandLines(ids).map((line) => ({ line, files: {} })) },
    rows: {
      weight: 4,
      inputs: fc
        .tuple(
          fc.constantFrom(...ROWS),
          fc.oneof(
            changed([`${JSON.stringify(row)}\n`]),
            withChanges(row).map((own) => `${JSON.stringify(own)}\n`),
          ),
        )
        .map(([line, own]) => ({
          line,
          files: { "rows.jsonl": swollen(own) },
          may: line.includes("out") ? outNames : undefined,
        })),
    },
    journals: {
      weight: 4,
      inputs: fc
        .oneof(
          changed([journal]),
          fc.tuple(fc.nat(), fc.constantFrom(...jsons)).chain(([at, json]) =>
            withChanges("header" in json ? json.header : json).map((own) => {
              const text = JSON.stringify("header" in json ? { header: own } : own);
              return lines.with(at % lines.length, signed(swollen(text), digest).trimEnd()).join("\n");
            }),
          ),
        )
        .map((text) => ({ line: AUDIT, files: { [NAME]: CONFIG, "out/journal.jsonl": text }, may: outNames })),
    },
    failures: {
      weight: 3,
      inputs: fc
        .oneof(
          withChanges(failure).map((own) => JSON.stringify(own)),
          changed([JSON.stringify(failure)]),
        )
        .map((text) => ({
          line: SEARCH,
          files: { [NAME]: CONFIG, [kept]: swollen(text) },
          may: /^\.lemmacheck(?:\/|$)/,
        })),
    },
    configs: {
      weight: 4,
      inputs: fc
        .tuple(configs, fc.constantFrom(["claims", "--json"], ["audit", "own", "--workers", "0", "--json"]))
        .map(([text, line]) => ({ line, files: { [NAME]: text } })),
    },
  };
}

/** What makes the good journal and row of a run of CONFIG. */
export const GOOD_RUN = { line: AUDIT, files: { [NAME]: CONFIG } };
