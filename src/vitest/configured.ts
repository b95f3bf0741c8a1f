import { admitAdditions } from "../auditor/admit-additions.js";
import type { Additions } from "../auditor/cell.js";
import type { Config } from "../auditor/config.js";
import { findConfig, loadConfig } from "../auditor/load-config.js";
import type { AnyParameter } from "../auditor/parameter.js";
import { lazily } from "../numbers/lazily.js";

/**
 * The project's config: `lemmacheck.config.ts` in the working directory, or the file that the environment variable
 * LEMMACHECK_CONFIG names; none without one. Loaded once for each test file.
 */
const config: () => Promise<Config> = lazily(async () => {
  const file = process.env.LEMMACHECK_CONFIG ?? (await findConfig(process.cwd()));
  return file === null ? {} : loadConfig("the config", file);
});

/**
 * What some parameters may stand for beside what is known: what the caller gives, then what the project's config has.
 *
 * @throws RangeError naming the entry, what it was and what it must be.
 */
export async function configuredAdditions(
  parameters: readonly AnyParameter[],
  given: Readonly<Record<string, readonly unknown[]>>,
): Promise<Additions> {
  const { additions = {} } = await config();
  // A config serves every claim, and not all have its parameters.
  const names = parameters.flatMap(({ name, resolution }) => (resolution ? [name] : []));
  const all = names.map((name) => [name, [...(given[name] ?? []), ...(additions[name] ?? [])]] as const);
  const strange = Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
  return admitAdditions(parameters, { ...Object.fromEntries(all), ...strange });
}
