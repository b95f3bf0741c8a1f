import { drawsAgree } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { distortion } from "./paper.js";

test.each([20, 500])("draws agree with exact at m = %i", (m) => {
  expect(drawsAgree(distortion, { m, eps: 0.3 })).toEqual([]);
});
