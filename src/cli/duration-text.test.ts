import { expect, test } from "vitest";
import { aboutText, durationText } from "./duration-text.js";

test.each([
  [0, "under 1 s", "under 1 s"],
  [40.4, "40 s", "about 40 s"],
  [180, "3 min", "about 3 min"],
  [7500, "2 h 5 min", "about 2 h 5 min"],
  [4 * 86_400, "4 days", "about 4 days"],
])("%d s, and an estimate of as much", (seconds, text, about) => {
  expect([durationText(seconds), aboutText(seconds)]).toEqual([text, about]);
});
