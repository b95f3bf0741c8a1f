import { expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { diceOf } from "./dice.js";
import { noElites } from "./elites.js";
import type { Place } from "./place.js";
import type { Probe } from "./probe.js";

const elites = () => noElites(diceOf(keyedStreams({ seed: "1", sampler: "search", parameters: {} })(0)("candidates")));

const placeAt = (gamma: number, k: number): Place => ({
  spots: { gamma: { value: gamma }, k: { value: k } },
  raise: "none",
});
const seen = (gamma: number, k: number, excess: number, status: Probe["status"] = "judged"): Probe => ({
  cell: { gamma, k },
  status,
  excess,
  sure: false,
  computed: true,
  held: 1,
  holding: [],
  failing: [],
  failure: null,
});

const gammas = (best: ReturnType<typeof noElites>) =>
  new Set(Array.from({ length: 100 }, () => best.pick().spots.gamma.value));

test("cells at which nearly all failures are allowed are kept beside many that come nearer at other γ", () => {
  const best = elites();
  best.learn(placeAt(0.99, 1), "", seen(0.99, 1, -10));
  for (let k = 1; k <= 50; k++) best.learn(placeAt(0.05, k), "", seen(0.05, k, -5 + k / 100));
  expect(gammas(best)).toEqual(new Set([0.99, 0.05]));
});

test("where something can be judged, what cannot be is no use at any γ", () => {
  const best = elites();
  best.learn(placeAt(0.99, 1), "", seen(0.99, 1, -10, "beyond"));
  expect(best.judged).toBe(false);
  best.learn(placeAt(0.05, 1), "", seen(0.05, 1, -20));
  best.learn(placeAt(0.99, 2), "", seen(0.99, 2, -9, "beyond"));
  expect(best.judged).toBe(true);
  expect(gammas(best)).toEqual(new Set([0.05]));
});
