import type { Row } from "../src/auditor/row-fields.js";

const grouped = (x: number) => x.toLocaleString("en-GB").replaceAll(",", "\u202f");

/** How many draws stand behind a figure: "64 to 65 536 draws a cell", or what decided without draws. */
export function drawsText(rows: readonly Pick<Row, "draws" | "method">[]): string {
  let [least, most, computed] = [Infinity, 0, 0];
  for (const { draws, method } of rows) {
    if (draws === null) computed += method === null ? 0 : 1;
    else [least, most] = [Math.min(least, draws), Math.max(most, draws)];
  }
  const drawnText =
    most === 0 ? [] : [`${least === most ? grouped(most) : `${grouped(least)} to ${grouped(most)}`} draws a cell`];
  const computedText = computed === 0 ? [] : [most === 0 ? "Computed, without draws" : `${computed} cells computed`];
  return [...drawnText, ...computedText].join(", ");
}
