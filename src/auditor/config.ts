import { shownName, shownValue } from "../numbers/shown-value.js";
import type { Claim } from "./claim.js";
import { isPaper } from "./is-paper.js";
import type { Paper } from "./paper.js";

/** What `lemmacheck.config.ts` exports by default: papers of one's own, or additions to the one that is audited without it. */
export interface Config {
  /** Papers to audit in place of the one that comes with the program. */
  readonly papers?: readonly Paper[];
  /** Claims beside those of that paper. */
  readonly claims?: readonly Claim[];
  /** Things that parameters may stand for beside those that are known, by the parameter's name. */
  readonly additions?: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * The config itself; it is there for its type.
 *
 * @example export default defineConfig({ papers: [definePaper({ … })] });
 */
export function defineConfig(config: Config): Config {
  return config;
}

const MEMBERS = ["papers", "claims", "additions"];

const isObject = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === "object" && x !== null;

function checkList(place: string, list: unknown): asserts list is readonly unknown[] {
  if (!Array.isArray(list)) throw new RangeError(`${place} is ${shownValue(list)}; it must be a list`);
}

/**
 * Refuses what is no config. What is in it is looked at by whoever uses it.
 *
 * @throws RangeError in one line, which names the member, what it is and what it must be.
 */
export function checkConfig(exported: unknown): asserts exported is Config {
  if (!isObject(exported) || Array.isArray(exported))
    throw new RangeError(
      `its default export is ${shownValue(exported)}; it must be { papers } or { claims, additions }`,
    );
  const other = Object.keys(exported).find((name) => !MEMBERS.includes(name));
  if (other !== undefined)
    throw new RangeError(`its default export has ${shownName(other)}; it must have only papers, claims and additions`);
  const { papers = [], claims = [], additions = {} } = exported;
  checkList("papers", papers);
  checkList("claims", claims);
  if (!isObject(additions))
    throw new RangeError(`additions is ${shownValue(additions)}; it must be { parameter: [things] }`);
  for (const [name, list] of Object.entries(additions)) checkList(`additions.${shownName(name)}`, list);
  for (const [i, paper] of papers.entries())
    if (!isPaper(paper))
      throw new RangeError(`papers[${i}] is ${shownValue(paper)}; it must be what definePaper gives`);
  const ids = papers.filter(isPaper).map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new RangeError(`papers is ${shownValue(ids)}; it must be papers of different ids`);
  if (papers.length > 0 && claims.length > 0)
    throw new RangeError("its default export has papers and claims; the claims must be among those of a paper");
}
