import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";

const hasFont = existsSync("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

/** Width, height and the filtered lines of a PNG. */
function decoded(png: Buffer) {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), pixels: inflateSync(Buffer.concat(data)) };
}

test.runIf(hasFont)(
  `every figure is a PNG of twice its size, with something on it${hasFont ? "" : " (skipped: there is no DejaVu Sans)"}`,
  async () => {
    const cwd = await freshDirectory();
    const { stdout } = await runHere("audit lemma-1 --psi tanh --d 10 --k 4,16 --gamma 0.05,0.5 --json".split(" "));
    await writeFile(path.join(cwd, "rows.jsonl"), stdout);
    expect((await runHere("report --from rows.jsonl --out out --png --workers 0".split(" "), { cwd })).code).toBe(0);
    const folder = path.join(cwd, "out/figures");
    const figures = (await readdir(folder)).filter((name) => name.endsWith(".svg"));
    expect(figures.length).toBeGreaterThan(3);
    for (const name of figures) {
      const svg = await readFile(path.join(folder, name), "utf8");
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
      const png = await readFile(path.join(folder, name.replace(/svg$/, "png")));
      expect(png.toString("latin1", 1, 4), name).toBe("PNG");
      const picture = decoded(png);
      expect(Math.abs(picture.width - 2 * Number(width)), name).toBeLessThanOrEqual(1);
      expect(Math.abs(picture.height - 2 * Number(height)), name).toBeLessThanOrEqual(1);
      // Neither empty nor of one colour.
      expect(new Set(picture.pixels).size, name).toBeGreaterThan(16);
    }
  },
  300_000,
);
