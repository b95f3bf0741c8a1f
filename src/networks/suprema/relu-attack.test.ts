import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { drawFramedNeighbourhood } from "./framed-neighbourhood.js";
import { attackRelu, type ReluEffort } from "./relu-attack.js";
import { certifyFlips, certifyReluVariation } from "./relu-certificate.js";
import { exactReluSuprema } from "./relu-exact.js";

const EFFORTS: readonly ReluEffort[] = [
  { starts: 1, restarts: 0, steps: 1, temperatures: 1 },
  { starts: 2, restarts: 0, steps: 3, temperatures: 3 },
  { starts: 2, restarts: 2, steps: 6, temperatures: 4 },
];
const TARGETS = ["variation", "flips"] as const;

/** Neurons whose activation at x + δ has another sign. */
function flipsAt(u: Float64Array, t: Float64Array): number {
  return u.reduce((count, v, i) => count + Number(v > 0 !== v + t[i] > 0), 0);
}

// Pinned to the last bit: an error bound that changes must be seen.
test("what an attack finds, to the last bit: in the ball, true there, below what is certified and, in few dimensions, exact", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 1],
    [1, 5],
    [2, 7],
    [3, 12],
    [6, 20],
    [15, 4],
  ])
    for (const law of ["rademacher", "gaussian"] as const) {
      const { around, streams } = drawAround("relu", d, k, "relu attack", law);
      for (const radius of [0.02, 0.6, 1.1 * Math.sqrt(d)])
        for (const [i, effort] of EFFORTS.entries())
          for (const target of TARGETS) {
            const { delta, lower } = attackRelu(around, radius, target, effort, streams("attack"));
            rows.push(`${d} ${k} ${law} ${radius} ${i} ${target}: ${exactly({ delta, lower })}`);
            expect(Math.hypot(...delta)).toBeLessThanOrEqual(radius);
            const t = around.product(delta);
            const flips = flipsAt(around.preActivations, t);
            if (target === "flips") expect(lower).toBe(flips);
            else {
              const { preActivations: u, coefficients: a } = around;
              const s = u.map((v, l) => (v > 0 === v + t[l] > 0 ? 0 : v > 0 ? a[l] : -a[l]));
              const change = Math.hypot(...around.transposedProduct(s)) / Math.sqrt(k);
              expect(lower).toBeLessThanOrEqual(change);
              expect(lower).toBeGreaterThan(change * (1 - 1e-11) - 1e-11);
            }
            const upper = target === "flips" ? certifyFlips(around, radius) : certifyReluVariation(around, radius);
            expect(lower).toBeLessThanOrEqual(upper);
            if (d <= 3) expect(lower).toBeLessThanOrEqual(exactReluSuprema(around, radius)[target].upper);
          }
    }
  expect(rows).toMatchSnapshot();
});

test("around weights that are not in memory, where rounding leaves more open", () => {
  const { streams } = drawAround("relu", 2, 2, "unseen");
  const rows: string[] = [];
  for (const d of [3, 2 ** 30])
    for (const radius of [0.5, 0.9 * Math.sqrt(d)])
      for (const target of TARGETS) {
        const around = drawFramedNeighbourhood(relu, { d, k: 30 }, streams);
        const { delta, lower } = attackRelu(around, radius, target, EFFORTS[1], streams("attack"));
        rows.push(
          `${d} ${radius} ${target}: ${exactly({ delta, lower, certified: certifyReluVariation(around, radius) })}`,
        );
      }
  expect(rows).toMatchSnapshot();
});

test("a neuron at its kink is taken not to flip, and what it may give is taken off", () => {
  const rows = [
    [1, 0],
    [0, 1],
    [3, 3],
  ];
  const at = (x: readonly number[], target: (typeof TARGETS)[number]) =>
    attackRelu(plantedAround("relu", rows, [1, -2, 1], x), 0.5, target, EFFORTS[1], () => 0);
  const found = [
    [0, 0.1],
    [0.1, 0],
    [0.1, 0.1],
    [5, 5],
    [0, 0],
  ].flatMap((x) => TARGETS.map((target) => at(x, target)));
  expect(found.map(({ delta, lower }) => exactly({ delta, lower }))).toMatchSnapshot();
  expect(at([5, 5], "flips")).toEqual({ delta: new Float64Array(2), lower: 0 });
});
