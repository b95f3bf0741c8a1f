import { formatNumber } from "lemmacheck";
import { claims } from "../../bounds/index.js";
import { mapsWith } from "../../bounds/maps.js";
import { escapeHtml } from "../../reports/escape-html.js";
import { figureFrontier } from "../../reports/figure-frontier.js";
import { NO_TEXTS } from "../../reports/texts.js";
import { claimMap } from "../../src/auditor/claim-map.js";
import { cellOf, type Setting } from "./setting.js";

/** Where the theorem that is about ψ applies over all d and k, at this ψ and γ, with the chosen sizes as a cross. */
export function* frontierPart(setting: Setting): Generator<string> {
  const { psi, d, k, gamma } = setting;
  const [id, name] = psi.id === "relu" ? ["theorem-2", "Theorem 2"] : ["theorem-1", "Theorem 1"];
  const claim = claims.find((own) => own.id === id);
  const map = mapsWith([]).find((own) => own.claims?.includes(id));
  if (!claim || !map) throw new RangeError(`there is no map of ${name}`);
  const { psi: named } = cellOf(setting);
  const own = claimMap(claim, { ...map, at: { psi: named, gamma } }, { psi: [psi] });
  const here = { x: d, y: k, text: `here: d = ${formatNumber(d)}, k = ${formatNumber(k)}` };
  const figure = own && figureFrontier(own, [], NO_TEXTS, "frontier", here);
  const notes = own?.notes.map((note) => ` ${note}`).join("") ?? "";
  yield figure
    ? `${figure.svg}<p>${name} at ψ = ${escapeHtml(named)}, γ = ${formatNumber(gamma)}, over d and k.${escapeHtml(notes)}</p>`
    : `<p>${name} says nothing of this ψ and γ at any d and k.</p>`;
}
