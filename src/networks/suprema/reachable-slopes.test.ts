import { describe, expect, test } from "vitest";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { reachableSlopes } from "./reachable-slopes.js";
import { certifyVariation } from "./variation-certificate.js";

describe.each(["tanh", "sin", "softplus", "erf", "identity", "10*(sqrt(1+(t/10)^2)-1)"])("%s", (id) => {
  const psi = resolveActivation(id);

  test.each([0, 1, 2, 7, 50, 1000])("no slope within reach is outside, with %i points a side", (m) => {
    for (const u of [-3, -0.4, 0, 0.66, 2, 40])
      for (const reach of [0, 1e-9, 0.3, 1, 5, 100]) {
        const { least, most } = reachableSlopes(psi, u, reach, m);
        expect(least).toBeLessThanOrEqual(most);
        expect(least).toBeGreaterThanOrEqual(-psi.lipschitz);
        expect(most).toBeLessThanOrEqual(psi.lipschitz);
        const slopes = Array.from({ length: 401 }, (_, i) => psi.derivative(u + (reach * (i - 200)) / 200));
        expect(Math.min(...slopes)).toBeGreaterThanOrEqual(least);
        expect(Math.max(...slopes)).toBeLessThanOrEqual(most);
      }
  });

  test("many points close in on the range", () => {
    const { least, most } = reachableSlopes(psi, 0.5, 2, 4000);
    const slopes = Array.from({ length: 4001 }, (_, i) => psi.derivative(0.5 - 2 + i / 1000));
    expect(Math.min(...slopes) - least).toBeLessThan(psi.smoothness / 1000 + 1e-13);
    expect(most - Math.max(...slopes)).toBeLessThan(psi.smoothness / 1000 + 1e-13);
  });
});

test("without what lies between the points the range would be too narrow: the mutant is caught", () => {
  const { derivative, smoothness } = resolveActivation("sin");
  const [u, reach, m] = [Math.PI, 10, 3];
  const { least } = reachableSlopes(resolveActivation("sin"), u, reach, m);
  const mutant = least + (smoothness * reach) / (2 * m);
  const truth = Math.min(...Array.from({ length: 2001 }, (_, i) => derivative(u + (reach * (i - 1000)) / 1000)));
  expect(truth).toBeGreaterThanOrEqual(least);
  expect(truth).toBeLessThan(mutant);
});

test("at a large radius the middle of the range cancels by its signs", () => {
  const { around } = drawAround("sin", 20, 400);
  const { upper: norm } = around.operatorNorm;
  // Far out ψ' = cos has all of [−1, 1]: half its width is 1, its middle cos(u).
  const bound = certifyVariation(around, 1e6);
  const cosines = Math.hypot(...around.preActivations.map(Math.cos));
  expect(bound).toBeLessThan(norm + (1.5 * cosines) / 20);
  expect(bound).toBeGreaterThan(norm);
  const withoutMiddle = (norm / 20) * Math.hypot(...around.preActivations.map((u) => 1 + Math.abs(Math.cos(u))));
  expect(bound).toBeLessThan(0.8 * withoutMiddle);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("ranges of slopes, to the last bit", () => {
  const rows: string[] = [];
  for (const psi of ["tanh", "sin", "softplus", "identity"])
    for (const u of [0, -0.4, 3, 1e3])
      for (const reach of [0, 1e-9, 0.2, 2, 1e6])
        for (const m of [0, 1, 2, 9]) {
          const { least, most } = reachableSlopes(resolveActivation(psi), u, reach, m);
          rows.push(`${psi} ${u} ${reach} ${m}: ${exactly([least, most])}`);
        }
  expect(rows).toMatchSnapshot();
});
