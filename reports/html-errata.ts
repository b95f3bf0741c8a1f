import { auditCommandText } from "../src/auditor/audit-command-text.js";
import { constantsText, SEVERITIES } from "../src/auditor/errata.js";
import { escapeHtml } from "./escape-html.js";
import { mathMl } from "./math.js";
import type { Standing } from "./standing.js";
import type { Texts } from "./texts.js";

/** The errata of the papers, as far as rows have refuted them, by severity. */
export function errataHtml(all: readonly Standing[], texts: Texts): string {
  const refuted = new Map(
    all.filter(({ printed }) => printed === "refuted").map((own) => [`${own.rows[0].paper}/${own.claim}`, own.anchor]),
  );
  const link = (anchor: string | undefined, text: string) =>
    anchor === undefined ? escapeHtml(text) : `<a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a>`;
  const math = (own: string) => `<div class="math" tabindex="0" role="group" aria-label="Formula">${mathMl(own)}</div>`;
  const parts = [...texts.values()].flatMap(({ id: paper, errata }) => {
    const items = errata.entries.flatMap((entry) => {
      const anchor = refuted.get(`${paper}/${entry.id}`);
      if (anchor === undefined) return [];
      const { label, severity, latex, decided, repair, dependents, counterexample } = entry;
      const constants = constantsText(entry);
      const others = dependents.map((other) => link(all.find(({ claim }) => claim === other.id)?.anchor, other.label));
      return [
        `<details class="statement"><summary><h3>${escapeHtml(label)}</h3> <span class="badge">${escapeHtml(SEVERITIES[severity])}</span></summary><div class="body"><p>As printed (${link(anchor, "its section")})</p>${math(latex)}<p>Refuted by <code>${escapeHtml(`lemmacheck ${auditCommandText(entry.id, "printed", counterexample)}`)}</code>, decided by ${escapeHtml(decided)}${constants === null ? "" : `; ${escapeHtml(constants)}`}.</p>${repair ? `<p>Repaired</p>${math(repair.latex)}<p>${escapeHtml(repair.reason)}</p>` : "<p>No repair is known.</p>"}<p>${others.length > 0 ? `On it rest: ${others.join(", ")}.` : "Nothing else rests on it."}</p></div></details>`,
      ];
    });
    if (items.length === 0) return [];
    return [...(errata.text === null ? [] : [`<p>${escapeHtml(errata.text)}</p>`]), ...items];
  });
  if (parts.length === 0) return "";
  return `<section aria-labelledby="errata"><h2 id="errata">Errata</h2><p>What is printed, and the smallest change under which it holds at all cells audited, the gravest first.</p>${parts.join("\n")}</section>`;
}
