import { AuditError } from "../auditor/audit-error.js";
import type { Additions } from "../auditor/cell.js";
import type { Claim } from "../auditor/claim.js";
import { type Frontier, type FrontierPoint, frontier } from "../auditor/frontier.js";
import type { Overrides } from "../auditor/grid-cells.js";
import { someCell } from "../auditor/some-cell.js";
import { formatNumber } from "../numbers/format-number.js";
import { UsageError } from "./usage-error.js";

/** Values that were asked for, one a parameter, and somebody's own things. */
export interface FrontierSetting {
  readonly overrides: Overrides;
  readonly additions: Additions;
  flagOf(name: string): string;
}

/** One value for each parameter that was asked for. */
function valuesOf({ overrides, flagOf }: FrontierSetting) {
  return Object.entries(overrides).map(([name, values = []]) => {
    if (values.length > 1)
      throw new UsageError(`${flagOf(name)} is ${values.join(",")}; it must be one value for a frontier`);
    return [name, values[0]] as const;
  });
}

/**
 * From where on a claim says something at its witness, with the values that were asked for.
 *
 * @throws UsageError for a value that the claim has no parameter for.
 */
export function frontierOf(claim: Claim, setting: FrontierSetting): Frontier | null {
  const values = valuesOf(setting);
  for (const [name, value] of values) {
    if (!claim.parameters.some((known) => known.name === name))
      throw new UsageError(
        `${setting.flagOf(name)} is ${value}; it must be left out, since ${claim.id} has no such parameter`,
      );
  }
  return frontier(claim, { ...someCell(claim), ...Object.fromEntries(values) }, setting.additions);
}

/** The same for many claims; values go to those that have such a parameter. `problem`: what kept one from being judged. */
export function frontiersOf(claims: readonly Claim[], setting: FrontierSetting) {
  const values = valuesOf(setting);
  return claims.map((claim) => {
    const known = values.filter(([name]) => claim.parameters.some((parameter) => parameter.name === name));
    const cell = { ...someCell(claim), ...Object.fromEntries(known) };
    try {
      return { id: claim.id, frontier: frontier(claim, cell, setting.additions) };
    } catch (error) {
      if (error instanceof AuditError) return { id: claim.id, frontier: null, problem: error.message };
      throw error;
    }
  });
}

/** "d = 400 with k = 10", the size that is least first. */
function pointText(name: string, point: FrontierPoint): string {
  const others = Object.entries(point).filter(([other]) => other !== name);
  return [[name, point[name]] as const, ...others].map(([size, x]) => `${size} = ${formatNumber(x)}`).join(" with ");
}

/** The sizes, and what was kept. */
function sizesText({ cell, least }: Frontier): string {
  const kept = Object.fromEntries(Object.entries(cell).filter(([name]) => !Object.hasOwn(least, name)));
  const points = Object.entries(least).flatMap(([name, point]) => (point ? [pointText(name, point)] : []));
  const sizes = points.length === 0 ? "no size up to 1e60" : `from ${points.join(", from ")}`;
  return `${sizes}, at ${JSON.stringify(kept)}`;
}

/** A claim's frontier on its page. */
export function frontierText({ trivial }: Claim, found: Frontier): string[] {
  const what = trivial ? "Says more than is known without it" : "Applies";
  return [`${what} (${found.form})`, `  ${sizesText(found)}`];
}

/** One line for each claim that has sizes. */
export function frontierLines(found: ReturnType<typeof frontiersOf>): string[] {
  return found.flatMap(({ id, frontier: one, problem }) => {
    if (problem !== undefined) return [`${id.padEnd(26)} cannot be told: ${problem}`];
    return one ? [`${id.padEnd(26)} ${one.form.padEnd(8)} ${sizesText(one)}`] : [];
  });
}
