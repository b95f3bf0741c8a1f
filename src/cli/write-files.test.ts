import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeFiles } from "./write-files.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lemmacheck-write-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("parts are written in turn, folders and long texts too", async () => {
  await writeFiles(folder, { a: ["x", "y"] }, Promise.resolve({ "b/c": new Uint8Array([104]) }));
  expect(await readFile(path.join(folder, "a"), "utf8")).toBe("xy");
  expect(await readFile(path.join(folder, "b/c"), "utf8")).toBe("h");
});

test("what a part throws is thrown as it is, and nothing is written", async () => {
  const failure = new Error("no figures");
  await expect(writeFiles(folder, { a: "x" }, Promise.reject(failure))).rejects.toBe(failure);
  expect(await readdir(folder)).toEqual([]);
});

test("a name that cannot be taken stops all parts", async () => {
  await writeFiles(folder, { "b/c": "x" });
  await expect(writeFiles(folder, { a: "x" }, { b: "y" })).rejects.toThrow("b there is a directory");
  expect(await readdir(folder)).toEqual(["b"]);
});
