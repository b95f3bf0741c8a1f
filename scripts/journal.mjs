import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** What a journal of JSON lines holds; a line that was cut off is left out. */
export const readJournal = (file) =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line))
    : [];

export const addLine = (file, line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
