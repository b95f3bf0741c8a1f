import { auditProperties, drawsAgree } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { smallActivations } from "../bounds/small-activations.js";

auditProperties(smallActivations);

test("drawn counts and the computed probability agree at sizes of the proof", () => {
  expect(drawsAgree(smallActivations, { d: 20_000, k: 27_000, gamma: 0.5 }, { gaussians: 1e9 })).toEqual([]);
});
