/**
 * Remakes docs/report/index.html, the report of a default audit, and the photographs of it in docs/:
 * `npm run photographs [-- ROWS]`, with the rows of a run that is there (lemmacheck-report/rows.jsonl), or those of a new default audit.
 * It needs chromium: `apt-get install chromium`.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const root = path.join(import.meta.dirname, "..");
const main = path.join(root, "dist/bounds/main.js");
const out = mkdtempSync(path.join(tmpdir(), "photographs-"));
const [rows] = process.argv.slice(2);
// The points of Section 4's figures, where they are committed.
const figures = path.join(root, "docs/figures");
const points = (existsSync(figures) ? readdirSync(figures, { withFileTypes: true }) : [])
  .filter((own) => own.isDirectory())
  .flatMap(({ name }) => ["--figures", path.join(figures, name)]);
const command = rows ? ["report", "--from", rows, "--out", out, ...points] : ["audit", "--out", out];
// Forms that are refuted where the ledger does not expect it end an audit with 1: its report is there all the same.
try {
  execFileSync(process.execPath, [main, ...command], { stdio: "inherit" });
} catch (error) {
  if (error.status !== 1) throw error;
}
if (!rows && points.length > 0)
  execFileSync(process.execPath, [main, "report", "--from", path.join(out, "rows.jsonl"), "--out", out, ...points], {
    stdio: "inherit",
  });

const page = path.join(out, "index.html");
mkdirSync(path.join(root, "docs/report"), { recursive: true });
for (const name of ["index.html", "tables.tex"])
  copyFileSync(path.join(out, name), path.join(root, "docs/report", name));

const executablePath = process.env.LEMMACHECK_CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) throw new Error(`there is no ${executablePath}: apt-get install chromium`);
const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const browser = await chromium.launch({ executablePath, args: flags.split(" ") });

/** A part of the page, or what is seen first of it. */
async function photograph(
  name,
  { width = 1440, height = 1000, colorScheme = "light", hash = "", click, element } = {},
) {
  const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
  await tab.goto(`file://${page}${hash}`, { timeout: 120_000 });
  await tab.evaluate("document.fonts.ready");
  const file = path.join(root, "docs", name);
  if (click) await tab.locator(click).first().click();
  if (element) await tab.locator(element).first().screenshot({ path: file });
  else await tab.screenshot({ path: file });
  await tab.close();
}

await photograph("report.png");
await photograph("report-frontier.png", { element: ".frontiers" });
await photograph("report-graph.png", { element: ".graph-box" });
await photograph("report-statement.png", { hash: "#hessian-order", height: 1250 });
const activations = 'section[aria-labelledby="activations"]';
await photograph("report-activations.png", { click: `${activations} summary`, element: activations });
await photograph("report-dark.png", { colorScheme: "dark", hash: "#lemma-1" });
await photograph("report-phone.png", { width: 390, height: 844 });
await browser.close();
