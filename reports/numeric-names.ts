import type { Row } from "../src/auditor/row-fields.js";
import type { PaperText } from "./texts.js";

/** Parameters of the rows whose values are positive numbers, at least two of them: sizes first, then by how many values they have. */
export function varyingNumbers(rows: readonly Row[], paper: PaperText | undefined): string[] {
  const values = new Map<string, Set<number>>();
  const others = new Set<string>();
  for (const { cell } of rows)
    for (const [name, value] of Object.entries(cell)) {
      if (typeof value === "number" && value > 0) values.set(name, (values.get(name) ?? new Set()).add(value));
      else others.add(name);
    }
  const isSize = (name: string) => Number(paper?.sizes.includes(name) ?? false);
  return [...values]
    .filter(([name, own]) => own.size >= 2 && !others.has(name))
    .toSorted(([a, x], [b, y]) => isSize(b) - isSize(a) || y.size - x.size)
    .map(([name]) => name);
}
