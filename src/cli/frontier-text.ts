import { type Activation, type Claim, type Frontier, type FrontierPoint, frontier, someCell } from "lemmacheck";
import { formatNumber } from "../../reports/format.js";
import { parseActivation, parseGamma } from "./parse-options.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** ψ and γ as typed, if they were, and the activations of the config. */
export interface FrontierSetting {
  readonly psi?: string;
  readonly gamma?: string;
  readonly activations: readonly Activation[];
}

/** ψ and γ as a cell has them. */
function givenBy({ psi, gamma, activations }: FrontierSetting): Readonly<Record<string, string | number>> {
  return {
    ...(psi === undefined ? {} : { psi: parseActivation("--psi", psi, activations).id }),
    ...(gamma === undefined ? {} : { gamma: parseGamma("--gamma", gamma) }),
  };
}

/**
 * From where on a claim says something at its witness, with ψ and γ as given.
 *
 * @throws UsageError for a ψ or γ that the claim has no parameter for.
 */
export function frontierOf(claim: Claim, setting: FrontierSetting): Frontier | null {
  const given = givenBy(setting);
  for (const [name, value] of Object.entries(given)) {
    if (!claim.parameters.some((known) => known === name))
      throw new UsageError(
        `--${name} is ${shown(String(value))}; it must be left out, since ${claim.id} has no such parameter`,
      );
  }
  return frontier(claim, { ...someCell(claim), ...given }, setting.activations);
}

/** The same for many claims; ψ and γ go to those that have such a parameter. */
export function frontiersOf(claims: readonly Claim[], setting: FrontierSetting) {
  const given = Object.entries(givenBy(setting));
  return claims.map((claim) => {
    const known = given.filter(([name]) => claim.parameters.some((parameter) => parameter === name));
    const cell = { ...someCell(claim), ...Object.fromEntries(known) };
    return { id: claim.id, frontier: frontier(claim, cell, setting.activations) };
  });
}

const pointText = (point: FrontierPoint) =>
  Object.entries(point)
    .map(([name, size]) => `${name} = ${formatNumber(size)}`)
    .join(" with ");

/** The sizes, and what was kept. */
function sizesText({ cell, d, k }: Frontier): string {
  const kept = Object.fromEntries(Object.entries(cell).filter(([name]) => name !== "d" && name !== "k"));
  const points = [d, k].filter((point) => point !== null);
  const sizes = points.length === 0 ? "no size up to 1e60" : `from ${points.map(pointText).join(", from ")}`;
  return `${sizes}, at ${JSON.stringify(kept)}`;
}

/** A claim's frontier on its page. */
export function frontierText({ trivial }: Claim, found: Frontier): string[] {
  const what = trivial ? "Says more than is known without it" : "Applies";
  return [`${what} (${found.form})`, `  ${sizesText(found)}`];
}

/** One line for each claim that has sizes. */
export function frontierLines(found: ReturnType<typeof frontiersOf>): string[] {
  return found.flatMap(({ id, frontier: one }) =>
    one ? [`${id.padEnd(26)} ${one.form.padEnd(8)} ${sizesText(one)}`] : [],
  );
}
