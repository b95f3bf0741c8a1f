import { ConfigError } from "../auditor/config-error.js";
import type { SeveralPapers } from "../auditor/several-papers.js";
import { claimsNamed } from "./claims-named.js";

/** Commands that read rows, which name their papers. */
const OF_ROWS: readonly (string | undefined)[] = ["replay", "report"];
/** Commands that take claims by name. */
const OF_CLAIMS: readonly (string | undefined)[] = ["audit", "claims", "search"];
/** Their options without a value. */
const FLAGS = ["--json", "--rows", "--frontier", "--errata", "--repair"];

/**
 * The words that may name claims. Which options a paper brings is not known yet: a word after an option is taken for its
 * value, since a value may read like a printed label.
 */
const namesIn = (words: readonly string[]) =>
  words.filter((word, i) => {
    const before = words[i - 1] ?? "";
    return !word.startsWith("-") && (!before.startsWith("-") || before.includes("=") || FLAGS.includes(before));
  });

/**
 * The id of the paper that a command line speaks of, where a config has several and --paper is left out: that of the
 * claims that are named; for a file of rows any, since rows name their own.
 *
 * @throws ConfigError if no paper, or more than one, has all of the claims: it says which are where.
 */
export async function choosePaper(several: SeveralPapers, typed: readonly string[]): Promise<string> {
  const { papers } = several;
  const [command, ...words] = typed;
  if (OF_ROWS.includes(command)) return papers[0].id;
  if (!OF_CLAIMS.includes(command)) throw several;
  const named: { readonly name: string; readonly ids: readonly string[] }[] = [];
  for (const name of namesIn(words)) {
    const found = await Promise.all(papers.map((paper) => claimsNamed(paper, name)));
    const ids = papers.flatMap(({ id }, i) => (found[i].length > 0 ? [id] : []));
    if (ids.length > 0) named.push({ name, ids });
  }
  if (named.length === 0) throw several;
  const all = papers.filter(({ id }) => named.every(({ ids }) => ids.includes(id)));
  if (all.length === 1) return all[0].id;
  const where = named.map(({ name, ids }) => `${name} is in ${ids.join(" and ")}`).join(", ");
  throw new ConfigError(`${several.message}: ${where}`);
}
