import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Tint } from "./output.js";
import { startProgress } from "./progress.js";

const isTTY = process.stderr.isTTY;

/** Everything that a terminal is sent, in order: what the bar writes, and lines of results as [tint] line. */
let sent: string[] = [];
const output = {
  print: (line: string, tint?: Tint) => void sent.push(`[${tint ?? ""}] ${line}`),
  outlive: () => undefined,
};

beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
  process.stderr.isTTY = true;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    sent.push(String(text));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  process.stderr.isTTY = isTTY;
});

test("results keep their colour above the bar, which leaves them alone when it stops", async () => {
  const progress = startProgress({ steps: 2 }, false, output);
  progress.print("before the bar", "unsure");
  await vi.advanceTimersByTimeAsync(2100);
  await vi.waitFor(() => expect(sent.join("")).toContain("0/2"));
  progress.step("one");
  progress.print("refuted", "bad");
  progress.stop();
  const result = sent.indexOf("[bad] refuted");
  expect(sent[0]).toBe("[unsure] before the bar");
  expect(result).toBeGreaterThan(0);
  // Where the cursor goes back to is saved after the last line of results, not before it.
  const restored = sent.lastIndexOf("\u001B8");
  expect(restored).toBeGreaterThan(result);
  expect(sent.lastIndexOf("\u001B7", restored)).toBeGreaterThan(result);
});

test("no bar is shown in the first two seconds", async () => {
  const progress = startProgress({ steps: 1 }, false, output);
  await vi.advanceTimersByTimeAsync(1900);
  progress.step("one");
  progress.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual([]);
});

test("a clock that jumps forwards is no time that has passed", () => {
  process.stderr.isTTY = false;
  const progress = startProgress({ steps: 3 }, false, output);
  vi.advanceTimersByTime(100);
  vi.setSystemTime(Date.now() + 86_400_000);
  progress.step("one");
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(2100);
  progress.step("two");
  progress.stop();
  expect(sent).toEqual([expect.stringMatching(/^2\/3 two, about 1 s left\n$/)]);
});

test("a clock that is put back keeps no line", () => {
  process.stderr.isTTY = false;
  const progress = startProgress({ steps: 3 }, false, output);
  vi.advanceTimersByTime(2100);
  vi.setSystemTime(Date.now() - 86_400_000);
  progress.step("one");
  progress.stop();
  expect(sent).toEqual([expect.stringMatching(/^1\/3 one, about \d+ s left\n$/)]);
});
