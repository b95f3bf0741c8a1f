import { UsageError } from "./usage-error.js";

/** An option that may be given once: twice with different values contradicts itself. */
export function once(option: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before !== undefined && before !== value)
      throw new UsageError(`${option} is both ${before} and ${value}; it must be given once`);
    return value;
  };
}

/** The same for one that may hold a password, which no message shows. */
export function onceSecretly(option: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before !== undefined && before !== value)
      throw new UsageError(`${option} is given with two values; it must be given once`);
    return value;
  };
}
