import type { Exhibit, ExhibitRoom } from "../src/auditor/exhibit.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { figurePanels } from "./figure-panels.js";
import { figureHtml } from "./html-section.js";
import { proseHtml } from "./prose-html.js";
import { unread } from "./unread.js";

/** The pictures of an exhibit, with names of their own within the room. */
const figuresOfExhibit = ({ pictures = [] }: Exhibit, index: number): Figure[] =>
  pictures.flatMap((picture, i) => figurePanels(picture, `${index + 1}-${i + 1}`));

/** All pictures of a room. */
export const exhibitFigures = ({ exhibits }: ExhibitRoom): Figure[] => exhibits.flatMap(figuresOfExhibit);

function exhibitHtml(room: ExhibitRoom, exhibit: Exhibit, index: number): string {
  const { title, about = "", facts = [], lists = [], pictures = [] } = exhibit;
  const known =
    facts.length === 0
      ? ""
      : `<dl class="facts">${facts.map(([name, value]) => `<dt>${proseHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
  const said = lists.map(
    ({ title: own, items }) =>
      `<details class="not"><summary>${escapeHtml(own)}</summary><ul>${items.map((item) => `<li>${proseHtml(item)}</li>`).join("")}</ul></details>`,
  );
  const figures = figuresOfExhibit(exhibit, index).map((figure) => figureHtml(room.id, figure));
  const captions = [...new Set(pictures.flatMap(({ caption }) => caption))];
  const open = room.exhibits.length === 1;
  const body = `<div class="body">
${known}${said.join("")}
${captions.map((caption) => `<p>${proseHtml(caption)}</p>`).join("")}
<div class="figures small">${figures.join("")}</div></div>`;
  return `<details class="statement"${open ? " open" : ""}><summary><h3>${escapeHtml(title)}</h3> <span class="about">${escapeHtml(about)}</span></summary>${open ? body : unread(body)}</details>`;
}

/** What a paper shows beside its claims: a section a room. */
export function exhibitsHtml(rooms: readonly ExhibitRoom[]): string {
  return rooms
    .filter(({ exhibits }) => exhibits.length > 0)
    .map(
      (room) =>
        `<section aria-labelledby="${escapeHtml(room.id)}"><h2 id="${escapeHtml(room.id)}">${escapeHtml(room.title)}</h2>${room.text === "" ? "" : `<p>${proseHtml(room.text)}</p>`}
${room.exhibits.map((exhibit, i) => exhibitHtml(room, exhibit, i)).join("\n")}</section>`,
    )
    .join("\n");
}
