import { stat } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { build, createLogger } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";
import { axeViolations, hasChromium, launchChromium, openFile, unlessThere } from "./testing/chromium.js";

const CONFIG = path.resolve(import.meta.dirname, "../playground/vite.config.ts");

describe.runIf(hasChromium)(`the playground in a browser${unlessThere}`, { timeout: 240_000 }, () => {
  let browser: Browser;
  let file: string;
  const warnings: string[] = [];

  beforeAll(async () => {
    const outDir = await freshDirectory();
    const logger = createLogger("warn");
    logger.warn = (text) => void warnings.push(text);
    await build({ configFile: CONFIG, customLogger: logger, build: { outDir } });
    file = path.join(outDir, "index.html");
    browser = await launchChromium();
  }, 240_000);

  afterAll(() => browser?.close());

  const open = (hash = "", options: Parameters<Browser["newPage"]>[0] = {}) =>
    openFile(browser, `${file}${hash}`, options);

  const filled = async (page: Page, part: string) => {
    await page.locator(`#${part} :is(svg, table, p)`).first().waitFor({ timeout: 120_000 });
  };

  test("uses nothing of Node, and is one page of less than 1.5 MB", async () => {
    expect(warnings.filter((text) => /node:|externalized/.test(text))).toEqual([]);
    expect((await stat(file)).size).toBeLessThan(1.5e6);
  });

  test("fills all its parts, asks for nothing and says nothing to the console", async () => {
    const { page, said } = await open("#psi=relu&d=40&k=30&gamma=0.3&statement=lemma-2");
    for (const part of ["ray", "flips", "calibration", "activation", "theorems", "frontier", "ledger"])
      await filled(page, part);
    const drawn = async () => Number(/of (\d+) networks/.exec((await page.locator("#flips").textContent()) ?? "")?.[1]);
    const before = await drawn();
    await expect.poll(drawn, { timeout: 60_000 }).toBeGreaterThan(before);
    expect(await page.locator("#calibration").textContent()).toContain("Lemma 2");
    expect(page.url()).toContain("statement=lemma-2");
    expect(said).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.close();
  });

  test("rays are of networks of any depth, statements of one hidden layer", async () => {
    const { page, said } = await open("#psi=tanh&d=50&k=40&gamma=0.1&depth=4");
    await filled(page, "flips");
    expect(await page.locator("#flips").textContent()).toContain("and 4 hidden layers");
    expect(await page.locator("#ray svg.figure").getAttribute("aria-label")).toContain("L = 4");
    // The theorem and its step are about one hidden layer.
    expect(await page.locator("#ray").textContent()).not.toContain("Theorem 1’s step");
    expect(await page.locator("#command").textContent()).not.toContain("depth");
    await page.locator("#depth").fill("1");
    await expect.poll(() => page.locator("#ray").textContent(), { timeout: 60_000 }).toContain("Theorem 1’s step");
    await page.locator("#depth").fill("1e9");
    await expect.poll(() => page.locator("#ray").textContent(), { timeout: 60_000 }).toContain("too long to be drawn");
    expect(said).toEqual([]);
    await page.close();
  });

  test("the map of the theorem has a cross at the chosen sizes, for either ψ", async () => {
    const { page } = await open("#psi=tanh&d=300&k=200&gamma=0.1");
    await filled(page, "frontier");
    expect(await page.locator("#frontier path.here").count()).toBe(2);
    expect(await page.locator("#frontier").textContent()).toContain("hypotheses hold, as printed");
    await page.locator("#psi").fill("relu");
    await expect.poll(() => page.locator("#frontier").textContent(), { timeout: 60_000 }).toContain("Theorem 2");
    await page.locator("#psi").fill("t");
    await expect.poll(() => page.locator("#frontier").textContent(), { timeout: 60_000 }).toContain("ψ = t");
    await page.close();
  });

  test("workers that do not hear are ended, and others asked", async () => {
    const page = await browser.newPage();
    // The first two of the page are deaf, as one that is lost or in an endless evaluation is.
    await page.addInitScript(`
      const Heard = globalThis.Worker;
      globalThis.made = [];
      globalThis.Worker = class extends Heard {
        constructor(...all) { super(...all); made.push(this); this.deaf = made.length <= 2; this.ended = false; }
        postMessage(message) { if (!this.deaf) super.postMessage(message); }
        terminate() { this.ended = true; super.terminate(); }
      };`);
    await page.goto(`file://${file}#psi=relu&d=40&k=30&gamma=0.3`);
    for (const part of ["ray", "flips", "calibration", "theorems", "ledger"]) await filled(page, part);
    const workers: { deaf: boolean; ended: boolean }[] = await page.evaluate(
      "made.map(({ deaf, ended }) => ({ deaf, ended }))",
    );
    expect(workers.length).toBeGreaterThanOrEqual(4);
    expect(workers.filter(({ deaf }) => deaf).every(({ ended }) => ended)).toBe(true);
    await page.close();
  });

  test("an error in a worker ends its task with a line, the other goes on, and the next question is answered", async () => {
    const page = await browser.newPage();
    // The first question about statements is none: what is typed is missing.
    await page.addInitScript(`
      const Heard = globalThis.Worker;
      let spoilt = false;
      globalThis.Worker = class extends Heard {
        postMessage(message) {
          const spoil = !spoilt && message.task === "statements";
          spoilt ||= spoil;
          super.postMessage(spoil ? { ...message, psi: null } : message);
        }
      };`);
    await page.goto(`file://${file}#psi=relu&d=40&k=30&gamma=0.3`);
    const state = () => page.locator("#state").textContent();
    await expect.poll(state, { timeout: 60_000 }).toMatch(/^The auditor stopped: \S.*$/);
    for (const part of ["ray", "flips", "calibration"]) await filled(page, part);
    expect(await page.locator("#ledger table").count()).toBe(0);
    expect(await state()).toMatch(/^The auditor stopped/);
    await page.locator("#next").click();
    await filled(page, "ledger");
    expect(await state()).not.toContain("stopped");
    await page.close();
  });

  test("judges as the command line does", async () => {
    const { page } = await open("#psi=tanh&d=20&k=1&gamma=0.69&statement=lemma-1");
    const line = page.locator("#ledger tr", { hasText: "Lemma 1" }).first();
    await line.waitFor({ timeout: 120_000 });
    const { stdout } = await runHere(
      "audit lemma-1 --psi tanh --d 20 --k 1 --gamma 0.69 --form printed --json".split(" "),
    );
    const row: { verdict: string; reason: string } = JSON.parse(stdout.trim());
    expect(await line.locator("td").nth(1).textContent()).toContain(row.verdict);
    expect(await line.locator("td").last().textContent()).toBe(row.reason);
    await page.close();
  });

  test.each([
    ["psi", "foo(", /^ψ is foo\(; it must be/],
    ["psi", "", /^ψ is empty; it must be/],
    ["d", "0", /^d is 0; it must be an integer/],
    ["k", "1.5", /^k is 1\.5; it must be an integer/],
    ["gamma", "1", /^γ is 1; it must be/],
    ["depth", "0", /^L is 0; it must be an integer/],
    ["gamma", "<b>", /^γ is <b>; it must be/],
  ])("%s as %j is one clear line, and what was shown stays", async (field, text, words) => {
    const { page, said } = await open("#psi=relu&d=40&k=30&gamma=0.3");
    await filled(page, "ray");
    await page.locator(`#${field}`).fill(text);
    await expect.poll(() => page.locator(`#${field}-wrong`).textContent(), { timeout: 60_000 }).toMatch(words);
    expect(await page.locator(`#${field}`).getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#ray svg.figure").count()).toBe(1);
    await page.locator(`#${field}`).fill(field === "psi" ? "t/(1+exp(-t))" : field === "gamma" ? "0.2" : "3");
    await expect.poll(() => page.locator(`#${field}-wrong`).textContent(), { timeout: 60_000 }).toBe("");
    expect(said).toEqual([]);
    await page.close();
  });

  test("is driven by the keyboard alone", async () => {
    const { page } = await open("#psi=relu&d=40&k=30&gamma=0.3");
    await filled(page, "ray");
    await page.locator("body").press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("psi");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("erf(t)");
    for (const id of ["d", "d-slider", "k", "k-slider"]) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.id")).toBe(id);
    }
    const before = await page.locator("#k").inputValue();
    await page.keyboard.press("ArrowRight");
    expect(Number(await page.locator("#k").inputValue())).toBeGreaterThan(Number(before));
    for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("next");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#ray").textContent(), { timeout: 60_000 }).toContain("Network 2");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator("#calibration").textContent(), { timeout: 60_000 }).toContain("Lemma 2");
    expect(page.url()).toContain("psi=erf%28t%29");
    await page.close();
  });

  test.each(["light", "dark"] as const)("axe finds nothing to complain of, %s", async (colorScheme) => {
    const { page } = await open("#psi=relu&d=40&k=30&gamma=0.3", { colorScheme, bypassCSP: true });
    for (const part of ["flips", "calibration", "theorems", "ledger"]) await filled(page, part);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
