import { describe, expect, test } from "vitest";
import { identity } from "../activations/identity.js";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { drawSphereInput } from "./dense-input.js";
import { value } from "./dense-value.js";
import { descendToFlip } from "./descent.js";

const streams = keyedStreams({ seed: "1", sampler: "descent", parameters: {} });

function draw(activation: typeof relu, d: number, k: number, number: number) {
  const random = streams(number);
  return { network: drawDenseNetwork({ psi: activation, d, k }, random), x: drawSphereInput(d, undefined, random) };
}

describe("descent to a change of sign", () => {
  test("of a linear f takes one step and goes |f|/‖∇f‖, the distance itself", () => {
    for (let i = 0; i < 20; i++) {
      const { network, x } = draw(identity, 8, 5, i);
      const nearest = Math.abs(value(network, x)) / Math.hypot(...gradient(network, x));
      const { distance, steps } = descendToFlip(network, x, { longest: Infinity });
      expect(steps).toBe(1);
      // The last point lies beyond the zero by at most the overshoot over 2¹².
      expect(distance / nearest).toBeGreaterThanOrEqual(1);
      expect(distance / nearest).toBeLessThan(1 + 1.05 / 4096 + 1e-12);
    }
  });

  test("is never nearer than |f| over a Lipschitz constant, here Lip(ψ)·‖W‖_F", () => {
    for (const psi of [relu, tanh])
      for (let i = 0; i < 20; i++) {
        const { network, x } = draw(psi, 50, 20, i);
        const lipschitz = psi.lipschitz * Math.hypot(...network.weights[0]);
        expect(descendToFlip(network, x).distance).toBeGreaterThanOrEqual(Math.abs(value(network, x)) / lipschitz);
      }
  });

  test("in one dimension ends at the crossing next to x that a fine scan sees on its side", () => {
    const { network, x } = draw(tanh, 1, 9, 3);
    const { distance } = descendToFlip(network, x, { longest: 1e-3, steps: 20_000 });
    const start = value(network, x);
    const scan = (sign: number) => {
      for (let t = 0; t < 20; t += 1e-4)
        if (
          value(
            network,
            x.map((s) => s + sign * t),
          ) *
            start <
          0
        )
          return t;
      return Infinity;
    };
    const slope = gradient(network, x)[0];
    expect(Math.abs(distance - scan(-Math.sign(start * slope)))).toBeLessThan(1e-3);
  });

  test("finds nothing where there is no gradient, or no sign to change", () => {
    const dead = { ...draw(relu, 3, 2, 1).network, weights: [new Float64Array(6)] };
    expect(descendToFlip(dead, new Float64Array(3))).toEqual({ distance: Infinity, steps: 0 });
  });
});
