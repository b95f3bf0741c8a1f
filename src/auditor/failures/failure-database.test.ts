import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { rowWith } from "../testing/row-with.js";
import { openFailures } from "./failure-database.js";
import { readFailure } from "./kept-failure.js";

const fresh = () => mkdtempSync(path.join(tmpdir(), "lemmacheck-failures-"));
const folderOf = (directory: string) => path.join(directory, ".lemmacheck", "failures");
const refuted = rowWith({
  claim: "one",
  paper: "mine",
  form: "printed",
  cell: { k: 1, gamma: 1e-4 },
  verdict: "refuted",
});

test("a refuted row is kept once, as a file that git ignores, and found again by its claim", () => {
  const directory = fresh();
  const failures = openFailures(directory, {});
  failures.keep(refuted);
  failures.keep(refuted);
  expect(readdirSync(folderOf(directory))).toHaveLength(1);
  expect(readFileSync(path.join(directory, ".lemmacheck", ".gitignore"), "utf8")).toBe("*\n");
  const found = openFailures(directory, {}).of("mine", "one");
  expect(found).toMatchObject([{ version: 1, claim: "one", form: "printed", cell: { k: 1, gamma: 1e-4 } }]);
  expect(failures.of("another", "one")).toEqual([]);
  expect(failures.of(null, "one")).toHaveLength(1);
  expect(failures.of("mine", "on")).toEqual([]);
  expect(failures.problems()).toEqual([]);
});

test("an entry that is damaged, or of another version, is left out with a line, and the others stay", () => {
  const directory = fresh();
  openFailures(directory, {}).keep(refuted);
  const write = (name: string, text: string) => writeFileSync(path.join(folderOf(directory), name), text);
  write("one-printed-0000.json", '{"version":1,"claim":');
  write("one-printed-0001.json", '{"version":2}');
  write(
    "one-printed-0002.json",
    JSON.stringify({ ...openFailures(directory, {}).of("mine", "one")[0], cell: { k: [1] } }),
  );
  const failures = openFailures(directory, {});
  expect(failures.of("mine", "one")).toHaveLength(1);
  expect(failures.problems()).toEqual([
    expect.stringMatching(/one-printed-0000\.json is left out: it is not JSON$/),
    expect.stringMatching(/one-printed-0001\.json is left out: its version is 2; it must be 1$/),
    expect.stringMatching(
      /one-printed-0002\.json is left out: its cell is .* it must be an object of at most 1000 texts of at most 100000 characters, and numbers$/,
    ),
  ]);
});

test("nothing is kept in continuous integration, or where it is switched off", () => {
  for (const environment of [{ CI: "true" }, { CI: "1" }, { LEMMACHECK_DATABASE: "off" }]) {
    const directory = fresh();
    const failures = openFailures(directory, environment);
    failures.keep(refuted);
    expect(readdirSync(directory)).toEqual([]);
    expect(failures.of("mine", "one")).toEqual([]);
  }
  const directory = fresh();
  openFailures(directory, { CI: "false" }).keep(refuted);
  expect(readdirSync(directory)).toEqual([".lemmacheck"]);
});

test("a place that cannot be written to costs a line, not the run", () => {
  const directory = fresh();
  writeFileSync(path.join(directory, ".lemmacheck"), "a file");
  const failures = openFailures(directory, {});
  failures.keep(refuted);
  expect(failures.problems()).toEqual([expect.stringContaining("it could not be written")]);
});

test("many that write at once leave whole files", async () => {
  const directory = fresh();
  await Promise.all(
    Array.from({ length: 40 }, async (_, i) =>
      openFailures(directory, {}).keep({ ...refuted, cell: { k: 1 + (i % 4) } }),
    ),
  );
  const files = readdirSync(folderOf(directory));
  expect(files).toHaveLength(4);
  for (const file of files) readFailure(readFileSync(path.join(folderOf(directory), file), "utf8"));
});
