import { auditCommandText } from "../src/auditor/audit-command-text.js";
import { type Erratum, SEVERITIES } from "../src/auditor/errata.js";
import { escapeHtml } from "./escape-html.js";
import { statementProse } from "./html-section.js";
import { mathMl } from "./math.js";
import { proseHtml } from "./prose-html.js";
import { refutedErrata } from "./refuted-errata.js";
import type { Standing } from "./standing.js";
import type { Texts } from "./texts.js";

/** The errata of the papers, as far as rows have refuted them, by severity. */
export function errataHtml(all: readonly Standing[], texts: Texts): string {
  const link = (anchor: string | undefined, text: string) =>
    anchor === undefined ? escapeHtml(text) : `<a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a>`;
  const math = (own: string) => `<div class="math" tabindex="0" role="group" aria-label="Formula">${mathMl(own)}</div>`;
  /** By which cell it is refuted, and what falls with it. */
  const told = (entry: Erratum) => {
    const { constants } = entry;
    const others = entry.dependents.map((other) =>
      link(all.find(({ claim }) => claim === other.id)?.anchor, other.label),
    );
    const command = `lemmacheck ${auditCommandText(entry.id, "printed", entry.counterexample)}`;
    return {
      badge: `<span class="badge">${escapeHtml(SEVERITIES[entry.severity])}</span>`,
      refuted: `<p>Refuted by <code>${escapeHtml(command)}</code>, decided by ${escapeHtml(entry.decided)}${constants === null ? "" : `; ${proseHtml(constants)}`}.</p>`,
      rests: `<p>${others.length > 0 ? `On it rest: ${others.join(", ")}.` : "Nothing else rests on it."}</p>`,
    };
  };
  const items = refutedErrata(all, texts).map(({ standing, statement: { label, latex, repaired }, entry }) => {
    const { badge, refuted, rests } = entry ? told(entry) : { badge: "", refuted: "", rests: "" };
    const repair = repaired
      ? `<p>Repaired</p>${math(repaired.latex)}<p>${statementProse(standing.paper, all)(repaired.reason)}</p>`
      : "<p>No repair is known.</p>";
    return `<details class="statement"><summary><h3>${escapeHtml(label)}</h3> ${badge}</summary><div class="body"><p>As printed (${link(standing.anchor, "its section")})</p>${math(latex)}${refuted}${repair}${rests}</div></details>`;
  });
  if (items.length === 0) return "";
  const spoken = [...texts.values()].flatMap(({ errata }) =>
    errata.text === null ? [] : [`<p>${proseHtml(errata.text)}</p>`],
  );
  const misprints = [...texts.values()].flatMap(({ errata }) =>
    errata.misprints.map((one) => `<li>${proseHtml(one)}</li>`),
  );
  const last = misprints.length > 0 ? `<p>Misprints beside these:</p><ul>${misprints.join("")}</ul>` : "";
  return `<section aria-labelledby="errata"><h2 id="errata">Errata</h2><p>What is printed, and the smallest change under which it holds at all cells audited, the gravest first.</p>${[...spoken, ...items, last].join("\n")}</section>`;
}
