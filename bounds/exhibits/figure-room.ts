import type { Additions, Exhibit, ExhibitRoom } from "lemmacheck";
import { readActivation } from "../commands/read-activation.js";
import { figurePanels } from "../experiments/figure-panels.js";
import type { FigureRow } from "../experiments/figure-row.js";

/** Points that belong in one picture: of one figure, ψ and law. */
const pictureOf = ({ figure, psi, initialisation, coefficients }: FigureRow) =>
  JSON.stringify([figure, psi, initialisation, coefficients]);

/** The figures of Section 4 whose points are given, one exhibit a figure, activation and law. */
export function figureRoom(rows: readonly FigureRow[], additions: Additions): ExhibitRoom {
  const exhibits = [...new Set(rows.map(pictureOf))].toSorted().map((key): Exhibit => {
    const own = rows.filter((row) => pictureOf(row) === key);
    const [{ figure, psi, initialisation, coefficients }] = own;
    const picture = figurePanels(figure, own, readActivation("psi", psi, additions));
    return { title: picture.title, about: `${psi}, ${initialisation}, ${coefficients}`, pictures: [picture] };
  });
  return {
    id: "section-4",
    title: "The experiments of Section 4, drawn anew",
    text: "Points as `figure` has drawn them, by the exact laws of networks along their gradients.",
    exhibits,
  };
}
