import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { fillNormal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { gradient } from "../dense-gradient.js";
import { dot } from "../dense-products.js";
import { value } from "../dense-value.js";
import { runningStreams } from "../testing/running-streams.js";
import { addTimes, scale } from "../vector-loops.js";
import { drawPlane } from "./plane.js";

/** Against dense networks: two samples of one law are further apart in any statistic than APART with probability ≤ 1e-9. */
const DRAWS = 4000;
const APART = 2 * dkwDistance(DRAWS, 1e-9 / 10);

type Shown = readonly number[];
const statistics = ([f, norm, p, q, r]: Shown) => [f, norm, p - f, q - f, r - q, p * q];

test.each([
  { psi: relu, d: 4, k: 5, depth: 2, initialisation: "he" },
  { psi: tanh, d: 3, k: 2, depth: 1 },
] as const)("$psi.id, d = $d, k = $k, L = $depth", (shape) => {
  const dense = runningStreams("plane dense", { d: shape.d });
  const law = runningStreams("plane law", { d: shape.d });
  const x = new Float64Array(shape.d).fill(1);
  const found = [0, 1].map(() => Array.from({ length: 6 }, () => new Float64Array(DRAWS)));
  for (let i = 0; i < DRAWS; i++) {
    const network = drawDenseNetwork(shape, dense);
    const g = gradient(network, x);
    const norm = Math.sqrt(dot(g, g));
    const v = new Float64Array(shape.d);
    fillNormal(v, dense("v"));
    const basis: Float64Array[] = [];
    for (const one of [x.slice(), g.slice(), v])
      if (orthogonalise(one, basis, new Float64Array(basis.length)) > 0) basis.push(one);
    if (norm > 0) scale(g, 1 / norm);
    const at = (s: number, t: number) => {
      const point = x.slice();
      addTimes(point, s, g);
      addTimes(point, t, v);
      return value(network, point);
    };
    statistics([value(network, x), norm, at(2, 0), at(1, 2), at(1, 2.5)]).forEach((one, j) => {
      found[0][j][i] = one;
    });
    const plane = drawPlane(shape, law);
    statistics([plane.value, plane.gradientNorm, plane.at(2, 0), plane.at(1, 2), plane.at(1, 2.5)]).forEach(
      (one, j) => {
        found[1][j][i] = one;
      },
    );
  }
  for (const [j, values] of found[0].entries())
    expect(distanceBetween(values, found[1][j]), String(j)).toBeLessThan(APART);
});

test("what has no plane, or does not fit, is refused", () => {
  const random = runningStreams("plane", {});
  expect(() => drawPlane({ psi: relu, d: 2, k: 2 }, random)).toThrow(/^d is 2; it must be at least 3/);
  expect(() => drawPlane({ psi: relu, d: 9, k: 1e4, depth: 3 }, random)).toThrow(/must be at most 2\^25/);
});

// Pinned to the last bit: a draw that changes must be seen.
test("planes of all shapes, to the last bit, and what has none is refused in full", () => {
  const streams = keyedStreams({ seed: "plane", sampler: "pinned", parameters: {} });
  const rows: string[] = [];
  for (const [n, setting] of (
    [
      { psi: tanh, d: 3, k: 1 },
      { psi: tanh, d: 4, k: 6, norm: 3 },
      { psi: relu, d: 9, k: [5, 2, 7], initialisation: "he", coefficients: "gaussian" },
      { psi: relu, d: 9, k: 1, depth: 3 },
    ] as const
  ).entries()) {
    const { value, gradientNorm, at } = drawPlane(setting, streams(n));
    rows.push(`${n}: ${exactly({ value, gradientNorm, at: [at(0, 0), at(1, 0), at(0, 1), at(-2, 3)] })}`);
    expect(at(0, 0)).toBe(value);
    // Along the gradient f rises by its norm, across it not at all.
    const [along, across] = [at(1e-6, 0) - at(-1e-6, 0), at(0, 1e-6) - at(0, -1e-6)].map((t) => t / 2e-6);
    expect(along).toBeCloseTo(gradientNorm, 6);
    expect(across).toBeCloseTo(0, 6);
  }
  expect(rows).toMatchSnapshot();
  const draw = (setting: object) => () => drawPlane({ psi: tanh, d: 3, k: 2, ...setting }, streams(0));
  expect(draw({ d: 2 })).toThrow(
    new RangeError("d is 2; it must be at least 3, for a direction across x and the gradient"),
  );
  const fit = "k and the weights of layers beyond the first must be at most 2^25";
  expect(draw({ k: 2 ** 25 + 1 })).toThrow(new RangeError(`k is 33554433 and depth 1; ${fit}`));
  expect(draw({ k: [1, 2 ** 25, 1] })).toThrow(new RangeError(`k is 1,33554432,1 and depth 3; ${fit}`));
  expect(draw({ norm: 0 })).toThrow(new RangeError("norm is 0; it must be finite and > 0"));
});
