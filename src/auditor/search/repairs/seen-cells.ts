import { TookTooLong } from "../../campaign/took-too-long.js";
import { type Cell, plainCell } from "../../cell.js";
import type { Executor } from "../../executor.js";

/** An executor, and the different cells that were looked at by it. */
export function seeingCells(executor: Executor) {
  const [seen, judged] = [new Set<string>(), new Set<string>()];
  const seeing: Executor = {
    ...executor,
    async probe(question, candidate, looking) {
      try {
        const found = await executor.probe(question, candidate, looking);
        const key = JSON.stringify(found.cell);
        seen.add(key);
        if (found.status === "judged") judged.add(key);
        return found;
      } catch (error) {
        if (error instanceof TookTooLong) seen.add(JSON.stringify(plainCell(candidate.cell)));
        throw error;
      }
    },
  };
  /** How many there were beside some. */
  const beside = (known: readonly Cell[]) => {
    const keys = new Set(known.map((cell) => JSON.stringify(cell)));
    const count = (cells: ReadonlySet<string>) => [...cells].filter((key) => !keys.has(key)).length;
    return { candidates: count(seen), judged: count(judged) };
  };
  return { executor: seeing, beside };
}
