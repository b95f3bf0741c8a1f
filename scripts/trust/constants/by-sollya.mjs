import { spawnSync } from "node:child_process";

/** Where suprema are looked for, and how many seconds of CPU one expression may take. */
export const WITHIN = 12;
const LONGEST = 10;
/** Of the shell. */
const NOT_FOUND = 127;

/** A double as sollya reads it, exactly. */
function exactly(text) {
  let [x, power] = [Number(text), 0];
  while (!Number.isInteger(x)) {
    x *= 2;
    power++;
  }
  return power === 0 ? BigInt(x).toString() : `(${BigInt(x)}/2^${power})`;
}

/** The expression as sollya reads it, or null where it has what sollya does not differentiate. */
function forSollya(text) {
  if (/max|min|sign|abs|\?/.test(text)) return null;
  return text
    .replaceAll(/(?<![\w.])\d+(?:\.\d*)?(?:e[+-]?\d+)?/g, exactly)
    .replaceAll(/\bt\b/g, "x")
    .replaceAll(/\be\b/g, "exp(1)")
    .replaceAll(/\btau\b/g, "(2*pi)");
}

/**
 * The largest sizes of an expression and its first two derivatives, by sollya's `diff`, that its `dirtyinfnorm` finds within ±12, which
 * are attained to most of 100 bits; null for those that it does not find in time, null for what it does not read.
 */
export function bySollya(text) {
  const f = forSollya(text);
  if (f === null) return null;
  const norms = [f, `diff(${f})`, `diff(diff(${f}))`].map(
    (g, k) => `print("order", ${k}, dirtyinfnorm(${g}, [${-WITHIN};${WITHIN}]));`,
  );
  const { status, stdout } = spawnSync("sh", ["-c", `ulimit -t ${LONGEST} && exec sollya --warnonstderr`], {
    input: `prec = 100;\ndisplay = decimal;\n${norms.join("\n")}\nquit;\n`,
    encoding: "utf8",
  });
  if (status === NOT_FOUND) throw new Error("sollya is not installed");
  const found = new Map(
    Array.from(stdout.matchAll(/^order ([012]) ([\d.e+-]+)$/gm), ([, k, x]) => [Number(k), Number(x)]),
  );
  return [0, 1, 2].map((k) => found.get(k) ?? null);
}
