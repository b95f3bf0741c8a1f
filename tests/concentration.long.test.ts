import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { claims } from "../examples/concentration/paper.js";
import { runHere } from "./run-here.js";

const folder = path.resolve(import.meta.dirname, "../examples/concentration");
const readme = await readFile(path.join(folder, "README.md"), "utf8");

// As a stranger's project does it, with fewer random cells and less work for each.
for (const claim of claims) auditProperties(claim, { cells: 6, gaussians: 2e5 });

test("the project imports nothing but the package, and nothing of networks or activations", async () => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const sources = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  const imported = sources.flatMap((text) => [...text.matchAll(/from "([^."][^"]*)"/g)].map(([, from]) => from));
  expect(new Set(imported)).toEqual(
    new Set(["lemmacheck", "lemmacheck/probability", "lemmacheck/statistics", "lemmacheck/vitest", "vitest"]),
  );
});

test("its README lists every statement, and every misquotation with the cell that refutes it", () => {
  const listed = [...readme.matchAll(/^\| `([a-z0-9-]+)` +\|/gm)].map(([, id]) => id);
  expect(listed.toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
  const refuted = [...readme.matchAll(/^\| `([a-z0-9-]+)` +\|.*\| `(\{.*\})` +\|$/gm)].map(
    ([, id, at]) => `${id} ${at}`,
  );
  const known = claims.flatMap(({ id, forms }) =>
    forms.printed.refutedAt ? [`${id} ${JSON.stringify(forms.printed.refutedAt)}`] : [],
  );
  expect(refuted.toSorted()).toEqual(known.toSorted());
  expect(known.length).toBeGreaterThanOrEqual(12);
});

test("compare shows what its README shows", async () => {
  const [, shown] = /```console\n\$ npx lemmacheck compare [^\n]*\n([\s\S]*?)```/.exec(readme) ?? [];
  const config = path.join(folder, "lemmacheck.config.ts");
  const { stdout } = await runHere(
    ["compare", "--law", "bernoulli(0.01)", "--n", "1000", "--gamma", "1e-6", "--config", config],
    { cwd: folder },
  );
  expect(stdout).toBe(shown);
});

test("a law of somebody's own is audited by draws, and compared, from the config that the README shows", async () => {
  const config = path.join(folder, "own-law.config.ts");
  expect(readme).toContain(`\`\`\`ts\n${await readFile(config, "utf8")}\`\`\``);
  const own = ["--law", "squares", "--n", "50", "--config", config];
  const { stdout } = await runHere(["audit", "bernstein", "--t", "0.15", "--json", ...own], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({
    verdict: "supported",
    method: "sampled",
    resolved: { law: { provenance: "declared" } },
  });
  const compared = await runHere(["compare", "--gamma", "1e-3", "--json", ...own], { cwd: folder });
  const { exact, bounds } = JSON.parse(compared.stdout);
  expect(exact).toBeNull();
  // Its variance is below μ(1 − μ), which is all that the entropy knows of.
  expect(bounds[0]).toMatchObject({ name: "Bennett", ratio: null });
});
