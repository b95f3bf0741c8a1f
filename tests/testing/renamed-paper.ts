import { type AnyParameter, type Cell, type Claim, definePaper, type Hypothesis, type Paper } from "lemmacheck";

/** What a test makes of every name but γ's, which is the auditor's own. */
export const renamed = (name: string) => (name === "gamma" ? name : `zq${name}`);
const original = (name: string) => name.replace(/^zq/, "");

/** The same object with its keys under other names. */
const withKeys = <T>(object: Readonly<Record<string, T>>, name: (key: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [name(key), value]));

const back = (given: object): never => {
  // A claim's functions read their parameters by the names that they were written with.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return withKeys({ ...given }, original) as never;
};

const renamedCell = (cell: Cell): Cell => withKeys(cell, renamed);

function renamedParameter(parameter: AnyParameter, known: Map<string, AnyParameter>): AnyParameter {
  if (parameter.name === "gamma") return parameter;
  const found = known.get(parameter.name) ?? { ...parameter, name: renamed(parameter.name) };
  known.set(parameter.name, found);
  return found;
}

type Functions = Readonly<Record<string, unknown>>;
type Call = (...args: unknown[]) => unknown;
const isCall = (x: unknown): x is Call => typeof x === "function";

/** The functions of an object, reading given parameters at a place of their arguments by their old names. */
function readingBack(object: object, places: Readonly<Record<string, number>>): Functions {
  const functions = Object.entries(object).flatMap(([name, call]) => {
    if (!isCall(call) || !(name in places)) return [];
    const at = places[name];
    const wrapped: Call = (...args) =>
      call.apply(
        object,
        args.map((x, i) => (i === at && typeof x === "object" && x !== null ? back(x) : x)),
      );
    // Whether a bound takes the draw is told by how many arguments it has.
    Object.defineProperty(wrapped, "length", { value: call.length });
    return [[name, wrapped] as const];
  });
  return Object.fromEntries(functions);
}

const CLAIM = { observed: 1, trivial: 0, allows: 0, logAllows: 0, exact: 0, uncertainty: 0, resolution: 0, range: 0 };
const FORM = { bound: 0, observed: 1, allows: 0, logAllows: 0 };
const HYPOTHESIS = { holds: 0, least: 0, because: 0 };

/** A claim with every parameter but γ under another name. */
function renamedClaim(claim: Claim, known: Map<string, AnyParameter>): Claim {
  const hypothesis = (one: Hypothesis) => ({
    ...one,
    ...readingBack(one, HYPOTHESIS),
    ...("parameter" in one ? { parameter: renamedParameter(one.parameter, known) } : {}),
  });
  const form = (one: Claim["forms"]["printed"]) => ({
    ...one,
    ...readingBack(one, FORM),
    ...(one.hypotheses ? { hypotheses: one.hypotheses.map(hypothesis) } : {}),
    ...(one.refutedAt ? { refutedAt: renamedCell(one.refutedAt) } : {}),
  });
  const { draw, forms, mutants, cells, witness } = claim;
  const trend = claim.kind === "trend" ? claim.trend : undefined;
  const changed = {
    ...claim,
    ...readingBack(claim, CLAIM),
    parameters: claim.parameters.map((parameter) => renamedParameter(parameter, known)),
    hypotheses: claim.hypotheses.map(hypothesis),
    draw: {
      ...draw,
      ...readingBack(draw, { cost: 0, draw: 0 }),
      parameters: draw.parameters.map((parameter) => renamedParameter(parameter, known)),
    },
    ...(trend
      ? {
          trend: {
            ...trend,
            printedExponent: (given: object) => trend.printedExponent(back(given)),
            grid: (given: object, cell: object) =>
              trend.grid(back(given), back(cell)).map((point) => ({ ...point, cell: renamedCell(point.cell) })),
          },
        }
      : {}),
    forms: {
      printed: form(forms.printed),
      ...(forms.repaired ? { repaired: { ...forms.repaired, ...form(forms.repaired) } } : {}),
    },
    cells: cells.map((grid) => withKeys({ ...grid }, renamed)),
    ...(witness ? { witness: renamedCell(witness) } : {}),
    mutants: Object.fromEntries(
      Object.entries(mutants).map(([name, mutant]) => [
        name,
        { ...mutant, ...readingBack(mutant, FORM), at: renamedCell(mutant.at) },
      ]),
    ),
  };
  // The same members under other names.
  return changed;
}

/** What a paper says of itself; its commands speak of parameters by name. */
const textsOf = ({ id, title, authors, year, source, examples }: Paper) => ({
  id,
  title,
  authors,
  year,
  source,
  examples,
});

/** A paper with some of its claims, and every parameter but γ under another name. */
export async function renamedPaper(paper: Paper, ids: readonly string[]): Promise<Paper> {
  const known = new Map<string, AnyParameter>();
  const parameters = paper.parameters.map((parameter) => renamedParameter(parameter, known));
  const claims = (await paper.claims()).filter(({ id }) => ids.includes(id));
  return definePaper({ ...textsOf(paper), parameters, claims: claims.map((claim) => renamedClaim(claim, known)) });
}

/** The same claims of a paper under their own names. */
export async function partOfPaper(paper: Paper, ids: readonly string[]): Promise<Paper> {
  const claims = (await paper.claims()).filter(({ id }) => ids.includes(id));
  return definePaper({ ...textsOf(paper), parameters: paper.parameters, claims });
}
