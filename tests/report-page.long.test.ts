import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";
import { axeViolations, hasChromium, launchChromium, openFile, unlessThere } from "./testing/chromium.js";

/** Decided by computing, so that it takes a second. */
const IDS = ["chi-square", "lemma-1", "gaussian-moments", "theorem-1-chain", "proposition-1-step", "theorem-1-union"];
const AUDIT = ["audit", ...IDS, ..."--k 1,100 --gamma 0.3,1e-4 --psi identity --out report --json".split(" ")];

describe.runIf(hasChromium)(`the report in a browser${unlessThere}`, { timeout: 120_000 }, () => {
  let browser: Browser;
  let file: string;

  beforeAll(async () => {
    const cwd = await freshDirectory();
    await runHere(AUDIT, { cwd });
    file = path.join(cwd, "report/index.html");
    browser = await launchChromium();
  }, 120_000);

  afterAll(() => browser?.close());

  const open = (hash = "", options: Parameters<Browser["newPage"]>[0] = {}) =>
    openFile(browser, `${file}${hash}`, options);

  const shown = (page: Page) => page.locator("table.ledger tbody tr:visible th a").allTextContents();

  test("has every statement, says nothing to the console and asks for nothing from outside", async () => {
    const { page, said } = await open();
    for (const id of IDS) expect(await page.locator(`details[data-of="${id}"]`).count()).toBe(1);
    // What nobody has opened is parsed as soon as there is nothing else to do.
    await expect.poll(() => page.locator("noscript").count(), { timeout: 30_000 }).toBe(0);
    for (const id of IDS) expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
    expect(await shown(page)).toHaveLength(IDS.length);
    // Every section is laid out once.
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    expect(said).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.close();
  });

  test("the ledger sorts, filters and searches by keyboard", async () => {
    const { page } = await open();
    const all = await shown(page);
    const slack = page.getByRole("columnheader", { name: "Slack" }).getByRole("button");
    await slack.focus();
    await page.keyboard.press("Enter");
    const slacks = async () =>
      (await page.locator("table.ledger tbody tr td:nth-child(4)").allTextContents())
        .filter((text) => text !== "")
        .map(Number);
    expect(await slacks()).toEqual((await slacks()).toSorted((a, b) => a - b));
    await page.keyboard.press("Enter");
    expect(await slacks()).toEqual((await slacks()).toSorted((a, b) => b - a));
    expect(await page.locator("th[aria-sort=descending]").count()).toBe(1);

    await page.keyboard.press("/");
    await page.keyboard.type("Lemma 1");
    expect(await shown(page)).toEqual(["Lemma 1"]);
    expect(await page.locator(".controls output").textContent()).toBe(`1 of ${all.length} statements`);
    await page.keyboard.press("Escape");
    expect(await shown(page)).toHaveLength(all.length);
    await page.getByLabel("Verdict").focus();
    await page.keyboard.type("refuted");
    const refuted = await shown(page);
    expect(refuted.length).toBeGreaterThan(0);
    expect(refuted.length).toBeLessThan(all.length);
    expect(refuted).toContain("(11)");
    await page.close();
  });

  test("a statement in the address is open, and the graph shows what it rests on", async () => {
    const { page } = await open("#lemma-1");
    expect(await page.locator("#lemma-1").isVisible()).toBe(true);
    const node = page.locator('[data-node="theorem-1-chain"]');
    await node.focus();
    await page.keyboard.press("Enter");
    expect(page.url()).toContain("#theorem-1-chain");
    expect(await node.getAttribute("class")).toContain("at");
    expect(await page.locator('[data-node="proposition-1-step"]').getAttribute("class")).not.toContain(" on");
    expect(await page.locator('[data-node="lemma-1"]').getAttribute("class")).not.toContain(" on");
    expect(await page.locator(".graph-note").textContent()).toContain("rest on it");
    await page.close();
  });

  test("what has nothing to do with it is faint, its arrows too, and the legend is not", async () => {
    const { page } = await open("#chi-square");
    const opacity = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => Number(one.ownerDocument.defaultView?.getComputedStyle(one).opacity));
    expect(await opacity('.graph [data-node="lemma-1"]')).toBeLessThan(0.2);
    expect(await opacity(".graph [data-from]:not(.on)")).toBeLessThan(0.2);
    expect(await opacity(".graph .node:not([data-node])")).toBe(1);
    expect(await opacity('.graph [data-node="chi-square"]')).toBe(1);
    await page.close();
  });

  test("on a phone letters can be read, and neither page nor ledger is cut off", async () => {
    const { page } = await open("", { viewport: { width: 390, height: 844 } });
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await page.waitForFunction("document.querySelector('details.statement > noscript') === null");
    const small: string[] = await page.evaluate(`(() => {
      const letters = [...document.querySelectorAll("svg.figure text")];
      return letters.flatMap((text) => {
        const svg = text.ownerSVGElement.closest("svg.figure");
        const size = parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return size < 9 ? [size + " " + text.textContent] : [];
      });
    })()`);
    expect(small).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    const cut = await page.evaluate(
      "[...document.querySelectorAll('.stacked')].filter((own) => own.parentElement.scrollWidth > own.parentElement.clientWidth + 1).length",
    );
    expect(cut).toBe(0);
    await page.locator(".controls input").fill("nothing has this");
    expect(await page.locator("table.ledger tbody tr:visible").count()).toBe(0);
    await page.close();
  });

  test("without scripts everything is there", async () => {
    const { page } = await open("#lemma-1", { javaScriptEnabled: false });
    expect(await shown(page)).toHaveLength(IDS.length);
    expect(await page.locator(".controls").isVisible()).toBe(false);
    expect(await page.locator("#lemma-1").isVisible()).toBe(true);
    await page.close();
  });

  test.each(["light", "dark"] as const)("axe finds nothing to complain of, %s", async (colorScheme) => {
    const { page } = await open("", { colorScheme, bypassCSP: true });
    await page
      .locator("details.statement")
      .first()
      .evaluate((one) => one.setAttribute("open", ""));
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test("a root covers its fraction, and brackets are as tall as what they hold", async () => {
    const { page } = await open("#lemma-1");
    const sizes: { root: number; under: number; bracket: number; inside: number } = await page.evaluate(`(async () => {
      await document.fonts.ready;
      const box = document.createElement("div");
      box.innerHTML = '<math display="block"><msqrt><mfrac><mi>a</mi><mfrac><mi>b</mi><mi>c</mi></mfrac></mfrac></msqrt><mrow><mo fence="true" stretchy="true">(</mo><mfrac><mi>a</mi><mfrac><mi>b</mi><mi>c</mi></mfrac></mfrac><mo fence="true" stretchy="true">)</mo></mrow></math>';
      document.querySelector("main").prepend(box);
      await document.fonts.load('16px "Lemmacheck Math"');
      const height = (selector) => box.querySelector(selector).getBoundingClientRect().height;
      return { root: height("msqrt"), under: height("msqrt > mfrac"), bracket: height("mrow > mo"), inside: height("mrow > mfrac") };
    })()`);
    expect(sizes.root).toBeGreaterThanOrEqual(sizes.under);
    expect(sizes.bracket).toBeGreaterThanOrEqual(0.9 * sizes.inside);
    await page.close();
  });

  test("prints, every statement open", async () => {
    const { page } = await open();
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(50_000);
    await page.close();
  });

  test("a figure that is saved stands alone", async () => {
    const { page } = await open();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a.save").first().click()]);
    const svg = await readFile(await download.path(), "utf8");
    expect(svg).toContain("<style>");
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    await page.close();
  });

  test("what is opened is parsed at once, by mouse and by keyboard", async () => {
    const page = await browser.newPage();
    // Nothing but opening fills a section of a page that is never idle.
    await page.addInitScript("globalThis.requestIdleCallback = () => 0");
    await page.goto(`file://${file}`);
    expect(await page.locator("noscript").count()).toBe(IDS.length);
    for (const [id, act] of [
      ["lemma-1", (at: string) => page.locator(at).click()],
      ["chi-square", (at: string) => page.locator(at).press("Enter")],
    ] as const) {
      await act(`details[data-of="${id}"] > summary`);
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    }
    await page.close();
  });

  test("lays out only what is seen", async () => {
    const { page } = await open();
    const skipped = await page.evaluate(
      "[...document.querySelectorAll('details.statement')].every((one) => getComputedStyle(one).contentVisibility === 'auto')",
    );
    expect(skipped).toBe(true);
    await page.close();
  });
});
