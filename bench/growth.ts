import { relu } from "../src/activations/relu.js";
import { tanh } from "../src/activations/tanh.js";
import { fillNormal } from "../src/chance/normal.js";
import { deferredMatrix } from "../src/networks/deferred-matrix.js";
import { drawLine } from "../src/networks/lines/draw-line.js";
import { medians } from "./medians.js";
import { type Line, timed, times } from "./section.js";
import { streams } from "./streams.js";

/** f, the gradient norm and one step. */
function draw(psi: typeof tanh, d: number, k: number, depth: number) {
  return (call: number) => {
    const { gradientNorm, at } = drawLine({ psi, d, k, depth, initialisation: "he" }, streams(call));
    return gradientNorm + at([1])[0].value;
  };
}

/** Times over a list of values of one parameter, a line each, with the ratio to the one before. */
function series<T extends number>(
  values: readonly T[],
  name: (value: T) => string,
  run: (value: T) => (call: number) => void,
  unit: "µs" | "ms",
): Line[] {
  const tasks = Object.fromEntries(values.map((value) => [name(value), { work: 1, run: run(value) }]));
  const found = medians(tasks, 7, 30);
  return values.map((value, i) => {
    const own = found[name(value)];
    const before = i === 0 ? null : found[name(values[i - 1])];
    return timed(
      name(value),
      own,
      unit,
      before ? { beside: `${times(own.median / before.median)} the line before` } : {},
    );
  });
}

/** How the cost of a draw grows in d, k and L. */
export function growth(): Line[] {
  const both = [tanh, relu];
  return [
    ...both.flatMap((psi) =>
      series(
        [1e2, 1e5, 1e10, 1e15],
        (d) => `${psi.id}, L = 1, k = 10⁵, d = ${d.toExponential()}`,
        (d) => draw(psi, d, 1e5, 1),
        "µs",
      ),
    ),
    ...both.flatMap((psi) =>
      series(
        [1e3, 1e4, 1e5, 1e6],
        (k) => `${psi.id}, L = 1, d = 10⁶, k = ${k.toExponential()}`,
        (k) => draw(psi, 1e6, k, 1),
        "µs",
      ),
    ),
    ...both.flatMap((psi) =>
      series(
        [2, 4, 6],
        (depth) => `${psi.id}, k = d = 10⁵, L = ${depth}`,
        (depth) => draw(psi, 1e5, 1e5, depth),
        "ms",
      ),
    ),
    ...series(
      [10, 20, 40],
      (count) => `deferred matrix, 10⁵ × 10⁵, ${count} products`,
      (count) => (call) => {
        const random = streams(call);
        const matrix = deferredMatrix(1e5, 1e5, 1e-5, random);
        const x = new Float64Array(1e5);
        for (let i = 0; i < count; i++) {
          fillNormal(x, random(`x${i}`));
          matrix.product(x);
        }
      },
      "ms",
    ),
  ];
}
