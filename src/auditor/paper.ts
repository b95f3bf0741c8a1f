import type { Campaign } from "./campaign/job.js";
import type { Additions } from "./cell.js";
import { checkClaim } from "./check-claim.js";
import type { Claim } from "./claim.js";
import { KEBAB } from "./identifier.js";
import type { AnyParameter } from "./parameter.js";
import { shownValue } from "./shown-value.js";
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

/** A collection of claims with one subject: a paper, a chapter, a lemma of one's own. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  /** Where it appeared, or can be read. */
  readonly source: string;
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
}

/** What `definePaper` takes. */
export interface PaperDefinition extends Pick<Paper, "id" | "title" | "authors" | "year" | "source" | "parameters"> {
  /** The claims, or how to load them. */
  readonly claims: readonly Claim[] | (() => Promise<readonly Claim[]>);
  readonly commands?: readonly PaperCommand[];
  /** How the jobs of its campaigns are done, by name: loaded by whoever does them. */
  readonly tasks?: Readonly<Record<string, () => Promise<Task>>>;
  readonly examples?: readonly PaperExample[];
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

/**
 * Makes a paper: what the command line, the report and its citation speak of.
 *
 * @throws RangeError naming the paper, the member, what it was and what it must be.
 */
export function definePaper(definition: PaperDefinition): Paper {
  const { id, title, authors, year, source, parameters, claims, commands = [], tasks = {}, examples = [] } = definition;
  if (typeof id !== "string" || !KEBAB.test(id)) refuse(id, "id", id, "lower-case words joined by hyphens");
  for (const [member, x] of Object.entries({ title, source }))
    if (typeof x !== "string" || x === "") refuse(id, member, x, "a text");
  if (!Array.isArray(authors) || authors.some((author) => typeof author !== "string"))
    refuse(id, "authors", authors, "a list of names");
  if (!Number.isInteger(year)) refuse(id, "year", year, "a year");
  if (!Array.isArray(parameters)) refuse(id, "parameters", parameters, "a list of what parameter() gives");
  if (typeof tasks !== "object" || tasks === null)
    refuse(id, "tasks", tasks, "an object of functions that load a task");
  for (const [name, load] of Object.entries(tasks)) {
    if (!KEBAB.test(name)) refuse(id, "tasks", name, "named by lower-case words joined by hyphens");
    if (typeof load !== "function") refuse(id, `tasks.${name}`, load, "a function that loads a task");
  }
  const names = parameters.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse(id, "parameters", twice, "a list that names each once");
  if (!Array.isArray(claims) && typeof claims !== "function")
    refuse(id, "claims", claims, "a list of claims, or a function that loads it");
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
  };
}
