/**
 * The same rows, however they are come by: `node scripts/trust/determinism.mjs [ARGUMENTS…]`, after `npm run build`. ARGUMENTS are
 * those of an audit: claims, cells; none for the whole ledger. It is run by 1, 2 and 4 workers and by none, with the claims in
 * another order, in three shards put together, killed and resumed, without WebAssembly, by a worker over Redis (where
 * redis-server is installed), and with LEMMACHECK_NODES=22,24 by these versions of Node.js, which npm fetches. Exit code 1 if
 * rows differ in more than the time they took; those that do are printed, five of each way at most.
 */
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
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

function start(args, { node = process.execPath, before = [] } = {}) {
  return spawn(node, [...before, main, ...args], { cwd, env, stdio: "ignore" });
}
const ended = (child) => new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));

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

/** Killed at a third and at two thirds of the time that the first run took. */
async function killed(usual) {
  for (const share of [1 / 3, 2 / 3]) {
    const child = start([...audit, "--out", "killed", "--resume"]);
    const timer = setTimeout(() => child.kill("SIGKILL"), usual * share);
    await ended(child);
    clearTimeout(timer);
  }
  return rowsOf("killed", ["--resume"]);
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
  const worker = start(["worker", "--redis", url, "--workers", "2"]);
  try {
    return await rowsOf("redis", ["--redis", url]);
  } finally {
    worker.kill("SIGTERM");
    await ended(worker);
    redis.kill("SIGKILL");
  }
}

async function byNode(version) {
  const prefix = path.join(cwd, `node-${version}`);
  spawnSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", prefix, `node@${version}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return rowsOf(`by-${version}`, ["--workers", "2"], { node: path.join(prefix, "node_modules/node/bin/node") });
}

const withoutWasm = ["--import", "data:text/javascript,delete globalThis.WebAssembly"];
const started = performance.now();
const usual = await rowsOf("two", ["--workers", "2"]);
const milliseconds = performance.now() - started;
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
  ["killed twice", () => killed(milliseconds)],
  ["without WebAssembly", () => rowsOf("twin", ["--workers", "2"], { before: withoutWasm })],
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
process.stdout.write(`${usual.length} rows, ${ways.length} other ways, ${wrong} of them with others\n`);
process.exitCode = wrong > 0 ? 1 : 0;
