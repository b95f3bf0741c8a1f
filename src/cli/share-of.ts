import type { SearchJob } from "./search-options.js";
import type { TimeLimit } from "./timed.js";

/**
 * What the search of a form may take of its claim's time: an even part of what the forms before it have left.
 *
 * @param used by key of a search, what it has taken; where that is not known, its even part of the whole.
 */
export function shareOf({ key, forms, limit }: SearchJob, used: ReadonlyMap<string, TimeLimit>): TimeLimit {
  const at = forms.indexOf(key);
  const share = (name: keyof TimeLimit) => {
    if (limit[name] === Infinity) return Infinity;
    const even = limit[name] / forms.length;
    const taken = forms.slice(0, at).reduce((sum, form) => sum + (used.get(form)?.[name] ?? even), 0);
    return Math.max(0, limit[name] - taken) / (forms.length - at);
  };
  return { seconds: share("seconds"), coreSeconds: share("coreSeconds") };
}
