import type { Probe } from "./probe.js";

/** So many are kept. */
const MOST = 2 ** 14;

/** What came of looks, by what was asked: hypotheses raise many candidates to one cell. */
export interface KnownLooks {
  of(key: string, look: () => Promise<Probe>): Promise<Probe>;
}

/** Nothing known yet. */
export function knownLooks(): KnownLooks {
  const known = new Map<string, Probe>();
  return {
    async of(key, look) {
      const found = known.get(key) ?? (await look());
      if (known.size >= MOST) known.clear();
      known.set(key, found);
      return found;
    },
  };
}
