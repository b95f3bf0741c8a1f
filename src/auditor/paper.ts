import type { Additions } from "./cell.js";
import { checkClaim } from "./check-claim.js";
import type { Claim } from "./claim.js";
import { KEBAB } from "./identifier.js";
import { type PaperMap, type PaperSection, REGION_ROLES } from "./paper-map.js";
import type { AnyParameter } from "./parameter.js";
import { shownValue } from "./shown-value.js";

/** An argument of a command that a paper brings. */
interface CommandArgument {
  /** As help shows it: "THEOREM". */
  readonly name: string;
  readonly about: string;
}

/** An option of such a command; a flag where it has no value. */
interface CommandOption {
  /** "order" for --order. */
  readonly name: string;
  /** What its value is called in help: "list"; none for a flag. */
  readonly value?: string;
  readonly about: string;
}

/** What such a command was called with. */
export interface CommandCall {
  readonly arguments: readonly string[];
  readonly options: Readonly<Partial<Record<string, string | true>>>;
  readonly additions: Additions;
  /** The claims that are audited: the paper's, and those that a config adds. */
  claims(): Promise<readonly Claim[]>;
}

/** A command that a paper brings. */
export interface PaperCommand {
  readonly name: string;
  readonly about: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /**
   * What it found: for people, and for programs with --json.
   *
   * @throws RangeError in one line that names the argument, what it was and what it must be.
   */
  run(call: CommandCall): Promise<{ readonly text: string; readonly json: unknown }>;
}

/** An example for help. */
interface PaperExample {
  /** Without the program's name: "audit chi-square --k 1". */
  readonly command: string;
  readonly about: string;
}

/** A collection of claims with one subject: a paper, a chapter, a lemma of one's own. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  /** Where it appeared, or can be read. */
  readonly source: string;
  /** How to cite it, as an entry of BibTeX; null for one that is made of the above. */
  readonly bibtex: string | null;
  /** Every parameter that its claims have, in the order of flags and columns. */
  readonly parameters: readonly AnyParameter[];
  /** All of its claims, in its order. */
  claims(): Promise<readonly Claim[]>;
  /** One of them, or undefined. */
  claim(id: string): Promise<Claim | undefined>;
  readonly commands: readonly PaperCommand[];
  readonly examples: readonly PaperExample[];
  /** Its sections, in its order; none if it is not told. */
  readonly sections: readonly PaperSection[];
  /** Parameters whose values reports show side by side. */
  readonly panels: readonly AnyParameter[];
  /** Maps that reports draw; null for those that follow from the claims alone. */
  maps(): Promise<readonly PaperMap[] | null>;
}

/** What `definePaper` takes. */
export interface PaperDefinition extends Pick<Paper, "id" | "title" | "authors" | "year" | "source" | "parameters"> {
  /** The claims, or how to load them. */
  readonly claims: readonly Claim[] | (() => Promise<readonly Claim[]>);
  readonly commands?: readonly PaperCommand[];
  readonly examples?: readonly PaperExample[];
  readonly bibtex?: string;
  readonly sections?: readonly PaperSection[];
  readonly panels?: readonly AnyParameter[];
  /** The maps, or how to load them. */
  readonly maps?: readonly PaperMap[] | (() => Promise<readonly PaperMap[]>);
}

function refuse(paper: string, member: string, x: unknown, mustBe: string): never {
  throw new RangeError(`paper ${paper}: ${member} is ${shownValue(x)}; it must be ${mustBe}`);
}

/** The claims, each checked against the paper's parameters. */
function checkedClaims(id: string, parameters: readonly AnyParameter[], claims: readonly Claim[]): readonly Claim[] {
  const ids = new Set<string>();
  for (const claim of claims) {
    checkClaim(claim);
    if (ids.has(claim.id)) refuse(id, "claims", claim.id, "claims of different ids");
    ids.add(claim.id);
    const stranger = claim.parameters.find((own) => !parameters.includes(own));
    if (stranger)
      refuse(id, "parameters", stranger.name, `a list with that parameter of claim ${claim.id}, the same value`);
  }
  return claims;
}

/** The maps, each checked: what they draw must be the paper's own. */
function checkedMaps(id: string, parameters: readonly AnyParameter[], maps: readonly PaperMap[]): readonly PaperMap[] {
  for (const [i, { x, y, regions = [] }] of maps.entries()) {
    for (const [axis, own] of Object.entries({ x, y }))
      if (!parameters.includes(own)) refuse(id, `maps[${i}].${axis}`, own?.name, "one of its parameters");
    for (const { title, role, holds } of regions) {
      if (typeof title !== "string") refuse(id, `maps[${i}].regions`, title, "regions with a title");
      if (!REGION_ROLES.includes(role)) refuse(id, `maps[${i}].regions`, role, `of a role ${REGION_ROLES.join(", ")}`);
      if (typeof holds !== "function") refuse(id, `maps[${i}].regions`, holds, "regions with a function holds");
    }
  }
  return maps;
}

/**
 * Makes a paper: what the command line, the report and its citation speak of.
 *
 * @throws RangeError naming the paper, the member, what it was and what it must be.
 */
export function definePaper(definition: PaperDefinition): Paper {
  const { id, title, authors, year, source, parameters, claims, commands = [], examples = [] } = definition;
  const { bibtex = null, sections = [], panels = [], maps } = definition;
  if (typeof id !== "string" || !KEBAB.test(id)) refuse(id, "id", id, "lower-case words joined by hyphens");
  for (const [member, x] of Object.entries({ title, source }))
    if (typeof x !== "string" || x === "") refuse(id, member, x, "a text");
  if (!Array.isArray(authors) || authors.some((author) => typeof author !== "string"))
    refuse(id, "authors", authors, "a list of names");
  if (!Number.isInteger(year)) refuse(id, "year", year, "a year");
  if (!Array.isArray(parameters)) refuse(id, "parameters", parameters, "a list of what parameter() gives");
  const names = parameters.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse(id, "parameters", twice, "a list that names each once");
  if (!Array.isArray(claims) && typeof claims !== "function")
    refuse(id, "claims", claims, "a list of claims, or a function that loads it");
  if (bibtex !== null && typeof bibtex !== "string") refuse(id, "bibtex", bibtex, "a text");
  if (
    !Array.isArray(sections) ||
    sections.some((one) => typeof one?.title !== "string" || typeof one.from !== "string")
  )
    refuse(id, "sections", sections, "a list of { title, from }");
  const stranger = Array.isArray(panels) ? panels.find((own) => !parameters.includes(own)) : panels;
  if (stranger !== undefined) refuse(id, "panels", stranger, "a list of its parameters");
  if (maps !== undefined && !Array.isArray(maps) && typeof maps !== "function")
    refuse(id, "maps", maps, "a list of maps, or a function that loads it");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const listedMaps = maps as PaperDefinition["maps"];
  const mapsOf = async () =>
    listedMaps === undefined
      ? null
      : checkedMaps(id, parameters, typeof listedMaps === "function" ? await listedMaps() : listedMaps);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const listed = claims as PaperDefinition["claims"];
  let loaded: Promise<readonly Claim[]> | undefined;
  const load = async () => checkedClaims(id, parameters, typeof listed === "function" ? await listed() : listed);
  if (typeof listed !== "function") checkedClaims(id, parameters, listed);
  const all = () => (loaded ??= load());
  return {
    id,
    title,
    authors,
    year,
    source,
    parameters,
    claims: all,
    claim: async (wanted) => (await all()).find((one) => one.id === wanted),
    commands,
    examples,
    bibtex,
    sections,
    panels,
    maps: mapsOf,
  };
}
