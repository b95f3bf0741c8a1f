import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { attackStarts } from "./attack-starts.js";
import { type AttackEffort, attackVariation } from "./variation-attack.js";
import { certifyVariation } from "./variation-certificate.js";

const EFFORTS: readonly AttackEffort[] = [
  { restarts: 0, products: 0, steps: 0, ascents: 1, polish: 1 },
  { restarts: 1, products: 8, steps: 5, ascents: 2, polish: 0.05 },
  { restarts: 3, products: 4, steps: 12, ascents: 5, polish: 1e-3 },
  { restarts: 0, products: 0, steps: 3, ascents: 0, polish: 0.1 },
];

const SETTINGS = [
  ["tanh", 1, 1],
  ["tanh", 1, 6],
  ["tanh", 5, 1],
  ["sin", 2, 3],
  ["tanh", 4, 9],
  ["softplus", 12, 30],
  ["0.05*tanh(t/0.05)", 6, 12],
  ["identity", 3, 4],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("starts that a network suggests, to the last bit", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of SETTINGS) {
    const { around, streams } = drawAround(psi, d, k, "starts", "gaussian");
    for (const effort of EFFORTS)
      rows.push(`${psi} ${d} ${k}: ${exactly(attackStarts(around, effort, streams("attack")))}`);
  }
  expect(rows).toMatchSnapshot();
});

test("what an attack finds, to the last bit: in the ball, and below the certificate", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of SETTINGS) {
    const { around, streams } = drawAround(psi, d, k, "attack");
    for (const radius of [0.01, 1, 40])
      for (const [i, effort] of EFFORTS.entries()) {
        const { delta, t, h, norm, lower } = attackVariation(around, radius, effort, streams("attack"));
        rows.push(`${psi} ${d} ${k} ${radius} ${i}: ${exactly({ delta, t, norm, lower })}`);
        expect(Math.hypot(...delta)).toBeLessThanOrEqual(radius);
        expect(Math.hypot(...h)).toBeCloseTo(norm, 12);
        expect(lower).toBeLessThanOrEqual(norm);
        expect(lower).toBeLessThanOrEqual(certifyVariation(around, radius));
      }
  }
  expect(rows).toMatchSnapshot();
});

test("hints that are 0, or beyond doubles, are passed over", () => {
  const around = plantedAround("tanh", [[1, 2]], [1], [0.5, 0]);
  const [zero, huge] = [new Float64Array(2), new Float64Array(2).fill(1e200)];
  const bits = () => 0;
  const none = attackVariation(around, 1, EFFORTS[1], bits, [zero, huge]);
  expect(none).toEqual({ delta: zero, t: new Float64Array(1), h: zero, norm: 0, lower: 0 });
  const some = attackVariation(around, 1, EFFORTS[1], bits, [zero, Float64Array.of(1, 0), huge]);
  expect(exactly([some.delta, some.norm, some.lower])).toMatchSnapshot();
});
