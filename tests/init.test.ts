import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";

const EXAMPLE = path.resolve(import.meta.dirname, "../examples/first-claim");
const PAPER = ["lemmacheck.config.ts", "paper.test.ts", "paper.ts", "vitest.config.ts"];

test("init writes a paper into a new folder, with package.json and tsconfig.json", async () => {
  const cwd = await freshDirectory();
  const { code, stdout, stderr } = await runHere(["init", "below/My Paper"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  const folder = path.join(cwd, "below/My Paper");
  expect((await readdir(folder)).toSorted()).toEqual([...PAPER, "package.json", "tsconfig.json"].toSorted());
  for (const name of PAPER)
    expect(await readFile(path.join(folder, name), "utf8")).toBe(await readFile(path.join(EXAMPLE, name), "utf8"));
  const { version } = JSON.parse(await readFile(path.resolve(import.meta.dirname, "../package.json"), "utf8"));
  expect(JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"))).toMatchObject({
    name: "my-paper",
    type: "module",
    devDependencies: { lemmacheck: `^${version}` },
  });
  expect(stdout).toContain("  cd 'below/My Paper'\n  npm install\n  npx vitest run\n");
});

test("init leaves a package that is there, and says what it lacks", async () => {
  const cwd = await freshDirectory();
  const before = '{"dependencies": {"lemmacheck": "0.1.0"}}';
  await writeFile(path.join(cwd, "package.json"), before);
  await writeFile(path.join(cwd, "tsconfig.json"), "{}");
  const { code, stdout } = await runHere(["init"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("Next:\n  npm install --save-dev vitest\n  npm pkg set type=module\n  npx vitest run\n");
  expect(await readFile(path.join(cwd, "package.json"), "utf8")).toBe(before);
  expect(await readFile(path.join(cwd, "tsconfig.json"), "utf8")).toBe("{}");
});

test.each(["null", "[]", "not JSON", '{"dependencies": 7, "type": "module"}'])(
  "init works beside a package.json that is %s",
  async (content) => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "package.json"), content);
    const { code, stderr } = await runHere(["init"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
  },
);

test("init overwrites nothing, and then writes nothing", async () => {
  const cwd = await freshDirectory();
  await writeFile(path.join(cwd, "paper.test.ts"), "mine");
  await mkdir(path.join(cwd, "vitest.config.ts"));
  const { code, stdout, stderr } = await runHere(["init", "."], { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    "lemmacheck: DIR is .; it must be a folder without paper.test.ts, vitest.config.ts, since init overwrites nothing\n",
  );
  expect((await readdir(cwd)).toSorted()).toEqual(["paper.test.ts", "vitest.config.ts"]);
  expect(await readFile(path.join(cwd, "paper.test.ts"), "utf8")).toBe("mine");
});

test("init names a folder that is none", async () => {
  const cwd = await freshDirectory();
  await writeFile(path.join(cwd, "file"), "");
  const { code, stderr } = await runHere(["init", "file"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe("lemmacheck: DIR is file; it must be a directory that can be written to (it is a file)\n");
});

test.each([
  ["-x", "cd ./-x"],
  ["it's mine", "cd 'it'\\''s mine'"],
])("init says how to go to %s", async (name, go) => {
  const { code, stdout } = await runHere(["init", "--", name], { cwd: await freshDirectory() });
  expect(code).toBe(0);
  expect(stdout).toContain(`Next:\n  ${go}\n`);
});
