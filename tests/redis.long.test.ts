import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { Queue, QueueEvents, Worker } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queueName } from "../src/auditor/campaign/queue.js";
import { ownVersion } from "../src/auditor/own-version.js";
import { freshDirectory, MAIN } from "./run-cli.js";
import { runHere } from "./run-here.js";
import { COINS } from "./testing/coins-config.js";

// Debian: apt-get install redis-server.
const absent = spawnSync("redis-server", ["--version"]).status !== 0;

const AUDIT = ["audit", "coin", "--draws", "600", "--json"];
const TALLY = ["tally", "--tosses", "6000", "--json"];

const timeless = (lines: string) => lines.replaceAll(/"milliseconds":[\d.]+/g, '"milliseconds":0');

/** A port that nobody listens to. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
  readonly printed: () => string;
}

const children: ChildProcess[] = [];

function run(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  children.push(child);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, ended, said: () => stderr, printed: () => stdout };
}

const lemmacheck = (args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv) =>
  run(process.execPath, [MAIN, ...args], cwd, env);

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A Redis that keeps nothing on the disk, on a port of its own; ready when this returns. */
async function startRedis(port: number, cwd: string, options: readonly string[] = []): Promise<Running> {
  const redis = run("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no", ...options], cwd);
  await until(() => redis.printed().includes("Ready to accept connections") || redis.child.exitCode !== null);
  return redis;
}

let cwd = "";
let audited = "";
let tallied = "";

beforeAll(async () => {
  cwd = await freshDirectory();
  await writeFile(path.join(cwd, "lemmacheck.config.ts"), COINS);
  audited = (await runHere(AUDIT, { cwd })).stdout;
  tallied = (await runHere([...TALLY, "--workers", "0"], { cwd })).stdout;
}, 60_000);

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

// Skipped where there is no redis-server to start.
describe.skipIf(absent)("through a Redis", () => {
  test("with a password, workers that come, die and leave, and a Redis that goes away, rows are those of a local run", async () => {
    const port = await freePort();
    const url = `redis://:open-sesame@127.0.0.1:${port}`;
    const options = ["--requirepass", "open-sesame"];
    const redis = await startRedis(port, cwd, options);
    const worker = () => lemmacheck(["worker", "--redis", url, "--workers", "1"], cwd);
    const first = worker();
    const tally = lemmacheck([...TALLY, "--redis", url, "--out", "over-redis", "--resume"], cwd);
    await until(() => first.said().includes("working for"));

    // Killed in the middle of a job; another comes, and later leaves as it should.
    await new Promise((resolve) => setTimeout(resolve, 700));
    first.child.kill("SIGKILL");
    const second = worker();
    await until(() => second.said().includes("working for"));

    // All that the Redis knew is gone with it.
    redis.child.kill("SIGKILL");
    await redis.ended;
    await until(() => tally.said().includes("is away") && second.said().includes("is away"));
    const again = await startRedis(port, cwd, options);
    await until(() => tally.child.exitCode !== null);
    expect({ code: await tally.ended, printed: tally.printed() }).toEqual({ code: 0, printed: tallied });
    expect(tally.said()).toContain(`redis://127.0.0.1:${port} is back`);

    const audit = lemmacheck([...AUDIT, "--redis", url], cwd);
    expect({ code: await audit.ended, rows: timeless(audit.printed()) }).toEqual({ code: 0, rows: timeless(audited) });
    expect(audit.said()).toBe("");

    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(130);
    expect(second.said()).toMatch(/\d+ jobs done, [\d.]+ a second\n/);
    for (const { said } of [first, second, tally, audit]) expect(said()).not.toContain("sesame");
    again.child.kill("SIGKILL");
  });

  test("a search's looks are done by who comes", async () => {
    const port = await freePort();
    const redis = await startRedis(port, cwd);
    const here = await freshDirectory();
    const url = ["--redis", `redis://127.0.0.1:${port}`];
    const worker = lemmacheck(["worker", ...url, "--workers", "1"], here);
    const asked = ["search", "chi-square", "--candidates", "200", "--json"];
    const search = lemmacheck([...asked, ...url], here, { LEMMACHECK_DATABASE: "off" });
    expect({ code: await search.ended, said: search.said() }).toEqual({ code: 0, said: "" });
    expect(search.printed()).toContain('"k":1,');
    worker.child.kill("SIGTERM");
    await worker.ended;
    expect(worker.said()).toMatch(/\d{3,} jobs done/);
    redis.child.kill("SIGKILL");
  });

  test("what others put there is looked at before it is used", async () => {
    const port = await freePort();
    const redis = await startRedis(port, cwd);
    const url = `redis://127.0.0.1:${port}`;
    const config = createHash("sha256").update(COINS).digest("hex").slice(0, 32);
    const program = { version: ownVersion(), paper: "coins", config };
    const connections = [0, 1, 2].map(() => new Redis(url, { maxRetriesPerRequest: null }));
    const queue = new Queue(queueName(program), { connection: connections[0] });
    const events = new QueueEvents(queueName(program), { connection: connections[1] });
    await events.waitUntilReady();

    // Jobs that are none.
    const worker = lemmacheck(["worker", "--redis", url, "--workers", "1"], cwd);
    const question = { claim: "coin", cell: { n: 1, gamma: 0.05 }, form: "printed", seed: "1" };
    const replies = [];
    for (const job of [
      "none",
      { task: "tally", payload: {} },
      { program, task: "tally", payload: { from: "x" } },
      { program, task: "constructor", payload: {} },
      { program, task: "audit/draw", payload: { question, from: 0, to: 1e12 } },
      { program, task: "audit/draw", payload: { question: { ...question, claim: "no-such" }, from: 0, to: 1 } },
      {
        program,
        task: "audit/compute",
        payload: { question: { ...question, cell: { n: "__proto__" } }, method: null },
      },
    ]) {
      const put = await queue.add("job", job);
      replies.push(await put.waitUntilFinished(events));
    }
    const noJson = await queue.add("job", null, { delay: 1e9 });
    await connections[0].hset(queue.toKey(noJson.id ?? ""), "data", "{");
    await noJson.promote();
    replies.push(await noJson.waitUntilFinished(events));
    expect(replies).toMatchObject([
      { error: { of: "input", message: expect.stringContaining("a job that arrived is none") } },
      { error: { of: "input", message: expect.stringContaining("of another program") } },
      { error: { of: "input", message: "a job that arrived is no tally" } },
      { error: { of: "input", message: "task is constructor; coins has none of that name" } },
      { error: { of: "input", message: expect.stringContaining("they must be numbered draws") } },
      { error: { of: "input", message: "claim is no-such; coins has none of that id" } },
      { error: { of: "input", message: expect.stringContaining("n is") } },
      { error: { of: "input", message: expect.stringContaining("a job that arrived is none") } },
    ]);
    expect(worker.child.exitCode).toBeNull();
    worker.child.kill("SIGKILL");
    await worker.ended;

    // A worker whose results are none.
    const lie = async () => ({ value: { heads: -1 } });
    const liar = new Worker(queueName(program), lie, { connection: connections[2] });
    const tally = lemmacheck([...TALLY, "--redis", url], cwd);
    expect(await tally.ended).toBe(2);
    expect(tally.said()).toMatch(
      /\nlemmacheck: workers at redis:\/\/127\.0\.0\.1:\d+ reply what is no result of tally[^\n]*\n$/,
    );
    expect(tally.printed()).toBe("");
    await Promise.all([liar.close(), events.close(), queue.close()]);
    for (const connection of connections) connection.disconnect();
    redis.child.kill("SIGKILL");
  });

  test("an interrupt ends who waits, within a second, and says that nobody takes the jobs", async () => {
    const port = await freePort();
    const redis = await startRedis(port, cwd);
    const tally = lemmacheck([...TALLY, "--redis", `redis://127.0.0.1:${port}`], cwd);
    await until(() => tally.said().includes("nobody takes jobs"));
    expect(tally.said()).toMatch(
      /nobody takes jobs at redis:\/\/127\.0\.0\.1:\d+ yet: lemmacheck worker --redis URL must run somewhere, as lemmacheck [\d.]+, paper coins, config \w{8}\n/,
    );
    const waiting = async () =>
      (await promisify(execFile)("redis-cli", ["-p", String(port), "--raw", "keys", "bull:*:wait"])).stdout.trim();
    expect(await waiting()).not.toBe("");
    tally.child.kill("SIGINT");
    expect(await tally.ended).toBe(130);
    // What was asked for is taken back.
    expect(await waiting()).toBe("");
    redis.child.kill("SIGKILL");
  });

  test("with TLS", async () => {
    const port = await freePort();
    const made = spawnSync(
      "openssl",
      "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost".split(
        " ",
      ),
      { cwd },
    );
    expect(made.status).toBe(0);
    const tls = [
      "--tls-port",
      String(port),
      "--tls-cert-file",
      "cert.pem",
      "--tls-key-file",
      "key.pem",
      "--tls-ca-cert-file",
      "cert.pem",
      "--tls-auth-clients",
      "no",
    ];
    const redis = await startRedis(0, cwd, tls);
    const url = `rediss://localhost:${port}`;
    const env = { NODE_EXTRA_CA_CERTS: path.join(cwd, "cert.pem") };
    const worker = lemmacheck(["worker", "--redis", url, "--workers", "1"], cwd, env);
    const tally = lemmacheck([...TALLY, "--redis", url], cwd, env);
    expect({ code: await tally.ended, printed: tally.printed() }).toEqual({ code: 0, printed: tallied });
    worker.child.kill("SIGKILL");
    // A certificate that nobody vouches for is refused.
    const stranger = await runHere([...TALLY, "--redis", url], { cwd });
    expect(stranger.code).toBe(2);
    expect(stranger.stderr).toMatch(
      /^lemmacheck: --redis is rediss:\/\/localhost:\d+; [^\n]*self-signed certificate\)\n$/,
    );
    redis.child.kill("SIGKILL");
  });

  test("a password that is wrong is said, and not shown", async () => {
    const port = await freePort();
    const redis = await startRedis(port, cwd, ["--requirepass", "open-sesame"]);
    for (const [credentials, what] of [
      ["", "NOAUTH"],
      [":shut-sesame@", "WRONGPASS"],
    ]) {
      const { code, stdout, stderr } = await runHere([...TALLY, "--redis", `redis://${credentials}127.0.0.1:${port}`], {
        cwd,
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(
        new RegExp(
          `^lemmacheck: --redis is redis://127\\.0\\.0\\.1:${port}; it must be a Redis that answers and lets us in \\([^\n]*${what}[^\n]*\\)\n$`,
        ),
      );
      expect(stderr).not.toContain("sesame");
    }
    redis.child.kill("SIGKILL");
  });
});

describe("an URL", () => {
  test.each([
    ["", "--redis is no URL"],
    ["localhost", "--redis is no URL"],
    ["http://user:sesame@localhost", "--redis is a URL of http:"],
    ["redis://user:sesame@localhost/first", "--redis is redis://localhost/first"],
  ])("%s is none of a Redis", async (url, what) => {
    for (const command of [["audit", "coin"], ["tally"], ["worker"]]) {
      const { code, stdout, stderr } = await runHere([...command, "--redis", url], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toBe(
        `lemmacheck: ${what}; it must be redis://[USER:PASSWORD@]HOST[:PORT][/DB], or rediss:// for TLS\n`,
      );
    }
  });

  test("where nobody listens is one line, and nothing of the campaign is lost", async () => {
    const port = await freePort();
    const { code, stderr } = await runHere([...TALLY, "--redis", `redis://user:sesame@127.0.0.1:${port}`], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `lemmacheck: --redis is redis://127.0.0.1:${port}; it must be a Redis that answers and lets us in (connect ECONNREFUSED 127.0.0.1:${port})\n`,
    });
  });

  test("given twice is not repeated", async () => {
    const { code, stderr } = await runHere(["tally", "--redis", "redis://a:sesame@b", "--redis", "redis://c"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "lemmacheck: --redis is given with two values; it must be given once\n",
    });
  });
});

test("bullmq and ioredis are asked for where they are not installed", async () => {
  const hook = `export const resolve = (name, context, next) => {
    if (name === "bullmq") throw Object.assign(new Error("none"), { code: "ERR_MODULE_NOT_FOUND" });
    return next(name, context);
  };`;
  await writeFile(path.join(cwd, "hook.mjs"), hook);
  await writeFile(
    path.join(cwd, "without.mjs"),
    'import { register } from "node:module"; register("./hook.mjs", import.meta.url);',
  );
  const { ended, said } = lemmacheck(["worker", "--redis", "redis://localhost"], cwd, {
    NODE_OPTIONS: `--import=${path.join(cwd, "without.mjs")}`,
  });
  expect(await ended).toBe(2);
  expect(said()).toBe(
    "lemmacheck: --redis is given; bullmq and ioredis must be installed for it: npm install bullmq ioredis\n",
  );
});
