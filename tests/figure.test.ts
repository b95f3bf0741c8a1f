import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "./run-here.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "figure-"));
});
afterAll(() => rm(folder, { recursive: true }));

const SMALL = ["--d", "5,20", "--k", "4,300", "--depth", "1,2", "--networks", "4", "--inputs", "10"];
const withoutTimes = (text: string) => text.replaceAll(/"milliseconds":[\d.e-]+/g, "");

/** Fields of a point, in order. */
const FIELDS =
  "schema,figure,psi,d,k,depth,initialisation,coefficients,networks,inputs,samples,switched,fraction,fractionLower,fractionUpper,fractionDeviation,fractionDeviationLower,fractionDeviationUpper,fractionDeviationClamped,pairs,etaMean,etaDeviation,gradientNormMean,gradientNormDeviation,gap,seed,milliseconds";

test("a JSON line a point, and files with the same, a table and a figure", async () => {
  const out = path.join(folder, "one");
  const { code, stdout } = await runHere(["figure", "1", ...SMALL, "--json", "--out", out]);
  expect(code).toBe(0);
  const lines = stdout.trim().split("\n");
  expect(lines).toHaveLength(8);
  for (const line of lines) {
    const point = JSON.parse(line);
    expect(Object.keys(point).join(",")).toBe(FIELDS);
    expect(point.samples).toBe(40);
    expect(point.fractionLower).toBeLessThanOrEqual(point.fraction);
    expect(point.fractionUpper).toBeGreaterThanOrEqual(point.fraction);
    expect(point.fractionDeviationLower).toBeLessThanOrEqual(point.fractionDeviationUpper);
  }
  expect((await readdir(out)).toSorted()).toEqual(["figure-1.csv", "figure-1.svg", "journal.jsonl", "points.jsonl"]);
  expect(await readFile(path.join(out, "points.jsonl"), "utf8")).toBe(stdout);
  const csv = (await readFile(path.join(out, "figure-1.csv"), "utf8")).trimEnd().split("\r\n");
  expect(csv[0]).toBe(FIELDS);
  expect(csv).toHaveLength(9);
  const svg = await readFile(path.join(out, "figure-1.svg"), "utf8");
  expect(svg).toMatch(/^<svg xmlns=/);
  expect(svg).toContain("L = 2");
  expect(svg).not.toMatch(/NaN|undefined|Infinity|href/);
  // Every element that is opened is closed.
  expect(svg.match(/<(?!\/)[^>]*[^/]>/g)?.length).toBe(svg.match(/<\/[^>]*>/g)?.length);
});

test("all figures are drawn at once, and one directory serves them one after another", async () => {
  const out = path.join(folder, "figures");
  const points = async () => withoutTimes(await readFile(path.join(out, "points.jsonl"), "utf8"));
  await runHere(["figure", "all", ...SMALL, "--out", out]);
  expect(await readdir(out)).toEqual(
    expect.arrayContaining(["figure-all.csv", "figure-1.svg", "figure-2a.svg", "figure-2b.svg", "points.jsonl"]),
  );
  const [all, journal] = [await points(), await readFile(path.join(out, "journal.jsonl"), "utf8")];
  await runHere(["figure", "2b", ...SMALL, "--resume", "--out", out]);
  expect(await points()).toBe(all.replaceAll('"figure":"all"', '"figure":"2b"'));
  expect(await readFile(path.join(out, "journal.jsonl"), "utf8")).toBe(journal);
  const at = ["--d", "30", "--k", "5", "--depth", "1", "--networks", "3", "--inputs", "10"];
  const { stdout } = await runHere(["figure", "all", ...at]);
  for (const part of ["switched", "smallest |η|", "‖∇f‖"]) expect(stdout).toContain(part);
});

test("parts put together are the points of one run", async () => {
  const whole = await runHere(["figure", "2a", ...SMALL, "--json"]);
  const journals = [];
  for (const part of ["1/2", "2/2"]) {
    const out = path.join(folder, part.replace("/", "-"));
    await runHere(["figure", "2a", ...SMALL, "--shard", part, "--out", out]);
    journals.push(await readFile(path.join(out, "journal.jsonl"), "utf8"));
  }
  const all = path.join(folder, "all");
  await runHere(["figure", "2a", ...SMALL, "--shard", "1/2", "--out", all]);
  await writeFile(path.join(all, "journal.jsonl"), journals.join(""));
  const merged = await runHere(["figure", "2a", ...SMALL, "--resume", "--out", all, "--json"]);
  expect(withoutTimes(merged.stdout)).toBe(withoutTimes(whole.stdout));
});

test("people read a line a point, of the figure that they asked for", async () => {
  const at = ["--d", "30", "--k", "5", "--depth", "1", "--networks", "3", "--inputs", "10"];
  expect((await runHere(["figure", "1", ...at])).stdout).toMatch(/^L=1 d=30 k=5 .*switched .* %.*, 30 samples$/m);
  expect((await runHere(["figure", "2a", ...at, "--psi", "tanh"])).stdout).toContain("smallest |η|");
  expect((await runHere(["figure", "2b", ...at, "--coefficients", "gaussian"])).stdout).toContain("‖∇f‖");
  expect((await runHere(["figure", "1", "--grid", "campaign", "--plan"])).stdout).toMatch(/jobs/);
});

test.each([
  [["3"], "FIGURE is 3; it must be 1, 2a, 2b, all"],
  [["1", "--depth", "0"], '--depth has "0"; it must be a list of integers from 1 to 2^10'],
  [["1", "--k", "10,"], '--k has ""; it must be a list of integers from 1 to 2^30'],
  [["1", "--d", "1e99"], '--d has "1e99"; it must be a list of integers from 1 to 2^53'],
  [["1", "--networks", "0"], "--networks is 0; it must be an integer from 1 to 1000000"],
  [["1", "--inputs", "ten"], "--inputs is ten; it must be an integer from 1 to 1000000"],
  [["1", "--psi", "no such"], "--psi is no such; "],
  [["1", "--initialisation", "xavier"], "--initialisation is xavier; it must be fan-in or he"],
  [["1", "--grid", "huge"], "--grid is huge; it must be small or campaign"],
  [
    [
      "1",
      "--d",
      Array.from({ length: 200 }, (_, i) => i + 1).join(),
      "--k",
      Array.from({ length: 200 }, (_, i) => i + 1).join(),
    ],
    "--d, --k and --depth make ",
  ],
  [
    ["1", "--d", "10", "--k", "1e6", "--depth", "6", "--networks", "1e6", "--inputs", "1e6"],
    "--networks, --inputs and sizes make about ",
  ],
])("figure %j is answered in one line", async (args, line) => {
  const { code, stderr, stdout } = await runHere(["figure", ...args]);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(line);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("practice names the least sizes that are enough, and what the theorem asks for", async () => {
  const { stdout } = await runHere(["practice", "--gamma", "0.3", "--most", "16", "--json"]);
  const { least, notEnough, pairs, theorem, draws, step } = JSON.parse(stdout);
  expect(draws).toBe(200);
  // Of one neuron and one input dimension half of the networks are dead.
  expect(notEnough).toBeGreaterThanOrEqual(1);
  expect(least).toBeGreaterThan(notEnough);
  expect(pairs.length).toBeGreaterThan(0);
  expect(theorem.log10k).toBeGreaterThan(10);
  // √½ times the N that |N| exceeds with probability 0.3, beside C₄√log(1/γ) with C₄ = 128.
  expect(step).toBeCloseTo(Math.SQRT1_2 * 1.0364333894937896, 8);
  expect(theorem.step).toBeCloseTo(128 * Math.sqrt(Math.log(1 / 0.3)), 8);
  const people = await runHere(["practice", "--gamma", "0.4", "--most", "2", "--depth", "2"]);
  expect(people.stdout).toContain("no theorem to compare with: the theorems are about one hidden layer, and L is 2");
  expect(people.stdout).toMatch(/^ {2}step: {3}\|η\|·‖∇f\(x\)‖² = 0\.\d+ is enough as d and k grow$/m);
});

test("practice shows how the least sizes grow with depth, in lines and as a picture", async () => {
  const out = path.join(folder, "practice");
  const at = ["--gamma", "0.3", "--most", "16", "--depth", "6,1", "--initialisation", "he"];
  const { stdout } = await runHere(["practice", ...at, "--out", out]);
  expect(stdout).toMatch(/^With depth it grows: d = k = \d+ is enough at L = 1 and not at L = 6\.$/m);
  const lines = (await readFile(path.join(out, "practice.jsonl"), "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).depth)).toEqual([1, 6]);
  const svg = await readFile(path.join(out, "practice.svg"), "utf8");
  expect(svg).toContain("probability 0.7");
  expect(svg).toContain("coefficients rademacher");
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test.each([
  [[], "--gamma is missing; it must be given: a number in (0, 1)"],
  [["--gamma", "1e-9"], "--gamma is 1e-9; it must be a number in [0.0001, 1)"],
  [["--gamma", "0.1", "--depth", "0"], '--depth has "0"; it must be a list of integers from 1 to 2^10'],
  [["--gamma", "0.1", "--most", "x"], "--most is x; it must be an integer from 1 to 1048576"],
  [["--gamma", "1e-4", "--most", "1048576"], "--gamma, --most and --depth make about "],
])("practice %j is answered in one line", async (args, line) => {
  const { code, stderr } = await runHere(["practice", ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(line);
});

test("landscape shows one network at three scales, a picture each", async () => {
  const out = path.join(folder, "landscape");
  const at = ["--d", "10000", "--k", "60", "--points", "5", "--psi", "tanh"];
  const { code, stdout } = await runHere(["landscape", ...at, "--json", "--out", out]);
  expect(code).toBe(0);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ scale }) => scale)).toEqual(["macroscopic", "mesoscopic", "microscopic"]);
  expect(new Set(lines.map(({ value, gradientNorm }) => `${value} ${gradientNorm}`)).size).toBe(1);
  // Straighter and straighter.
  expect(lines[0].bend).toBeGreaterThan(lines[1].bend);
  expect(lines[1].bend).toBeGreaterThan(lines[2].bend);
  expect(lines[2].bend).toBeLessThan(0.01);
  expect(await readFile(path.join(out, "landscape.jsonl"), "utf8")).toBe(stdout);
  const svg = await readFile(path.join(out, "landscape-mesoscopic.svg"), "utf8");
  expect(svg.match(/<rect /g)).toHaveLength(26);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect((await runHere(["landscape", ...at])).stdout).toMatch(/^microscopic .*f keeps its sign/m);
});

test("a landscape that goes beyond doubles is said not to be shown, at those scales", async () => {
  const out = path.join(folder, "beyond");
  const at = ["--d", "100", "--k", "20", "--points", "3", "--psi", "exp(t)-1", "--depth", "3"];
  const { code, stdout } = await runHere(["landscape", ...at, "--out", out]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^macroscopic .*: f goes beyond doubles, and is not shown$/m);
  expect(await readdir(out)).not.toContain("landscape-macroscopic.svg");
  expect(await readFile(path.join(out, "landscape.jsonl"), "utf8")).toContain('"bend":null,"changesSign":null');
});

test.each([
  [["--d", "2"], "--d is 2; it must be at least 3"],
  [["--k", "1e5", "--depth", "2"], "--k is 100000 at depth 2; (depth − 1)k² must be at most 2^25"],
  [["--points", "1"], "--points is 1; it must be an integer from 3 to 201"],
])("landscape %j is answered in one line", async (args, line) => {
  const { code, stderr } = await runHere(["landscape", ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(line);
});
