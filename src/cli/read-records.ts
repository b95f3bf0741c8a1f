import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Json } from "../auditor/json.js";
import type { Paper } from "../auditor/paper.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** Lines that commands of a paper have written, and what was none. */
interface Records {
  readonly records: readonly Json[];
  readonly complaints: readonly string[];
}

function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The files of JSON lines in a directory, or the file itself. */
async function filesOf(place: string): Promise<{ readonly files: readonly string[]; readonly named: boolean }> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new UsageError(`--figures is ${place}; it must be a file of points, or a directory with one`);
  if (!found.isDirectory()) return { files: [place], named: true };
  const names = (await readdir(place)).filter((name) => /\.jsonl?$/.test(name)).toSorted();
  return { files: names.map((name) => path.join(place, name)), named: false };
}

/**
 * What the commands of a paper have written, of which its report can make use. What else a named file has is told; of a
 * directory the other files are left alone.
 *
 * @throws UsageError for what cannot be read, or has no such line.
 */
export async function readRecords(places: readonly string[], paper: Paper): Promise<Records> {
  const records = new Map<string, Json>();
  const complaints: string[] = [];
  for (const place of places) {
    const { files, named } = await filesOf(place);
    let used = 0;
    for (const file of files) {
      const text = await readFile(file, "utf8").catch(() => {
        throw new UsageError(`--figures is ${file}; it must be a readable file`);
      });
      for (const [index, line] of text
        .replace(/^\uFEFF/, "")
        .split("\n")
        .entries()) {
        if (line.trim() === "") continue;
        const record = parsed(line);
        if (record !== undefined && (await paper.readsRecord(record))) {
          records.set(JSON.stringify(record), record);
          used++;
        } else if (named)
          complaints.push(
            `--figures is ${file}; at line ${index + 1} it is ${shown(line)}; it must be a line that a command of ${paper.id} writes for reports`,
          );
      }
    }
    if (used === 0)
      throw new UsageError(
        complaints[0] ?? `--figures is ${place}; it must have a line that a command of ${paper.id} writes for reports`,
      );
  }
  return { records: [...records.values()], complaints };
}
