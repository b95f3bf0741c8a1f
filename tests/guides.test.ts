import { execFile } from "node:child_process";
import { access, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import * as probability from "lemmacheck/probability";
import { expect, test } from "vitest";
import { UNARY } from "../src/activations/expressions/node.js";
import { REFERENCE_JETS } from "../src/activations/testing/reference-jets.js";
import { REFERENCE_SUPREMA } from "../src/activations/testing/reference-suprema.js";
import { KIND_NAMES } from "../src/auditor/kinds.js";

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

/** The anchors of a document's headings, as GitHub and npm make them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );

const { stdout: listing } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
  cwd: root,
  maxBuffer: 2 ** 26,
});
const [{ files, unpackedSize }]: readonly {
  readonly files: readonly { readonly path: string }[];
  readonly unpackedSize: number;
}[] = JSON.parse(listing);

test("the package is what is used, not what is looked at in the repository: 8 MB at most", () => {
  expect(unpackedSize).toBeLessThan(8e6);
});

test("links of the documents lead to files of the package and to headings that are there", async () => {
  const packed = new Set(files.map((file) => file.path));
  const documents = [...packed].filter((file) => file.endsWith(".md"));
  expect(documents).toEqual(expect.arrayContaining(["README.md", "docs/papers.md"]));
  const broken: string[] = [];
  for (const document of documents) {
    const text = await readFile(path.join(root, document), "utf8");
    for (const [, link] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [file, anchor] = link.split("#");
      const target = file === "" ? document : path.join(path.dirname(document), file);
      const isThere = packed.has(target);
      const leads = isThere && (!anchor || anchorsOf(await readFile(path.join(root, target), "utf8")).includes(anchor));
      if (!leads) broken.push(`${document}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

test("docs/activations.md lists the functions of expressions, and each has a reference", async () => {
  const guide = await readFile(path.join(root, "docs/activations.md"), "utf8");
  const [, listed = ""] = /or a constant base, `([^`]+)`/.exec(guide) ?? [];
  expect(listed.split(/\s+/)).toEqual(UNARY);
  const references = [...Object.keys(REFERENCE_JETS), ...Object.keys(REFERENCE_SUPREMA)].join(" ");
  expect(UNARY.filter((name) => !new RegExp(`\\b${name}\\(`).test(references))).toEqual([]);
});

test("docs/papers.md has all that lemmacheck/probability exports", async () => {
  const guide = await readFile(path.join(root, "docs/papers.md"), "utf8");
  const table = guide.split("## Standard laws")[1].split("\n## ")[0];
  const listed = [...table.matchAll(/`(\w+)\(/g)].map(([, name]) => name).filter((name) => name !== "random");
  expect(listed.toSorted()).toEqual(Object.keys(probability).toSorted());
});

test("docs/papers.md has every kind of claim, whp before the table of the others", async () => {
  const guide = await readFile(path.join(root, "docs/papers.md"), "utf8");
  const section = guide.split("## How often it may fail")[1].split("\n## ")[0];
  const listed = [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, kind]) => kind);
  expect(["whp", ...listed].toSorted()).toEqual(KIND_NAMES.toSorted());
});

test("files and folders that CONTRIBUTING.md names are there", async () => {
  const recipes = await readFile(path.join(root, "CONTRIBUTING.md"), "utf8");
  const named = [...recipes.matchAll(/`((?:src|bounds|docs|tests|reports|scripts|properties|kernels)\/[\w./-]*)`/g)]
    .map(([, file]) => file)
    .filter((file) => !/my-(activation|claim|sampler|law|kind|command)/.test(file));
  const missing = await Promise.all(
    [...new Set(named)].map((file) =>
      access(path.join(root, file)).then(
        () => [],
        () => [file],
      ),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(missing.flat()).toEqual([]);
});

test("docs/vitest.md has the tables that scripts/fixed-rules.mjs prints", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/fixed-rules.mjs"], { cwd: root });
  // The formatter aligns tables.
  const plain = (text: string) => text.replaceAll(/ +/g, " ").replaceAll(/-{2,}/g, "--");
  const guide = plain(await readFile(path.join(root, "docs/vitest.md"), "utf8"));
  for (const table of plain(stdout).trim().split("\n\n")) expect(guide).toContain(table);
});
