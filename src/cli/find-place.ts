import { findConfig } from "../auditor/load-config.js";
import type { PaperPlace } from "../auditor/open-paper.js";

/** The value of an option in what was typed, wherever it stands: which other options there are depends on it. */
function optionIn(option: string, typed: readonly string[]): string | null {
  for (const [i, word] of typed.entries()) {
    if (word === "--") return null;
    if (word === option) return typed[i + 1] ?? null;
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return null;
}

/** Which paper is audited: that of --config and --paper, or of the config in the working directory, or the program's own. */
export async function findPlace(home: string, typed: readonly string[]): Promise<PaperPlace> {
  const named = optionIn("--config", typed);
  const found = named ?? (await findConfig(process.cwd()));
  return {
    home,
    config: found,
    configName: named === null ? "the config" : "--config",
    paper: optionIn("--paper", typed),
  };
}
