import { auditCommandText } from "../auditor/audit-command-text.js";
import { type Errata, type Erratum, SEVERITIES } from "../auditor/errata.js";
import { oneLine } from "./printable.js";

type FlagOf = (name: string) => string;

const commandOf = ({ id, counterexample }: Erratum, flagOf: FlagOf) =>
  `lemmacheck ${auditCommandText(id, "printed", counterexample, flagOf)}`;

function entryLines(entry: Erratum, flagOf: FlagOf): string[] {
  const { id, label, latex, decided, constants, repair, dependents } = entry;
  const names = dependents.map((other) => `${other.id}${other.refuted ? " (false itself)" : ""}`);
  return [
    `  ${label}  (${id})`,
    `    printed   ${latex}`,
    `    refuted   ${commandOf(entry, flagOf)}`,
    `    decided   by ${decided}`,
    ...(constants === null ? [] : [`    constants ${constants}`]),
    ...(repair ? [`    repaired  ${repair.latex}`] : []),
    `    rests on it: ${names.length > 0 ? names.join(", ") : "nothing else in the paper"}`,
  ].map((line) => oneLine(line).replace(/^(?! )/, "    "));
}

/** A paper's errata as lines, by severity. */
export function errataLines({ text, entries, misprints }: Errata, flagOf: FlagOf): string[] {
  const groups = Object.entries(SEVERITIES).flatMap(([severity, title]) => {
    const own = entries.filter((entry) => entry.severity === severity);
    if (own.length === 0) return [];
    return [
      "",
      `${title[0].toUpperCase()}${title.slice(1)}: ${own.length}`,
      ...own.flatMap((entry) => ["", ...entryLines(entry, flagOf)]),
    ];
  });
  return [
    ...(text === null ? [] : [text]),
    ...(entries.length === 0 ? ["Nothing that is audited is known to be false as printed."] : groups),
    ...(misprints.length === 0
      ? []
      : ["", `Misprints: ${misprints.length}`, ...misprints.map((one) => `  ${oneLine(one)}`)]),
  ];
}

/** The same for programs: a list of entries, each with the command that refutes it. */
export const errataJson = ({ text, entries, misprints }: Errata, flagOf: FlagOf) => ({
  text,
  misprints,
  entries: entries.map((entry) => ({ ...entry, command: commandOf(entry, flagOf) })),
});
