import { messageOf } from "../numbers/message-of.js";
import { admitAdditions } from "./admit-additions.js";
import type { Additions } from "./cell.js";
import { checkClaim } from "./check-claim.js";
import type { Claim } from "./claim.js";
import type { Config } from "./config.js";
import { ConfigError } from "./config-error.js";
import { inOneLine } from "./in-one-line.js";
import { loadConfig } from "./load-config.js";
import type { Paper } from "./paper.js";
import type { AnyParameter } from "./parameter.js";
import { SeveralPapers } from "./several-papers.js";

/** Where a paper is to be found, in plain JSON: workers open it anew. */
export interface PaperPlace {
  /** The URL of a module whose export `paper` is the one that comes with the program. */
  readonly home: string;
  /** A config file, or null. */
  readonly config: string | null;
  /** How messages name the config. */
  readonly configName: string;
  /** The id of the paper to audit; if null, the config's only one, or the one that comes with the program. */
  readonly paper: string | null;
}

/** A paper with what a config adds to it. */
export interface OpenPaper extends Pick<Paper, "claims" | "claim" | "parameters"> {
  readonly paper: Paper;
  readonly additions: Additions;
  readonly place: PaperPlace;
}

async function homePaper(home: string): Promise<Paper> {
  const { paper }: { readonly paper: Paper } = await import(home);
  return paper;
}

/** The paper that is audited, among those of a config and the one that comes with the program. */
async function choose(papers: readonly Paper[], { home, paper, config }: PaperPlace): Promise<Paper> {
  if (paper === null && papers.length === 1) return papers[0];
  if (paper === null && papers.length > 1) throw new SeveralPapers(papers, config);
  const own = papers.find(({ id }) => id === paper);
  if (own) return own;
  const known = await homePaper(home);
  if (paper === null || paper === known.id) return known;
  throw new ConfigError(`--paper is ${paper}; it must be one of ${[...papers, known].map(({ id }) => id).join(", ")}`);
}

/** The claims that a config adds, checked against each other. */
function addedClaims(claims: readonly Claim[]): readonly Claim[] {
  for (const [i, claim] of claims.entries()) {
    try {
      checkClaim(claim);
    } catch (error) {
      throw new RangeError(`claims[${i}]: ${messageOf(error)}`, { cause: error });
    }
    if (claims.findIndex(({ id }) => id === claim.id) !== i)
      throw new RangeError(
        `claims[${i}] has the id ${claim.id}; it must be another, since another of its claims has that one`,
      );
  }
  return claims;
}

/** The paper's parameters and those that added claims bring. */
function allParameters(paper: Paper, added: readonly Claim[]): AnyParameter[] {
  const all = [...paper.parameters];
  for (const { id, parameters } of added)
    for (const parameter of parameters) {
      const known = all.find(({ name }) => name === parameter.name);
      if (!known) all.push(parameter);
      else if (
        known.domain.mustBe !== parameter.domain.mustBe ||
        Boolean(known.resolution) !== Boolean(parameter.resolution)
      )
        throw new RangeError(
          `claim ${id} has a parameter ${parameter.name}, ${parameter.domain.mustBe}; it must be that of ${paper.id}, ${known.domain.mustBe}, or have another name`,
        );
    }
  return all;
}

/**
 * The paper to audit, with what a config adds to it.
 *
 * @throws SeveralPapers if the place does not say which of them.
 * @throws ConfigError in one line, if there is no such paper or the config cannot be used.
 */
export async function openPaper(place: PaperPlace): Promise<OpenPaper> {
  const { config, configName } = place;
  const {
    papers = [],
    claims = [],
    additions = {},
  }: Config = config === null ? {} : await loadConfig(configName, config);
  const paper = await choose(papers, place);
  try {
    const added = addedClaims(claims);
    const parameters = allParameters(paper, added);
    const all = async () => {
      const own = await paper.claims();
      const twice = added.find(({ id }) => own.some((claim) => claim.id === id));
      if (twice)
        throw new ConfigError(
          `${configName} is ${config}, and its claims have the id ${twice.id}; it must be another, since ${paper.id} has that one`,
        );
      return [...own, ...added];
    };
    return {
      paper,
      parameters,
      additions: admitAdditions(parameters, additions),
      place: { ...place, paper: paper.id },
      claims: all,
      claim: async (id) => added.find((claim) => claim.id === id) ?? paper.claim(id),
    };
  } catch (error) {
    if (error instanceof RangeError) throw new ConfigError(`${configName} is ${config}, and ${error.message}`);
    if (config === null) throw error;
    // A getter of its own, or a proxy.
    throw new ConfigError(`${configName} is ${config}; it must export what can be read: ${inOneLine(error)}`);
  }
}
