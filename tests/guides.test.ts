import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const guides = (await readdir(path.join(root, "docs"))).filter((name) => name.endsWith(".md"));
const texts = await Promise.all(guides.map((name) => readFile(path.join(root, "docs", name), "utf8")));

/** The files that a guide shows, with what it shows of them. */
const shown = texts.flatMap((text) =>
  [...text.matchAll(/<!-- (examples\/\S+) -->\n```ts\n([\s\S]*?)```/g)].map(([, file, code]) => [file, code]),
);

test.each(shown)("guides show %s as it is", async (file, code) => {
  expect(code).toBe(await readFile(path.join(root, file), "utf8"));
});

test("guides show no code that is not run, and every example there is", async () => {
  const blocks = texts.flatMap((text) => text.match(/^```ts$/gm) ?? []);
  expect(blocks).toHaveLength(shown.length);
  const folder = "examples/statistics/";
  const examples = (await readdir(path.join(root, folder))).map((name) => folder + name);
  expect(shown.map(([file]) => file)).toEqual(expect.arrayContaining(examples));
});
