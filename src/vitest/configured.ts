import { findConfig, loadConfig } from "../auditor/load-config.js";
import type { Additions } from "../auditor/read-config.js";
import { lazily } from "../numbers/lazily.js";

/**
 * What the project's config adds: `lemmacheck.config.ts` in the working directory, or the file that the environment
 * variable LEMMACHECK_CONFIG names; nothing without one. Loaded once for each test file.
 */
export const configured: () => Promise<Additions> = lazily(async () => {
  const file = process.env.LEMMACHECK_CONFIG ?? (await findConfig(process.cwd()));
  return file === null ? { activations: [], claims: [] } : loadConfig("the config", file);
});
