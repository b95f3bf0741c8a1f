import { afterEach, expect, test, vi } from "vitest";
import { timed } from "./timed.js";

afterEach(() => {
  vi.useRealTimers();
});

/** Long enough for a limit that heeds the clock of the day to be met. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 250));

test.each([86_400_000, -86_400_000])("a clock that jumps by %d ms neither ends a search nor counts", async (jump) => {
  const { result, isOver, used } = await timed({ seconds: 3600, coreSeconds: 3600 }, async (until) => {
    vi.setSystemTime(Date.now() + jump);
    await turn();
    return until.aborted;
  });
  expect({ result, isOver }).toEqual({ result: false, isOver: false });
  expect(used.seconds).toBeGreaterThan(0);
  expect(used.seconds).toBeLessThan(3600);
});

test("a search ends when its time is over, though the clock was put back", async () => {
  const { isOver } = await timed({ seconds: 0.01, coreSeconds: Infinity }, async (until) => {
    vi.setSystemTime(Date.now() - 86_400_000);
    await new Promise((resolve) => until.addEventListener("abort", resolve));
  });
  expect(isOver).toBe(true);
});
