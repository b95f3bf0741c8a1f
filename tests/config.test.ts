import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Row } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { freshDirectory, runCli } from "./run-cli.js";
import { runHere } from "./run-here.js";

const CONFIG = path.resolve(import.meta.dirname, "../examples/own-activations/lemmacheck.config.ts");

const parse = (text: string): Row[] =>
  text
    .trim()
    .split("\n")
    .map((line): Row => JSON.parse(line));
/** A row with its cell and what that resolves to on one level, to compare. */
const flat = ({ cell, resolved, verdict, reason }: Row) => ({ ...cell, ...resolved.psi, verdict, reason });
const timeless = (text: string) => parse(text).map((row) => ({ ...row, milliseconds: 0 }));

/** A directory with this text as its config. */
async function withConfig(text: string, name = "lemmacheck.config.ts"): Promise<string> {
  const directory = await freshDirectory();
  await writeFile(path.join(directory, name), text);
  return directory;
}

describe("a config's claims and activations", () => {
  test("are audited in workers, as the ledger's are, and rows do not depend on how many", async () => {
    const args = ["audit", "gradient-upper-bound", "--config", CONFIG, "--json", "--workers"];
    const [one, three] = await Promise.all(["1", "3"].map((workers) => runCli([...args, workers])));
    expect({ code: one.code, stderr: one.stderr }).toEqual({ code: 0, stderr: "" });
    expect(timeless(three.stdout)).toEqual(timeless(one.stdout));
    // Without --psi the config's activations join the claim's own.
    expect(parse(one.stdout).map(flat)).toMatchObject([
      { psi: "tanh", expression: "tanh(t)", provenance: "certified", verdict: "supported" },
      { psi: "t*exp(-t^2)", expression: "t*exp(-t^2)", provenance: "certified", verdict: "supported" },
      { psi: "mish", expression: "t*tanh(log(1+exp(t)))", provenance: "certified", verdict: "supported" },
      { psi: "softsign", expression: null, provenance: "declared", verdict: "supported" },
    ]);
  });

  test("serve claims, activation and replay too, and are found in the working directory", async () => {
    const options = { cwd: path.dirname(CONFIG) };
    expect((await runHere(["claims", "gradient-upper-bound"], options)).stdout).toContain("My lemma");
    const known = JSON.parse((await runHere(["activation", "softsign", "--json"], options)).stdout);
    expect(known).toMatchObject({
      id: "softsign",
      provenance: "declared",
      lipschitz: 1,
      formulas: null,
      enclosures: null,
    });
    expect(known.claims).toContainEqual({ id: "gradient-upper-bound", label: "My lemma", reason: null });

    const rows = path.join(await freshDirectory(), "rows.jsonl");
    const args = "audit gradient-upper-bound lemma-1 --psi softsign --d 9 --k 9 --gamma 0.3 --json".split(" ");
    await writeFile(rows, (await runHere(args, options)).stdout);
    expect(await runHere(["replay", rows], options)).toMatchObject({
      code: 0,
      stdout: "3 of 3 rows came out the same\n",
    });
    // Without the config the claim is nobody's.
    const { code, stderr } = await runHere(["replay", rows]);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/a row of gradient-upper-bound; [^\n]*--config[^\n]*\n$/),
    });
  });

  test("may be JavaScript, import files beside it, and import the ledger", async () => {
    const directory = await withConfig(
      'import { claims } from "lemmacheck/ledger"; import { name } from "./name.ts"; export default { additions: { psi: [{ id: name + claims.length, expression: "sin(t)" }] } };',
      "lemmacheck.config.mjs",
    );
    await writeFile(path.join(directory, "name.ts"), 'export const name: string = "wave-";');
    const { code, stdout } = await runHere(["audit", "lemma-1", "--k", "1", "--d", "1", "--gamma", "0.5", "--json"], {
      cwd: directory,
    });
    expect(code).toBe(0);
    expect(parse(stdout).map(({ cell }) => cell.psi)).toContainEqual(expect.stringMatching(/^wave-\d+$/));
  });
});

describe("a constant that is declared", () => {
  const SPIKE = `    import { defineActivation } from "lemmacheck/activations";
    const near = (t: number) => Math.abs(t - 1.0003) < 1e-4;
    // Kinks far out without a common length keep the kernels' tables away, so that draws ask the functions.
    export default { additions: { psi: [defineActivation({
      id: "spike", value: Math.tanh, derivative: (t) => near(t) ? 7 : 1 / Math.cosh(t) ** 2, lipschitz: 1, supremum: 1,
      kinks: [60, 61, 61 + Math.SQRT1_2],
    })] } };`;

  test("makes a row inconclusive where a draw contradicts it, with the t, from a worker", async () => {
    const cwd = await withConfig(SPIKE);
    const args = "audit lemma-2 --psi spike --d 10 --k 100000 --gamma 0.1 --json".split(" ");
    const { code, stdout } = await runCli(args, { cwd });
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject([
      {
        verdict: "inconclusive",
        reason: expect.stringMatching(
          /lemma-2 \(printed\) at .*activation spike: \|ψ'\| is 7 at t = 1.000[234]\d*, against its declared lipschitz = 1$/,
        ),
      },
    ]);
  });

  test("travels into rows as declared where it is below what is certified", async () => {
    // Nothing is certified of waves of two incommensurable lengths beyond |t| = 16384 but the sum of their sizes.
    const cwd = await withConfig(
      'export default { additions: { psi: [{ id: "waves", expression: "sin(t)*sin(sqrt(2)*t+1)", supremum: 0.9999999999999 }] } };',
    );
    const { stdout } = await runHere("audit lemma-1 --psi waves --d 9 --k 9 --gamma 0.3 --json".split(" "), { cwd });
    expect(parse(stdout).map(flat)[0]).toMatchObject({
      psi: "waves",
      provenance: "declared",
      expression: "sin(t)*sin(sqrt(2)*t+1)",
    });
  });
});

describe("a bad config is one line on stderr that names the file and what is wrong in it; exit 2", () => {
  test.each([
    ["export default {", /it must be a module that runs: .*Unexpected token/],
    ["export default { additions: { psi: [3] } }", /additions.psi\[0\]: it is 3; it must be an expression/],
    [
      'import { claims } from "lemmacheck/ledger"; export default { claims: [claims[0]] }',
      /claims have the id [a-z0-9-]+; it must be another, since single-gradient-step has that one/,
    ],
  ])("%s", async (text, rule) => {
    const cwd = await withConfig(text);
    const { code, stdout, stderr } = await runHere(["claims", "--config", "lemmacheck.config.ts"], { cwd });
    expect(stderr).toMatch(/^lemmacheck: --config is lemmacheck\.config\.ts[^\n]*\n$/);
    expect(stderr).toMatch(rule);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test.each(["audit lemma-1", "claims", "activation tanh", "replay rows.jsonl"])(
    "%s without its file",
    async (line) => {
      const { code, stderr } = await runHere([...line.split(" "), "--config", "nowhere.ts"]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^lemmacheck: --config is nowhere\.ts; it must be a readable file \(ENOENT[^\n]*\)\n$/);
    },
  );
});

describe("--normalize", () => {
  const CELL = "--d 10000 --k 1000 --gamma 0.001 --form printed --json".split(" ");

  test("meets the assumptions of Section 2, whose failure says so, and by how much", async () => {
    const plain = await runHere(["audit", "proposition-1-value", "--psi", "silu", "--psi", "1/(1+exp(-t))", ...CELL]);
    expect(parse(plain.stdout).map(flat)).toMatchObject([
      {
        verdict: "not-applicable",
        reason: expect.stringMatching(/Lipschitz constant of silu is 1.0998\d*, 1.100 times too large; --normalize/),
      },
      { verdict: "not-applicable", reason: expect.stringMatching(/ψ\(0\) is 0.5 .*; --normalize/) },
    ]);
    const args = [
      "audit",
      "proposition-1-value",
      "--psi",
      "silu",
      "--psi",
      "1/(1+exp(-t))",
      "--psi",
      "tanh",
      "--normalize",
      ...CELL,
    ];
    const one = await runHere(args);
    expect(parse(one.stdout).map(flat)).toMatchObject([
      {
        psi: "normalize(silu)",
        expression: "(t/(1+exp(-t)))/1.099839320128867",
        provenance: "certified",
        verdict: "supported",
      },
      { psi: "normalize(1/(1+exp(-t)))", expression: "((1/(1+exp(-t)))-0.5)/0.25", verdict: "supported" },
      // It is so already.
      { psi: "tanh", expression: "tanh(t)", verdict: "supported" },
    ]);
    const rows = path.join(await freshDirectory(), "rows.jsonl");
    await writeFile(rows, one.stdout);
    expect(await runHere(["replay", rows])).toMatchObject({ code: 0, stdout: "3 of 3 rows came out the same\n" });
  });

  test("leaves alone what has no Lipschitz constant, and its rows say why", async () => {
    const { code, stdout } = await runHere(["audit", "proposition-1", "--psi", "exp(t)", "--normalize", ...CELL]);
    expect(code).toBe(0);
    expect(parse(stdout).map(flat)).toMatchObject([{ psi: "exp(t)", verdict: "not-applicable" }]);
  });
});
