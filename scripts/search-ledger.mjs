/**
 * Searches every claim of the ledger, as the paper prints it, for so many seconds of one core each, repaired forms
 * likewise: `node scripts/search-ledger.mjs SECONDS [JOURNAL] [SEED] [LANES]`, after `npm run build`. A line a search is
 * appended to the journal (search-ledger.jsonl); a second run goes on where it ends. At the end the summary is written
 * beside it, as JOURNAL with .md; with LANES 0 that of what is there, and nothing is searched. Printed forms are searched without the cells, witnesses, mutants and repaired forms of
 * the ledger. Seconds are those that the process computes, so that other work on the machine changes little.
 */
import { fork } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printedAlone, searchClaim } from "lemmacheck";
import { claims } from "lemmacheck/ledger";

/** How many times its seconds of computing a search may take by the clock: what is under way cannot be stopped from inside. */
const GRACE = 8;

const computed = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** One search, in a process of its own: { id, form, seconds, seed } → what came of it. */
async function one({ id, form, seconds, seed }) {
  const claim = claims.find((known) => known.id === id);
  const asked = form === "printed" ? printedAlone(claim) : claim;
  const started = computed();
  const end = new AbortController();
  const timer = setInterval(() => {
    if (computed() - started > seconds) end.abort();
  }, 20);
  let found = null;
  const { row, first, nearest, effort } = await searchClaim(
    { claim: asked, form, seed, paper: "single-gradient-step" },
    {
      until: end.signal,
      onFound: (early) => {
        found ??= computed() - started;
        process.send({ row: early, found });
      },
      onProgress: (candidates) => process.send({ candidates }),
    },
  );
  clearInterval(timer);
  process.send({ row, first, nearest, effort, found });
  process.disconnect();
}

function search(job) {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ["--one", JSON.stringify(job)]);
    let [result, early, candidates] = [null, null, 0];
    const timer = setTimeout(() => child.kill("SIGKILL"), 1000 * GRACE * job.seconds);
    child.on("message", (message) => {
      if ("effort" in message) result = message;
      else if ("row" in message) early = message;
      else candidates = message.candidates;
    });
    child.on("exit", () => {
      clearTimeout(timer);
      resolve(result ?? { row: null, found: null, ...early, nearest: null, effort: { candidates }, cut: true });
    });
  });
}

const short = (cell) => (cell ? `\`${JSON.stringify(cell)}\`` : "");

/** What came of it, in a few words. */
function outcome({ form, known, row, effort, cut }) {
  if (row) return known ? "found" : "**new**";
  if (cut && effort.candidates === 0) return "not found: no cell was looked into within the time";
  if (effort.judged === 0) return "not found: nothing is claimed at any cell that was looked at";
  return known && form === "printed" ? "not found: too few cells in the time" : "not refuted";
}

function summary(lines, { seconds, seed }) {
  const wrong = lines.filter((line) => line.known && line.form === "printed");
  const table = lines.map((line) => {
    const { id, form, row, effort, nearest, found } = line;
    const at = row ? short(row.cell) : "";
    const seen = `${effort.candidates} (${effort.judged ?? "?"})`;
    return `| \`${id}\` | ${form} | ${outcome(line)} | ${found === null || found === undefined ? "" : found.toFixed(1)} | ${seen} | ${at || (nearest ? `nearest ${short(nearest.cell)}` : "")} |`;
  });
  return `# The ledger, searched

\`node scripts/search-ledger.mjs ${seconds}\`, seed \`${seed}\`: ${seconds} seconds of one core for each form. Printed forms were
searched as the paper prints them: without the ledger's cells, witnesses, mutants, repaired forms and known
counterexamples. What was not found may still be there.

${lines.length} forms were searched. ${wrong.filter(({ row }) => row).length} of ${wrong.length} printed forms that the ledger knows to be false were found to be; ${lines.filter((line) => line.row && !line.known).length} others were refuted.

| claim | form | outcome | found after, s | cells (judged) | cell |
| --- | --- | --- | --- | --- | --- |
${table.join("\n")}
`;
}

async function all([text = "20", journal = "search-ledger.jsonl", seed = "1", lanes = "1"]) {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new RangeError(`SECONDS is ${text}; it must be a number above 0`);
  const before = existsSync(journal)
    ? readFileSync(journal, "utf8")
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line))
    : [];
  const other = before.find((line) => line.seconds !== seconds || line.seed !== seed);
  if (other)
    throw new RangeError(
      `JOURNAL is ${journal}, of ${other.seconds} seconds and seed ${other.seed}; it must be one of ${seconds} and ${seed}, or a new one`,
    );
  const lines = [...before];
  const jobs = claims
    .flatMap((claim) => (claim.forms.repaired ? ["printed", "repaired"] : ["printed"]).map((form) => ({ claim, form })))
    .filter(({ claim, form }) => !before.some((line) => line.id === claim.id && line.form === form));
  const lane = async () => {
    for (let next = jobs.shift(); next; next = jobs.shift()) {
      const { claim, form } = next;
      const known = claim.forms[form].refutedAt !== undefined;
      const line = {
        id: claim.id,
        form,
        seconds,
        seed,
        known,
        ...(await search({ id: claim.id, form, seconds, seed })),
      };
      lines.push(line);
      appendFileSync(journal, `${JSON.stringify(line)}\n`);
      process.stderr.write(`${claim.id} ${form}: ${outcome(line)}\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(lanes) }, lane));
  const order = claims.map(({ id }) => id);
  lines.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || a.form.localeCompare(b.form));
  writeFileSync(journal.replace(/(\.jsonl)?$/, ".md"), summary(lines, { seconds, seed }));
}

const [first, job] = process.argv.slice(2);
if (first === "--one") await one(JSON.parse(job));
else await all(process.argv.slice(2));
