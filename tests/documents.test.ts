import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { audit, ROW_FIELDS } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { claims } from "../bounds/index.js";
import { distortion } from "../examples/own-paper/paper.js";
import { runHere } from "./run-here.js";

const root = path.resolve(import.meta.dirname, "..");
const README = path.join(root, "README.md");
/** README speaks of the repository; guides are read where the package is installed. */
const programOf = (document: string) => (document === README ? "npm run -s lemmacheck -- " : "npx lemmacheck ");
const readme = await readFile(README, "utf8");

/** The commands of ```console blocks with the output that the document shows for them. */
function consoleExamples(markdown: string): { command: string; output: string }[] {
  return [...markdown.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((example) => ({
        command: example.slice(0, example.indexOf("\n")),
        output: example.slice(example.indexOf("\n") + 1),
      })),
  );
}

/** The words of a command line; double quotes hold a word together. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
}

/** Whether the output is what a document shows; a line … there stands for any lines. */
function isShown(output: string, shown: string): boolean {
  const parts = shown.split(/^…\n/m).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("(?:.*\n)*?")}$`).test(output);
}

const DOCUMENTS = [
  README,
  ...["activations", "constants", "figures", "landscape", "papers", "search"].map((name) =>
    path.join(root, `docs/${name}.md`),
  ),
];

describe.each(DOCUMENTS)("%s", async (document) => {
  // LEMMACHECK_UPDATE_DOCS=1 writes what the commands print into the document instead, where it shows all of it.
  test.each(consoleExamples(await readFile(document, "utf8")))("$command", async ({ command, output }) => {
    const program = programOf(document);
    expect(command.startsWith(program)).toBe(true);
    const { stdout } = await runHere(words(command.slice(program.length)), { cwd: root });
    if (process.env.LEMMACHECK_UPDATE_DOCS && !output.includes("…\n")) {
      const now = await readFile(document, "utf8");
      await writeFile(
        document,
        now.replace(`$ ${command}\n${output}`, () => `$ ${command}\n${stdout}`),
      );
    } else if (output.includes("…\n")) expect(isShown(stdout, output), stdout).toBe(true);
    else expect(stdout).toBe(output);
  });
});

/** What a printed form that is false is, as README tells them apart. */
function isOf(claim: (typeof claims)[number]): "statement" | "step" | "reading" {
  if (claim.kind === "step") return "step";
  if (claim.reading !== undefined) return "reading";
  return claim.inProof ? "step" : "statement";
}

/** The section under a heading, as far as the next one of any level. */
const section = (heading: string) => readme.split(`### ${heading}\n`)[1].split("\n#")[0];

const refuted = claims.filter(({ forms }) => forms.printed.refutedAt);
const count = (what: ReturnType<typeof isOf>) => refuted.filter((claim) => isOf(claim) === what).length;

describe("README", () => {
  test("says in its third line what was found, as the ledger has it", () => {
    expect(readme.split("\n")[2]).toBe(
      `Found so far: ${count("statement")} statements that are false as printed, ${count("step")} steps of proofs that do not follow, ${count("reading")} readings that fail.`,
    );
  });

  test("has console examples at all", () => {
    expect(consoleExamples(readme).length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["Statements that are false as printed", "statement"],
    ["Steps of proofs that do not follow", "step"],
    ["Readings that fail", "reading"],
  ])("lists under %s all that the ledger knows, and where", (heading, what) => {
    const rows = section(heading).matchAll(/^\| .* \| `([a-z0-9-]+)` +\| `(\{.*?\})` /gm);
    const listed = [...rows].map(([, id, cell]) => `${id} ${cell}`);
    const known = refuted
      .filter((claim) => isOf(claim) === what)
      .map(({ id, forms }) => `${id} ${JSON.stringify(forms.printed.refutedAt)}`);
    expect(new Set(listed)).toEqual(new Set(known));
  });

  test("docs/constants.md has every step, and by what it is known for all cells", async () => {
    const guide = await readFile(path.join(root, "docs/constants.md"), "utf8");
    const rows = guide.matchAll(/^\| `([a-z0-9-]+)` +\| (holds|false)[^|]*\| (\w+) +\|$/gm);
    const listed = [...rows].map(([, id, verdict, method]) => `${id} ${verdict} ${method}`);
    const known = claims.flatMap((claim) =>
      claim.kind === "step"
        ? [`${claim.id} ${claim.forms.printed.refutedAt ? "false" : "holds"} ${claim.region?.method}`]
        : [],
    );
    expect(new Set(listed)).toEqual(new Set(known));
  });

  const files = ["paper.ts", "lemmacheck.config.ts", "paper.test.ts"].map((name) => `own-paper/${name}`);

  test.each([...files, "birthdays/birthdays.test.ts"])("shows examples/%s as it is", async (name) => {
    const shown = readme.slice(readme.indexOf(`<!-- examples/${name} -->`));
    expect(shown).toContain(`\`\`\`ts\n${await readFile(path.join(root, "examples", name), "utf8")}\`\`\``);
  });

  test("shows no code that is not a file of examples/", () => {
    expect(readme.match(/^```ts$/gm)).toHaveLength(readme.match(/^<!-- examples\/\S+ -->\n```ts$/gm)?.length ?? 0);
  });
});

test("README's lemma is judged where what it allows is below every double", async () => {
  const row = await audit({ claim: distortion, cell: { m: 1e5, eps: 0.6 } });
  expect(row).toMatchObject({ verdict: "supported", method: "exact", allowed: 0, vacuous: false });
  expect(row.reason).toContain("at most the 10^-1563.2 that is allowed");
});

test("docs/papers.md has every field of a row, in order, with what it means", async () => {
  const guide = await readFile(path.join(root, "docs/papers.md"), "utf8");
  const rows = guide.split("## What a row says")[1].matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm);
  const listed = [...rows].map(([, name, meaning]) => [name, meaning]);
  expect(listed).toEqual(Object.entries(ROW_FIELDS).map(([name, { meaning }]) => [name, meaning]));
});
