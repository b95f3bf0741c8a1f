/**
 * The same rows, however they are come by: `node scripts/trust/determinism.mjs [ARGUMENTS…]`, after `npm run build`. ARGUMENTS are
 * those of an audit: claims, cells; none for the whole ledger. It is run by 1, 2 and 4 workers and by none, with the claims in
 * another order, in three shards put together, killed and resumed, without WebAssembly, by a worker over Redis (where
 * redis-server is installed), and with LEMMACHECK_NODES=22,24 by these versions of Node.js, which npm fetches. Exit code 1 if
 * rows differ in more than the time they took; those that do are printed, five of each way at most. Exit code 1 too where a way
 * was not what its name says: no result was kept before a resume, the Redis worker did no job, threads without WebAssembly had
 * it, the first run did not compute with it, no row was come by with draws.
 */
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { claims } from "lemmacheck/ledger";

/** Rows of a way that are printed where they differ. */
const SHOWN = 5;

const given = process.argv.slice(2);
const main = path.join(import.meta.dirname, "../../dist/bounds/main.js");
const cwd = mkdtempSync(path.join(tmpdir(), "lemmacheck-determinism-"));
const env = { ...process.env, LEMMACHECK_DATABASE: "off" };

/** Claims first: what begins with a dash and what follows are options. */
const options = given.findIndex((word) => word.startsWith("-"));
const [named, cells] = options < 0 ? [given, []] : [given.slice(0, options), given.slice(options)];
const ids = named.length > 0 ? named : claims.map(({ id }) => id);
const audit = ["audit", ...ids, ...cells, "--json"];

function start(args, { node = process.execPath, before = [], stdio = "ignore" } = {}) {
  return spawn(node, [...before, main, ...args], { cwd, env, stdio });
}
const ended = (child) => new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));

/** A way that was not what its name says. */
function insist(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}

/** Runs an audit to its end; its rows without the time they took, in order. */
async function rowsOf(out, args = [], how = {}) {
  const { code } = await ended(start([...audit, "--out", out, ...args], how));
  if (code !== 0) throw new Error(`${out}: exit code ${code}`);
  return rowsIn(out);
}
const rowsIn = (out) =>
  readFileSync(path.join(cwd, out, "rows.jsonl"), "utf8")
    .replaceAll(/"milliseconds":[^,}]*/g, "")
    .trimEnd()
    .split("\n");

async function sharded() {
  mkdirSync(path.join(cwd, "parts"));
  for (const part of [1, 2, 3]) {
    await rowsOf(`part-${part}`, ["--shard", `${part}/3`, "--resume"]);
    appendFileSync(path.join(cwd, "parts/journal.jsonl"), readFileSync(path.join(cwd, `part-${part}/journal.jsonl`)));
  }
  return rowsOf("parts", ["--resume"]);
}

/** Results in a journal: whole lines of them. */
function keptIn(out) {
  const file = path.join(cwd, out, "journal.jsonl");
  return existsSync(file) ? (readFileSync(file, "utf8").match(/"value":.*\n/g) ?? []).length : 0;
}

/** Killed twice, each time after some more results were kept: not by a clock, since machines differ. */
async function killed() {
  const { stdout } = spawnSync(process.execPath, [main, ...audit, "--plan"], { cwd, env, encoding: "utf8" });
  const { jobs } = JSON.parse(stdout);
  for (const share of [1 / 4, 1 / 2]) {
    const before = keptIn("killed");
    const child = start([...audit, "--workers", "1", "--out", "killed", "--resume"]);
    const end = ended(child);
    const least = Math.max(before + 1, Math.floor(jobs * share));
    while (child.exitCode === null && keptIn("killed") < least) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    const { signal } = await end;
    insist(signal === "SIGKILL", "the audit ended before it was killed");
    insist(keptIn("killed") > before, `no result was kept before the kill at ${share}`);
  }
  return rowsOf("killed", ["--workers", "1", "--resume"]);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function overRedis() {
  const port = String(await freePort());
  const redis = spawn("redis-server", ["--port", port, "--save", "", "--appendonly", "no"], { stdio: "ignore" });
  const url = `redis://127.0.0.1:${port}`;
  const worker = start(["worker", "--redis", url, "--workers", "2"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [worker.stdout, worker.stderr])
    stream.on("data", (text) => {
      said += text;
    });
  let rows;
  try {
    rows = await rowsOf("redis", ["--redis", url]);
  } finally {
    worker.kill("SIGTERM");
    await ended(worker);
    redis.kill("SIGKILL");
  }
  const done = Math.max(0, ...[...said.matchAll(/(\d+) jobs? done/g)].map(([, jobs]) => Number(jobs)));
  insist(done > 0, `the worker did no job: ${said}`);
  return rows;
}

async function byNode(version) {
  const prefix = path.join(cwd, `node-${version}`);
  spawnSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", prefix, `node@${version}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return rowsOf(`by-${version}`, ["--workers", "2"], { node: path.join(prefix, "node_modules/node/bin/node") });
}

/**
 * What each thread notes in a file before it does anything, and as it compiles kernels: the first run must compute with
 * WebAssembly, and the one without it must have none in any thread.
 */
const noting = (file, does) => {
  const module = path.join(cwd, `${file}.mjs`);
  writeFileSync(
    module,
    `import { appendFileSync } from "node:fs";
const note = (text) => appendFileSync(${JSON.stringify(path.join(cwd, file))}, text + "\\n");
${does}`,
  );
  return ["--import", pathToFileURL(module).href];
};
const WITH = `const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, { construct(target, args, self) {
  const instance = Reflect.construct(target, args, self);
  if ("passOne" in instance.exports) note("kernels");
  return instance;
} });`;
const WITHOUT = `delete globalThis.WebAssembly;
note(typeof WebAssembly);`;
const notesIn = (file) =>
  existsSync(path.join(cwd, file)) ? readFileSync(path.join(cwd, file), "utf8").trim().split("\n") : [];

async function withoutWebAssembly() {
  const rows = await rowsOf("twin", ["--workers", "2"], { before: noting("without", WITHOUT) });
  const notes = notesIn("without");
  insist(
    notes.length >= 3 && notes.every((note) => note === "undefined"),
    `not every thread was without WebAssembly: ${notes.join(", ")}`,
  );
  return rows;
}

const usual = await rowsOf("two", ["--workers", "2"], { before: noting("with", WITH) });
insist(notesIn("with").includes("kernels"), "the first run computed nothing with WebAssembly");
const sampled = usual.filter((row) => JSON.parse(row.replace(/,\}$/, "}")).method === "sampled").length;
insist(sampled > 0, "no row was come by with draws");
const sorted = (rows) => rows.toSorted().join("\n");
/** @type {[string, () => Promise<string[]>][]} */
const ways = [
  ["1 worker", () => rowsOf("one", ["--workers", "1"])],
  ["4 workers", () => rowsOf("four", ["--workers", "4"])],
  ["no worker beside the main thread", () => rowsOf("none", ["--workers", "0"])],
  [
    "claims in another order",
    async () => {
      audit.splice(1, ids.length, ...ids.toReversed());
      const rows = await rowsOf("reversed");
      audit.splice(1, ids.length, ...ids);
      return sorted(rows) === sorted(usual) ? usual : rows;
    },
  ],
  ["three shards", sharded],
  ["killed twice", () => killed()],
  ["without WebAssembly", withoutWebAssembly],
  ...(spawnSync("redis-server", ["--version"]).status === 0 ? [["over Redis", overRedis]] : []),
  ...(process.env.LEMMACHECK_NODES ?? "")
    .split(",")
    .filter((version) => version !== "")
    .map((version) => [`Node.js ${version}`, () => byNode(version)]),
];
let wrong = 0;
for (const [what, run] of ways) {
  const rows = await run();
  const same = rows.join("\n") === usual.join("\n");
  if (!same) wrong++;
  process.stdout.write(`${what}: ${same ? "the same" : "other rows"}\n`);
  const others = rows.flatMap((row, i) => (row === usual[i] ? [] : [`  ${usual[i]}\n  ${row}\n`]));
  process.stdout.write(others.slice(0, SHOWN).join(""));
}
rmSync(cwd, { recursive: true });
process.stdout.write(
  `${usual.length} rows, ${sampled} of them by draws, ${ways.length} other ways, ${wrong} of them with others\n`,
);
process.exitCode = wrong > 0 ? 1 : 0;
