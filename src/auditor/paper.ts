import { shownName, shownValue } from "../numbers/shown-value.js";
import type { Campaign } from "./campaign/job.js";
import type { Additions } from "./cell.js";
import { checkClaim } from "./check-claim.js";
import { checkCommands } from "./check-commands.js";
import type { Claim } from "./claim.js";
import type { ExhibitRoom, ReportGiven } from "./exhibit.js";
import { KEBAB } from "./identifier.js";
import type { Json } from "./json.js";
import { type PaperMap, type PaperSection, REGION_ROLES } from "./paper-map.js";
import type { AnyParameter } from "./parameter.js";
import type { Task } from "./task.js";

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
  /** Somebody's own things by the parameter's name, as its `admit` made them; `parameter.resolve(text, additions.NAME)` knows them. */
  readonly additions: Additions;
  /** The claims that are audited: the paper's, and those that a config adds. */
  claims(): Promise<readonly Claim[]>;
}

/** What help says of a command that a paper brings. */
interface CommandHead {
  readonly name: string;
  readonly about: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
}

/** A command that answers at once. */
export interface AnswerCommand extends CommandHead {
  /**
   * What it found: for people, and for programs with --json.
   *
   * @throws RangeError in one line that names the argument, what it was and what it must be.
   */
  run(call: CommandCall): Promise<{ readonly text: string; readonly json: unknown }>;
}

/** A command that runs a campaign. Options on workers, shards, directories and machines are there by themselves. */
export interface CampaignCommand extends CommandHead {
  /**
   * Describes it. The same words give the same campaign.
   *
   * @throws RangeError in one line that names the argument, what it was and what it must be.
   */
  campaign(call: CommandCall): Promise<Campaign>;
}

/** A command that a paper brings. */
export type PaperCommand = AnswerCommand | CampaignCommand;

/** An example for help. */
interface PaperExample {
  /** Without the program's name: "audit chi-square --k 1". */
  readonly command: string;
  readonly about: string;
}

/**
 * What a false statement weighs: the result falls as a whole; it stands with other constants or conditions; a step of a
 * proof falls and what it proves stands; or it is a slip of the pen.
 */
export type Severity = "result" | "constants" | "step" | "typographical";

/** What a paper's errata say beyond its claims. */
export interface PaperErrata {
  /** Of which text they speak, as a sentence. */
  readonly text: string;
  /** By the claim's id; a step is a step unless it says otherwise, another statement changes its constants. */
  readonly severities?: Readonly<Partial<Record<string, Severity>>>;
  /** Slips of the pen that no claim could be refuted by: a wrong letter, say. A sentence each, as in a claim's reasons. */
  readonly misprints?: readonly string[];
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
  /** How the jobs of its campaigns are done, by name. */
  readonly tasks: Readonly<Record<string, () => Promise<Task>>>;
  readonly examples: readonly PaperExample[];
  /** Its sections, in its order; none if it is not told. */
  readonly sections: readonly PaperSection[];
  /** Parameters whose values reports show side by side. */
  readonly panels: readonly AnyParameter[];
  /** Maps that reports draw, with what its commands have written; null for those that follow from the claims alone. */
  maps(records?: readonly Json[]): Promise<readonly PaperMap[] | null>;
  /** What it shows in reports beside its claims. */
  exhibits(given: ReportGiven): Promise<readonly ExhibitRoom[]>;
  /** Whether a report can make use of a line that its commands have written. */
  readsRecord(record: Json): Promise<boolean>;
  readonly errata: PaperErrata | null;
}

/** What a paper shows in reports beside its claims. */
export interface Exhibits {
  rooms(given: ReportGiven): Promise<readonly ExhibitRoom[]> | readonly ExhibitRoom[];
  /** Whether a line that its commands have written is of use; none is, if left out. */
  reads?(record: Json): boolean;
}

/** What `definePaper` takes. */
export interface PaperDefinition extends Pick<Paper, "id" | "title" | "authors" | "year" | "source" | "parameters"> {
  /** The claims, or how to load them. */
  readonly claims: readonly Claim[] | (() => Promise<readonly Claim[]>);
  readonly commands?: readonly PaperCommand[];
  /** How the jobs of its campaigns are done, by name: loaded by whoever does them. */
  readonly tasks?: Readonly<Record<string, () => Promise<Task>>>;
  readonly examples?: readonly PaperExample[];
  readonly bibtex?: string;
  readonly sections?: readonly PaperSection[];
  readonly panels?: readonly AnyParameter[];
  /** The maps, or how to load them. */
  readonly maps?: readonly PaperMap[] | ((records: readonly Json[]) => Promise<readonly PaperMap[]>);
  /** What reports show beside the claims, and which lines of its commands they can use for that or for maps. */
  readonly exhibits?: () => Promise<Exhibits>;
  readonly errata?: PaperErrata;
}

const SEVERITIES: readonly Severity[] = ["result", "constants", "step", "typographical"];

function refuse(paper: string, member: string, x: unknown, mustBe: string): never {
  throw new RangeError(`paper ${shownName(paper)}: ${shownName(member)} is ${shownValue(x)}; it must be ${mustBe}`);
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

/** What is shown, each part with a name of its own. */
function checkedRooms(id: string, rooms: readonly ExhibitRoom[]): readonly ExhibitRoom[] {
  for (const [i, { id: own, title, exhibits }] of rooms.entries()) {
    if (typeof own !== "string" || !KEBAB.test(own))
      refuse(id, `exhibits: rooms[${i}].id`, own, "lower-case words joined by hyphens");
    if (typeof title !== "string" || title === "") refuse(id, `exhibits: rooms[${i}].title`, title, "a text");
    if (!Array.isArray(exhibits)) refuse(id, `exhibits: rooms[${i}].exhibits`, exhibits, "a list");
  }
  return rooms;
}

/**
 * Makes a paper: what the command line, the report and its citation speak of.
 *
 * @throws RangeError naming the paper, the member, what it was and what it must be.
 */
export function definePaper(definition: PaperDefinition): Paper {
  const { id, title, authors, year, source, parameters, claims, commands = [], tasks = {}, examples = [] } = definition;
  const { bibtex = null, sections = [], panels = [], maps, exhibits, errata = null } = definition;
  if (typeof id !== "string" || !KEBAB.test(id)) refuse(id, "id", id, "lower-case words joined by hyphens");
  for (const [member, x] of Object.entries({ title, source }))
    if (typeof x !== "string" || x === "") refuse(id, member, x, "a text");
  if (!Array.isArray(authors) || authors.some((author) => typeof author !== "string"))
    refuse(id, "authors", authors, "a list of names");
  if (!Number.isInteger(year)) refuse(id, "year", year, "a year");
  if (!Array.isArray(parameters) || parameters.some((one) => typeof one?.domain?.has !== "function"))
    refuse(id, "parameters", parameters, "a list of what parameter() gives");
  if (typeof tasks !== "object" || tasks === null)
    refuse(id, "tasks", tasks, "an object of functions that load a task");
  for (const [name, load] of Object.entries(tasks)) {
    if (!KEBAB.test(name)) refuse(id, "tasks", name, "named by lower-case words joined by hyphens");
    if (typeof load !== "function") refuse(id, `tasks.${name}`, load, "a function that loads a task");
  }
  checkCommands(id, { commands, examples });
  const names = parameters.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse(id, "parameters", twice, "a list that names each once");
  if (errata !== null && (typeof errata.text !== "string" || errata.text === ""))
    refuse(id, "errata", errata, "{ text } that says of which text they speak, with or without severities");
  const misprint: unknown = errata?.misprints?.find((x: unknown) => typeof x !== "string" || x === "");
  if (misprint !== undefined) refuse(id, "errata", misprint, "with misprints that are sentences");
  const severity = Object.values(errata?.severities ?? {}).find((x) => !SEVERITIES.some((known) => known === x));
  if (severity !== undefined) refuse(id, "errata", severity, `severities, each one of ${SEVERITIES.join(", ")}`);
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
  if (exhibits !== undefined && typeof exhibits !== "function")
    refuse(id, "exhibits", exhibits, "a function that loads { rooms, reads }");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const listedMaps = maps as PaperDefinition["maps"];
  const mapsOf = async (records: readonly Json[] = []) =>
    listedMaps === undefined
      ? null
      : checkedMaps(id, parameters, typeof listedMaps === "function" ? await listedMaps(records) : listedMaps);
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
    tasks,
    examples,
    bibtex,
    sections,
    panels,
    maps: mapsOf,
    exhibits: async (given) => checkedRooms(id, (await (await exhibits?.())?.rooms(given)) ?? []),
    readsRecord: async (record) => (await exhibits?.())?.reads?.(record) ?? false,
    errata,
  };
}
