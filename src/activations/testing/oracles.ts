import { execFileSync } from "node:child_process";

/** Runs a program on an input: what it prints, or null where it is not installed. */
function run(file: string, args: readonly string[], input: string): string | null {
  try {
    return execFileSync(file, args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"], timeout: 60_000 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

/** As sollya reads it: t is x, and e no constant. */
const forSollya = (text: string) => text.replaceAll(/\bt\b/g, "x").replaceAll(/\be\b/g, "exp(1)");

/**
 * sup|f|, sup|f'| and sup|f''| over [a, b] of each expression by sollya's dirtyinfnorm, which is right to most of 100 bits;
 * null where sollya is not installed. No conditions, max, min or sign.
 */
export function sollyaSuprema(
  expressions: readonly string[],
  [a, b]: readonly [number, number],
): readonly (readonly number[])[] | null {
  const wanted = expressions.map((text) => {
    const f = forSollya(text);
    return [f, `diff(${f})`, `diff(diff(${f}))`].map((g) => `print(dirtyinfnorm(${g}, [${a};${b}]));`).join("\n");
  });
  const text = run("sollya", ["--warnonstderr"], `prec = 100;\ndisplay = decimal;\n${wanted.join("\n")}\nquit;\n`);
  if (text === null) return null;
  const found = lines(text).map(Number).filter(Number.isFinite);
  return expressions.map((_, i) => found.slice(3 * i, 3 * i + 3));
}

/** As mpmath's names are. */
const forPython = (text: string) =>
  text
    .replaceAll("^", "**")
    .replaceAll(/\babs\b/g, "fabs")
    .replaceAll(/(?<![\w.])(\d+(?:\.\d*)?(?:e[+-]?\d+)?)/g, "mpf($1)");

const INTEGRATE = `
import sys
try:
    from mpmath import *
except ImportError:
    print("no mpmath"); sys.exit()
mp.dps = 30
panels = [mpf(i) / 2 for i in range(-28, 29)]
def expectation(g):
    return quad(lambda t: g(t) * exp(-t * t / 2), panels) / sqrt(2 * pi)
for line in sys.stdin:
    f, slope = [eval("lambda t: " + part) for part in line.strip().split("|")]
    print(nstr(expectation(f), 22), nstr(expectation(lambda t: f(t) ** 2), 22), nstr(expectation(lambda t: slope(t) ** 2), 22))
`;

/**
 * E ψ(X), E ψ(X)² and E ψ'(X)² for X ~ N(0, 1) by mpmath, to 20 digits for smooth ψ that do not change within hundredths;
 * null where python3 or mpmath is not installed.
 */
export function mpmathExpectations(
  formulas: readonly { readonly value: string; readonly derivative: string }[],
): readonly (readonly number[])[] | null {
  const input = formulas.map(({ value, derivative }) => `${forPython(value)}|${forPython(derivative)}`).join("\n");
  const text = run("/usr/bin/python3", ["-c", INTEGRATE], input);
  if (text === null || text.startsWith("no mpmath")) return null;
  return lines(text).map((line) => line.split(" ").map(Number));
}
