import { expect, test } from "vitest";
import { type BoundedPanel, splitPanels, wholeEnds } from "./proven-panels.js";

const make = (low: number, high: number): BoundedPanel => ({ low, high, error: (high - low) ** 3 });
const ends = (panels: readonly BoundedPanel[]) =>
  [...panels.map(({ low }) => low), panels[panels.length - 1].high].join(" ");
const total = (panels: readonly BoundedPanel[]) => panels.reduce((sum, { error }) => sum + error, 0);

test("begin at whole numbers, and around kinks", () => {
  expect(wholeEnds([], 4)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  expect(wholeEnds([0, 0.3, 4, -9], 4)).toEqual([
    -4,
    -3,
    -2,
    -1,
    0,
    0.3 * (1 - 2 ** -52),
    0.3,
    0.3 * (1 + 2 ** -52),
    1,
    2,
    3,
    4 * (1 - 2 ** -52),
    4,
  ]);
  expect(wholeEnds([], 38.6)).toEqual([
    -38.6, -27, -18, -12, -8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 12, 18, 27, 38.6,
  ]);
  expect(wholeEnds([], 38.6, true)).toEqual([-38.6, -8, -4, -2, 0, 2, 4, 8, 38.6]);
});

test("are halved until what is left is enough, and no further", () => {
  for (const goal of [100, 1, 0.03]) {
    const panels = splitPanels([-2, 0, 1, 5], make, () => goal);
    expect(total(panels)).toBeLessThanOrEqual(goal);
    expect([panels[0].low, panels[panels.length - 1].high]).toEqual([-2, 5]);
    panels.forEach(({ low }, i) => {
      if (i > 0) expect(low).toBe(panels[i - 1].high);
    });
  }
  expect(ends(splitPanels([-2, 0, 1, 5], make, () => 100))).toBe("-2 0 1 5");
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to these ends, also where there are panels enough or none can be halved", () => {
  const cases = [73, 72.9, 20, 1, 0.1].flatMap((goal) =>
    [3, 4, 6, 9, 3000].map((most) => ends(splitPanels([-2, 0, 1, 5], make, () => goal, most))),
  );
  expect(cases.join("\n")).toMatchSnapshot();
  const least = [1, 1 + 2 ** -52, 1 + 3 * 2 ** -52, 1 + 8 * 2 ** -52];
  expect(
    ends(
      splitPanels(
        least,
        (low, high) => ({ low, high, error: 1 }),
        () => 0.5,
      ),
    ),
  ).toMatchSnapshot();
  const steep = (low: number, high: number) => ({ low, high, error: high > 1 && low <= 1 ? high - low : 0 });
  expect(ends(splitPanels([0, 4], steep, (panels) => 0.1 * panels.length, 20))).toMatchSnapshot();
});
