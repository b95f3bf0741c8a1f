import { describe, expect, test } from "vitest";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { keyedStreams } from "../../chance/streams.js";
import { gradient } from "../dense-gradient.js";
import type { DenseNetwork } from "../dense-network.js";
import { drawAround } from "../testing/draw-around.js";
import { drawDeferredNeighbourhood } from "./deferred-neighbourhood.js";
import { denseNeighbourhood } from "./dense-neighbourhood.js";
import { drawFramedNeighbourhood } from "./framed-neighbourhood.js";
import { gradientVariation } from "./gradient-variation.js";
import { type AttackEffort, attackVariation } from "./variation-attack.js";
import { certifyVariation } from "./variation-certificate.js";
import { searchVariation } from "./variation-search.js";

const HARD: AttackEffort = { restarts: 40, products: 40, steps: 60, ascents: 43, polish: 1e-4 };

const LIGHT: AttackEffort = { restarts: 0, products: 0, steps: 3, ascents: 1, polish: 1 };

/** ‖∇f(x) − ∇f(x + δ)‖ by the gradients themselves. */
function variationAt(network: DenseNetwork, x: Float64Array, delta: Float64Array): number {
  const [here, there] = [x, x.map((t, i) => t + delta[i])].map((point) => gradient(network, point));
  return Math.hypot(...here.map((t, i) => t - there[i]));
}

/** The largest variation on a grid of the ball with that many points a side. */
function largestOnGrid(network: DenseNetwork, x: Float64Array, radius: number, points: number): number {
  const { d } = network;
  let largest = 0;
  for (let n = 0; n < points ** d; n++) {
    const delta = Float64Array.from(
      { length: d },
      (_, j) => radius * (-1 + (2 * (Math.floor(n / points ** j) % points)) / (points - 1)),
    );
    const length = Math.hypot(...delta);
    // What is outside goes to the sphere, where the supremum often is.
    largest = Math.max(
      largest,
      variationAt(network, x, length > radius ? delta.map((t) => (t * radius) / length) : delta),
    );
  }
  return largest;
}

/** A network with rows of one's own. */
function planted(psi: string, rows: readonly (readonly number[])[], coefficients: readonly number[]): DenseNetwork {
  return {
    activation: resolveActivation(psi),
    d: rows[0].length,
    k: rows.length,
    depth: 1,
    weights: [Float64Array.from(rows.flat())],
    coefficients: Float64Array.from(coefficients),
  };
}

describe.each([
  ["tanh", 1, 1, 1, 2001, 1.02],
  ["sin", 1, 40, 3, 4001, 1.02],
  ["tanh", 1, 400, 0.5, 2001, 1.02],
  ["softplus", 1, 10, 50, 4001, 1.05],
  ["tanh", 2, 30, 1, 101, 1.2],
  ["sin", 2, 5, 4, 201, 1.2],
  ["tanh", 3, 10, 1, 25, 2],
  ["100*tanh(t/100)", 3, 8, 2, 25, 3.5],
] as const)("%s, d = %i, k = %i, R = %d", (psi, d, k, radius, points, ratio) => {
  const { network, around, streams } = drawAround(psi, d, k);
  const { lower: attacked, delta } = attackVariation(around, radius, HARD, streams("attack"));
  const grid = largestOnGrid(network, around.x, radius, points);
  const searched = searchVariation(around, radius, { gradients: 3000, width: 0.01 });

  test("the attack finds as much as a fine grid, at a point of the ball", () => {
    expect(attacked).toBeGreaterThan(grid * (1 - 1e-5));
    expect(Math.hypot(...delta)).toBeLessThanOrEqual(radius);
    // Their rounding apart, it is what the gradients give there.
    expect(Math.abs(variationAt(network, around.x, delta) / attacked - 1)).toBeLessThan(1e-9);
  });

  test("every upper end is above, every lower end below what was found", () => {
    for (const upper of [searched.upper, certifyVariation(around, radius)])
      expect(upper).toBeGreaterThanOrEqual(attacked);
    const sandwich = gradientVariation(around, radius, streams("attack"));
    expect(sandwich.upper).toBeGreaterThanOrEqual(attacked);
    expect(sandwich.lower).toBeGreaterThan(0.7 * attacked);
    expect(sandwich.lower).toBeLessThanOrEqual(Math.max(attacked, searched.upper));
  });

  test("branch and bound closes on the truth, more slowly where d is 3 or ψ'' is small beside L", () => {
    expect(searched.lower).toBeGreaterThan(0.97 * grid);
    expect(searched.upper).toBeLessThan(ratio * attacked);
  });
});

describe("planted suprema, known in closed form", () => {
  test("all neurons alike: √k(1 − sech² R), though the Hessian at x is 0", () => {
    const network = planted(
      "tanh",
      [
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      [1, 1, 1, 1],
    );
    const around = denseNeighbourhood(network, new Float64Array(3));
    const truth = 2 * Math.tanh(2.5) ** 2;
    const { lower, upper } = gradientVariation(
      around,
      2.5,
      keyedStreams({ seed: "p", sampler: "t", parameters: {} })(0)("a"),
    );
    expect(lower).toBeLessThanOrEqual(truth);
    expect(lower).toBeGreaterThan(truth * (1 - 1e-9));
    expect(upper).toBeGreaterThanOrEqual(truth);
  });

  test("a maximum inside the ball, on the way to a sphere where nothing is left", () => {
    // sin: ψ' = cos from 1 at u = 0 down to −1 at t = π, back to 1 at t = 2π = R.
    const network = planted(
      "sin",
      [
        [1, 0],
        [0, 1e-3],
      ],
      [1, 1],
    );
    const around = denseNeighbourhood(network, new Float64Array(2));
    const { lower, upper } = gradientVariation(
      around,
      2 * Math.PI,
      keyedStreams({ seed: "p", sampler: "t", parameters: {} })(0)("a"),
    );
    const truth = 2 / Math.SQRT2;
    expect(lower).toBeGreaterThan(truth * (1 - 1e-3));
    expect(upper).toBeGreaterThanOrEqual(truth);
  });

  test("one neuron in 2000 dimensions: the ends meet", () => {
    const { around, streams } = drawAround("sin", 2000, 1);
    const { lower, upper } = gradientVariation(around, 1, streams("attack"));
    const norm = around.rowNorms[0];
    const u = around.preActivations[0];
    let truth = 0;
    for (let i = -4000; i <= 4000; i++)
      truth = Math.max(truth, norm * Math.abs(Math.cos(u) - Math.cos(u + (norm * i) / 4000)));
    expect(lower).toBeGreaterThan(truth * (1 - 1e-6));
    expect(upper).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
    expect(upper).toBeLessThan(truth * 1.001);
  });

  test("a linear ψ varies nowhere", () => {
    const { around, streams } = drawAround("identity", 20, 10);
    expect(gradientVariation(around, 3, streams("attack"))).toEqual({ lower: 0, upper: 0 });
  });
});

describe("the certificate", () => {
  test.each([1e-300, 1e-8, 1, 1e8, 1e300])("is above the attack at radius %s", (radius) => {
    for (const [d, k, coefficients] of [
      [30, 20, "gaussian"],
      [5, 200, "rademacher"],
    ] as const) {
      const { around, streams } = drawAround("tanh", d, k, "certificate", coefficients);
      const { lower, upper } = gradientVariation(around, radius, streams("attack"), {
        attack: HARD,
        search: { gradients: 100, width: 0.1 },
      });
      expect(upper).toBeGreaterThanOrEqual(lower);
      expect(upper).toBeLessThan(Infinity);
      expect(certifyVariation(around, radius)).toBeLessThanOrEqual(
        (around.operatorNorm.upper ** 2 *
          around.activation.smoothness *
          radius *
          Math.max(...around.coefficients.map(Math.abs)) *
          1.000001) /
          Math.sqrt(k),
      );
    }
  });

  test("without one factor ‖W‖ it would be broken: the mutant is caught", () => {
    const { around, streams } = drawAround("tanh", 2, 50);
    const { lower } = attackVariation(around, 0.1, HARD, streams("attack"));
    const { upper: norm } = around.operatorNorm;
    expect(lower).toBeGreaterThan(certifyVariation(around, 0.1) / norm ** 2);
  });

  test("at Gaussian coefficients the steepest neurons take the budget", () => {
    // Two orthogonal neurons; all of R goes to the one with |a| = 3.
    const network = planted(
      "pseudo-huber",
      [
        [1, 0],
        [0, 1],
      ],
      [3, -1],
    );
    const around = denseNeighbourhood(network, new Float64Array(2));
    const upper = certifyVariation(around, 0.01);
    expect(upper).toBeGreaterThan((3 * 0.01 * 0.9999) / Math.SQRT2);
    expect(upper).toBeLessThan((3 * 0.01 * 1.0001) / Math.SQRT2);
  });

  test("ψ without a finite L is refused", () => {
    const { around, streams } = drawAround("relu", 5, 5);
    expect(() => gradientVariation(around, 1, streams("attack"))).toThrow(
      "activation is relu; it must have a finite L",
    );
  });
});

describe.each([
  ["deferred", drawDeferredNeighbourhood],
  ["framed", drawFramedNeighbourhood],
] as const)("a %s network", (_, drawUnseen) => {
  test("is sandwiched alike: the lower ends of both have the same law up to the attack's effort", () => {
    const [d, k, draws] = [60, 40, 60];
    const activation = resolveActivation("tanh");
    const [means, squares] = [
      [0, 0],
      [0, 0],
    ];
    for (let draw = 0; draw < draws; draw++) {
      const streams = keyedStreams({ seed: "deferred", sampler: "t", parameters: {} })(draw);
      const unseen = drawUnseen(activation, { d, k }, streams);
      const dense = drawAround("tanh", d, k, `dense ${draw}`).around;
      [unseen, dense].forEach((around, i) => {
        const { lower } = attackVariation(around, 1, LIGHT, streams("attack"));
        expect(lower).toBeGreaterThan(0);
        expect(certifyVariation(around, 1)).toBeGreaterThan(lower);
        means[i] += lower / draws;
        squares[i] += lower ** 2 / draws;
      });
    }
    const spread = Math.sqrt((squares[0] - means[0] ** 2 + squares[1] - means[1] ** 2) / draws);
    // Seven standard errors: a false alarm rate below 1e-9.
    expect(Math.abs(means[0] - means[1])).toBeLessThan(7 * spread);
    expect(spread).toBeLessThan(0.025 * means[0]);
  });
});
