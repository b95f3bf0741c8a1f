import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import fc from "fast-check";
import { CONFIG } from "./configs.mjs";
import { MAIN } from "./run-apart.mjs";
import { swollen, values, withChanges } from "./texts.mjs";

const modules = path.join(path.dirname(MAIN), "../modules");
/** What a reply may take by the clock, in milliseconds. */
const PATIENCE = 60_000;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a child prints, as far as it has come. */
function listen(child) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return {
    said: () => text,
    until: async (what) => {
      while (!text.includes(what) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

/** Puts hostile messages before a worker, one after another: each must have a reply of its own, and the worker must go on. */
export async function hostileMessages(wanted, seed, cwd) {
  if (spawnSync("redis-server", ["--version"]).status !== 0)
    return { count: 0, faults: [], text: "none, since redis-server is not installed" };
  const [{ Queue, QueueEvents }, { Redis }] = [await import("bullmq"), await import("ioredis")];
  const { queueName, readReply } = await import(path.join(modules, "src/auditor/campaign/queue.js"));
  const { configDigest } = await import(path.join(modules, "src/cli/keep-journal.js"));
  const { ownVersion } = await import(path.join(modules, "src/auditor/own-version.js"));
  const config = path.join(cwd, "lemmacheck.config.mjs");
  writeFileSync(config, CONFIG);
  const program = { version: ownVersion(), paper: "owns", config: await configDigest({ config }) };
  const [port, options] = [await freePort(), { cwd, stdio: ["ignore", "pipe", "pipe"] }];
  const redis = spawn("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no"], options);
  await listen(redis).until("Ready to accept connections");
  const url = `redis://127.0.0.1:${port}`;
  const worker = spawn(
    process.execPath,
    ["--max-old-space-size=512", MAIN, "worker", "--redis", url, "--workers", "1"],
    options,
  );
  const heard = listen(worker);
  await heard.until("working for");
  const connections = [0, 1].map(() => new Redis(url, { maxRetriesPerRequest: null }));
  const queue = new Queue(queueName(program), { connection: connections[0] });
  const events = new QueueEvents(queueName(program), { connection: connections[1] });
  await events.waitUntilReady();
  const question = { claim: "own", cell: { n: 1 }, form: "printed", seed: "1" };
  const good = { program, task: "audit/compute", payload: { question, method: null } };
  const messages = fc.oneof(
    values,
    withChanges(good),
    withChanges(good.payload).map((payload) => ({ ...good, payload })),
    withChanges(question).map((own) => ({ ...good, payload: { ...good.payload, question: own } })),
    withChanges({ n: 1 }).map((cell) => ({ ...good, payload: { ...good.payload, question: { ...question, cell } } })),
    fc.constantFrom("audit/draw", "constructor", "__proto__").map((task) => ({ ...good, task })),
  );
  const [faults, replies] = [[], { value: 0, error: 0 }];
  let [count, longest] = [0, 0];
  // The last is a good one: whoever goes on does it.
  for (const message of [...fc.sample(messages, { seed, numRuns: wanted }), good]) {
    const started = performance.now();
    count++;
    try {
      // As whoever can reach the Redis may put it: as a text, before it is taken.
      const job = await queue.add("job", null, { delay: 1e9 });
      await connections[0].hset(queue.toKey(job.id), "data", swollen(JSON.stringify(message) ?? "null"));
      await job.promote();
      const replied = await job.waitUntilFinished(events, PATIENCE).catch(async (error) => {
        // It may be done, and the word of it lost.
        const kept = await queue.getJob(job.id);
        if (kept?.finishedOn) return kept.returnvalue;
        throw error;
      });
      const reply = readReply(replied);
      if (reply === null) faults.push(`a reply that is none: ${JSON.stringify(replied)?.slice(0, 200)}`);
      else replies["value" in reply ? "value" : "error"]++;
      if (message === good && !(reply && "value" in reply))
        faults.push(`a good message after them is not done: ${JSON.stringify(replied)?.slice(0, 200)}`);
    } catch (error) {
      faults.push(`${error.message?.slice(0, 200)} for ${JSON.stringify(message)?.slice(0, 300)}`);
    }
    longest = Math.max(longest, performance.now() - started);
    if (worker.exitCode !== null) {
      faults.push(`the worker ended with ${worker.exitCode}: ${heard.said().slice(-300)}`);
      break;
    }
  }
  await Promise.all([events.close(), queue.close()]);
  for (const connection of connections) connection.disconnect();
  for (const child of [worker, redis]) {
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
  }
  return {
    count,
    faults,
    text: `${count} cases, ${faults.length} not as they should be, ${replies.error} refused, ${replies.value} done; the longest ${longest.toFixed(0)} ms by the clock`,
  };
}
