import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { generalClaims } from "../examples/any-width/general-activations.js";
import { layeredClaims } from "../examples/any-width/multi-layer.js";
import { runHere } from "./run-here.js";

const folder = path.resolve(import.meta.dirname, "../examples/any-width");
const config = ["--config", path.join(folder, "lemmacheck.config.ts")];
const readme = await readFile(path.join(folder, "README.md"), "utf8");
const claims = [...generalClaims, ...layeredClaims];

test("the project imports nothing but the package", async () => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const sources = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  const imported = sources.flatMap((text) => [...text.matchAll(/from "([^."][^"]*)"/g)].map(([, from]) => from));
  for (const from of imported) expect(from).toMatch(/^(lemmacheck(\/[a-z]+)?|vitest)$/);
});

test("its README lists every claim, and says refuted of those that name a counterexample", () => {
  const listed = [...readme.matchAll(/^\| `([a-z0-9-]+)` +\|.*\| (supported|refuted)/gm)];
  const known = claims.map(({ id, forms }) => `${id} ${forms.printed.refutedAt ? "refuted" : "supported"}`);
  expect(new Set(listed.map(([, id, verdict]) => `${id} ${verdict}`))).toEqual(new Set(known));
  expect(listed.length).toBe(known.length);
});

test("every claim is called a reading", () => {
  for (const { id, reading } of claims) expect(reading, id).toBeTruthy();
});

test("the README's run prints what it shows", async () => {
  const [, line, shown] = /```console\n\$ npx lemmacheck ([^\n]*)\n([\s\S]*?)```/.exec(readme) ?? [];
  const { stdout, code } = await runHere([...line.split(" "), ...config]);
  expect(stdout).toBe(shown);
  expect(code).toBe(0);
});

test("widths that are none are refused in one line", async () => {
  const { stderr, code } = await runHere(["audit", "random-linear", "--widths", "10,20", "--d", "5", ...config]);
  expect(code).toBe(2);
  expect(stderr).toBe(
    "lemmacheck: --widths is 10,20; it must be up to 1000 integers in [1, 2^53], as 1000-50-1000 or 256x12\n",
  );
});
