import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ROW_FIELD_NAMES } from "../auditor/row-fields.js";
import { rowWith } from "../auditor/testing/row-with.js";
import { readableRows } from "./read-rows.js";

async function fileOf(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "rows-")), "rows.jsonl");
  await writeFile(file, text);
  return file;
}

const lines = (...rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

test("the same row twice counts once, whatever time it took, and those that differ in one field do not", async () => {
  const row = rowWith({ milliseconds: 1 });
  const alike = [rowWith({ draws: 64 }), rowWith({ stream: "cell" }), rowWith({ reason: "another" })];
  const file = await fileOf(lines(row, ...alike, { ...row, milliseconds: 2 }, alike[1]));
  const { rows, complaints } = await readableRows("--from", [file, file]);
  expect(complaints).toEqual([]);
  expect(rows).toEqual([{ ...row, milliseconds: 2 }, ...alike]);
});

test("a letter across two pieces of a file is one letter, and lines are counted across them", async () => {
  // Rows of more than a piece, 2^20 bytes, in letters of two and three bytes.
  const long = ["γ", "∇"].flatMap((letter) =>
    Array.from({ length: 12 }, (_, i) => rowWith({ seed: String(i), reason: letter.repeat(99_999) })),
  );
  const text = `${lines(...long)}\nno row\r\n\n${lines(rowWith({}))}`;
  const bytes = Buffer.from(text);
  // Pieces of the file end within a letter.
  expect([1, 2, 3, 4, 5].filter((i) => (bytes[i * 2 ** 20] & 0xc0) === 0x80)).not.toEqual([]);
  const file = await fileOf(text);
  const { rows, complaints } = await readableRows("--from", [file]);
  expect(rows).toEqual([...long, rowWith({})]);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain("at line 25 it is");
});

test("a line without an end is given up, and what came before it is there", async () => {
  const file = await fileOf(`${lines(rowWith({}))}\n${"x".repeat(9_500_000)}`);
  const { rows, complaints } = await readableRows("--from", [file]);
  expect(rows).toEqual([rowWith({})]);
  expect(complaints).toEqual([
    `--from is ${file}; at line 2 it has over 8000000 bytes; it must be a row, a whole line of JSON as audit --json prints it`,
  ]);
});

test("fields in another order, strangers and __proto__ make no other row", async () => {
  const row = rowWith({});
  const turned = Object.fromEntries(Object.entries(row).toReversed());
  const strange = JSON.stringify(row).replace(/^\{/, '{"__proto__":{"verdict":"refuted"},"more":1,');
  const { rows } = await readableRows("--from", [await fileOf(`\uFEFF${lines(row, turned)}\n${strange}`)]);
  expect(rows).toEqual([row]);
  expect(Object.keys(rows[0])).toEqual(ROW_FIELD_NAMES);
});

test("a file that is not there, and one without a row, are one clear line", async () => {
  await expect(readableRows("--from", ["/nowhere/rows.jsonl"])).rejects.toThrow(
    /^--from is \/nowhere\/rows\.jsonl; it must be a readable file of rows \(ENOENT/,
  );
  await expect(readableRows("--from", [await fileOf("\n")])).rejects.toThrow("it must have at least one row");
});
