import { readdirSync } from "node:fs";
import path from "node:path";

/** The TypeScript files of a folder and below, by their paths. */
export const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file))
    .toSorted();
