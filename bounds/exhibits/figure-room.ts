import type { Additions, Exhibit, ExhibitRoom } from "lemmacheck";
import { readActivation } from "../commands/read-activation.js";
import { figurePanels } from "../experiments/figure-panels.js";
import type { FigureRow } from "../experiments/figure-row.js";

/** Every point has what all of them show. */
const FIGURES = ["1", "2a", "2b"] as const;

/** Points that belong in one picture: of one ψ and one law. */
const lawOf = ({ psi, initialisation, coefficients }: FigureRow) => JSON.stringify([psi, initialisation, coefficients]);

/** The figures of Section 4, from the points that are given: those of an activation and law together. */
export function figureRoom(rows: readonly FigureRow[], additions: Additions): ExhibitRoom {
  const exhibits = [...new Set(rows.map(lawOf))].toSorted().flatMap((key) => {
    const own = rows.filter((row) => lawOf(row) === key);
    const [{ psi, initialisation, coefficients }] = own;
    const activation = readActivation("psi", psi, additions);
    return FIGURES.map((figure): Exhibit => {
      const picture = figurePanels(figure, own, activation);
      return { title: picture.title, about: `${psi}, ${initialisation}, ${coefficients}`, pictures: [picture] };
    });
  });
  return {
    id: "section-4",
    title: "The experiments of Section 4, drawn anew",
    text: "By the exact laws of networks along their gradients, as the command figure draws them.",
    exhibits,
  };
}
