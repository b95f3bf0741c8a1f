import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";

const root = path.resolve(import.meta.dirname, "..");
const check = (directory: string) =>
  spawnSync(process.execPath, [path.join(root, "scripts/check-powers.mjs"), directory], { encoding: "utf8" });

const DIFFERENT = [
  "x ** 3",
  "10 ** -3",
  "10 ** n",
  "x ** y",
  "2 ** n",
  "2 ** 0.5",
  "2 ** (n / 2)",
  "2 ** Math.log2(n)",
  "Math.pow(x, 2)",
  'Math["pow"](x, 2)',
  "(x **= 2)",
  `\`\${x ** 3}\``,
  "(x ** 3) ** 2",
  "x ** (2 + 1)",
];
const SAME = [
  "x ** 2",
  "(x + y) ** (2)",
  "2 ** -1022",
  "2 ** (3 * 4 - 1)",
  "2 ** Math.max(-1022, Math.floor(Math.log2(x)))",
  "b ** 3n",
  "3n ** b",
  "b ** (b / 2n)",
  "b ** BigInt(n)",
  "pow(x, 3)",
  '"x ** 3"',
  "`x ** 3`",
  "/x ** 3/.test(y)",
  "/** x ** 3 */ x",
  "x // ** 3",
];

test("a script names the powers that may differ between versions of Node.js, and takes comments and texts for none", async () => {
  const directory = await freshDirectory();
  const files = {
    "src/numbers/new.ts": DIFFERENT,
    "src/numbers/new.test.ts": ["x ** 3"],
    "bounds/testing/new.ts": ["x ** 3"],
  };
  for (const [file, lines] of Object.entries({ ...files, "bounds/allowed.ts": SAME, "reports/new.ts": ["x ** 3"] })) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await writeFile(path.join(directory, file), lines.map((line, i) => `export const v${i} = ${line}\n`).join(""));
  }
  const { status, stderr } = check(directory);
  expect(status).toBe(1);
  const found = stderr.trim().split("\n");
  for (const [i, line] of DIFFERENT.entries())
    expect(
      found.some((text) => text.startsWith(`src/numbers/new.ts:${i + 1}: `)),
      line,
    ).toBe(true);
  expect(found.at(-1)).toBe(
    "reports/new.ts:1: x ** 3 has other last bits on other versions of Node.js: use pow (CONTRIBUTING.md)",
  );
  expect(found).toHaveLength(DIFFERENT.length + 1);
});

test("powers of the project are the same on every version of Node.js", () => {
  expect(check(root)).toMatchObject({
    status: 0,
    stdout: "0 powers that are not the same on every version of Node.js\n",
  });
});
