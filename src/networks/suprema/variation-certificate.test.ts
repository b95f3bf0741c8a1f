import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { drawDeferredNeighbourhood } from "./deferred-neighbourhood.js";
import { attackVariation } from "./variation-attack.js";
import { certifyVariation } from "./variation-certificate.js";

const RADII = [1e-3, 0.1, 0.3, 1, 3, 10, 100];

// Pinned to the last bit: an error bound that changes must be seen.
test("certificates at every radius, by what slopes can be and without a look at them", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of [
    ["tanh", 1, 1],
    ["tanh", 3, 5],
    ["sin", 2, 40],
    ["softplus", 30, 4],
    ["0.05*tanh(t/0.05)", 6, 12],
    ["10*tanh(t/10)", 5, 3000],
  ] as const)
    for (const law of ["rademacher", "gaussian"] as const) {
      const { around, streams } = drawAround(psi, d, k, "certificate", law);
      for (const radius of RADII) {
        const found = [certifyVariation(around, radius), certifyVariation(around, radius, 0)];
        if (k < 1000) found.push(certifyVariation(around, radius, 10 * k), certifyVariation(around, radius, 1));
        rows.push(`${psi} ${d} ${k} ${law} ${radius}: ${exactly(found)}`);
        const effort = { restarts: 2, products: 2, steps: 3, ascents: 2, polish: 0.1 };
        if (k > 1000) continue;
        const { lower } = attackVariation(around, radius, effort, streams("attack"));
        for (const upper of found) expect(upper).toBeGreaterThanOrEqual(lower);
        expect(found[0]).toBeLessThan(100 * lower);
      }
    }
  expect(rows).toMatchSnapshot();
});

test("a line has no variation, nor has a network without weights", () => {
  const { around } = drawAround("identity", 3, 4);
  expect(certifyVariation(around, 7)).toBe(0);
  const none = plantedAround(
    "tanh",
    [
      [0, 0],
      [0, 0],
    ],
    [1, -1],
    [1, 1],
  );
  expect(certifyVariation(none, 7)).toBe(0);
});

test("one neuron: |a|·‖w‖ times the range of its slope, from above", () => {
  const around = plantedAround("tanh", [[3, 4]], [-2], [0, 0]);
  // ψ' falls from 1 at 0 to 1 − tanh²(5R).
  for (const radius of [0.01, 0.2, 1]) {
    const truth = 10 * Math.tanh(5 * radius) ** 2;
    const found = certifyVariation(around, radius);
    expect(found).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
    expect(found).toBeLessThan(radius < 0.1 ? 20 * truth : 1.05 * truth);
  }
});

test("coefficients of several sizes, and a weightless neuron: the steepest get the budget first", () => {
  const rows = [
    [1, 0.5],
    [0, 2],
    [0, 0],
    [-1, 1],
  ];
  const found = [
    [1, -1, 1, -1],
    [3, -1, 5, 0.1],
    [0.1, 0.2, 0.3, 0.4],
  ].map((a) => RADII.map((radius) => certifyVariation(plantedAround("tanh", rows, a, [1, -2]), radius)));
  expect(found.map(exactly)).toMatchSnapshot();
  for (const one of found) expect(one).toEqual(one.toSorted((p, q) => p - q));
});

test("around weights that are not in memory", () => {
  const { streams } = drawAround("tanh", 2, 2, "deferred certificate");
  const { around } = drawAround("tanh", 2, 2);
  const unseen = drawDeferredNeighbourhood(around.activation, { d: 50, k: 20 }, streams);
  expect(exactly(RADII.map((radius) => certifyVariation(unseen, radius)))).toMatchSnapshot();
});
