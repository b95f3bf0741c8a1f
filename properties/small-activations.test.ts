import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { smallActivations } from "../bounds/small-activations.js";
import { drawsAgree } from "./testing/draws-agree.js";

auditProperties(smallActivations);

test.each([18, 22, 26])("drawn counts and the computed probability agree about %i", async (bound) => {
  expect(await drawsAgree(smallActivations, { d: 20_000, k: 27_000 }, bound)).toBe(true);
});
