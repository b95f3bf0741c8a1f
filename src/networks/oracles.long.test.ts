import { expect, test } from "vitest";
import { resolveActivation } from "../activations/resolve-activation.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { hessian } from "./dense-hessian.js";
import { drawSphereInput } from "./dense-input.js";
import { INITIALISATIONS } from "./dense-network.js";
import { value } from "./dense-value.js";
import { numpyDerivatives } from "./testing/numpy-oracle.js";

const SIZES: readonly (readonly [d: number, k: number | readonly number[], depth: number])[] = [
  [1, 1, 1],
  [9, 40, 1],
  [30, 5, 1],
  [12, 9, 2],
  [8, [5, 17, 3], 3],
  [6, 11, 6],
];

const norm = (x: ArrayLike<number>) => Math.sqrt(Array.from(x).reduce((sum, y) => sum + y * y, 0));
const apart = (x: ArrayLike<number>, y: ArrayLike<number>) => norm(Array.from(x, (xi, i) => xi - y[i]));

test("f, ∇f and ∇²f are those of NumPy on the same weights, to 1e-12", { timeout: 120_000 }, ({ skip }) => {
  const cases = ["tanh", "sin", "softplus", "atan", "relu"].flatMap((id) =>
    SIZES.flatMap(([d, k, depth], size) =>
      INITIALISATIONS.map((initialisation) => {
        const random = keyedStreams({ seed: "oracle", sampler: id, parameters: { size, initialisation } })(0);
        const setting = { psi: resolveActivation(id), d, k, depth, initialisation };
        return { network: drawDenseNetwork(setting, random), x: drawSphereInput(d, undefined, random) };
      }),
    ),
  );
  const found = numpyDerivatives(cases);
  if (found === null) {
    skip("python3-numpy is not installed");
    return;
  }
  expect(found).toHaveLength(cases.length);
  cases.forEach(({ network, x }, i) => {
    const name = `${network.activation.id}, d ${network.d}, L ${network.depth}`;
    const truth = found[i];
    const slope = gradient(network, x);
    expect(Math.abs(value(network, x) - truth.value), name).toBeLessThan(1e-12 * (1 + Math.abs(truth.value)));
    expect(apart(slope, truth.gradient), name).toBeLessThanOrEqual(1e-12 * norm(truth.gradient));
    // ReLU's is 0 but for a null set, and none is claimed.
    if (network.activation.secondDerivative)
      expect(apart(hessian(network, x), truth.hessian), name).toBeLessThanOrEqual(1e-12 * norm(truth.hessian));
  });
});
