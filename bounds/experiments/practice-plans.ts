import { pow } from "lemmacheck";
import type { FigurePlan } from "./figure-jobs.js";
import type { FigurePoint } from "./figure-point.js";

/** Draws a size, over γ: with none that fails a third of them is enough, and all where one in three of what γ allows does. */
const DRAWS = 60;

/** Powers of √2 up to `most`, as whole numbers. */
function sizesUpTo(most: number): readonly number[] {
  const sizes = new Set<number>();
  for (let i = 0; pow(2, i / 2) <= most; i++) sizes.add(Math.round(pow(2, i / 2)));
  return [...sizes].filter((size) => size <= most);
}

/** The sizes that are tried: all d and k that are powers of 2, and d = k in steps of √2; each once, with its draws. */
export function practicePlans(of: Omit<FigurePoint, "d" | "k">, gamma: number, most: number): readonly FigurePlan[] {
  const fine = sizesUpTo(most);
  const coarse = fine.filter((size) => Number.isInteger(Math.log2(size)));
  const pairs = [
    ...fine.map((size) => ({ d: size, k: size })),
    ...coarse.flatMap((d) => coarse.flatMap((k) => (d === k ? [] : [{ d, k }]))),
  ];
  return pairs.map(({ d, k }) => ({ point: { ...of, d, k }, networks: Math.ceil(DRAWS / gamma), inputs: 1 }));
}
