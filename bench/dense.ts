import { relu } from "../src/activations/relu.js";
import { tanh } from "../src/activations/tanh.js";
import { drawDenseNetwork } from "../src/networks/dense-draw.js";
import { gradient } from "../src/networks/dense-gradient.js";
import { value } from "../src/networks/dense-value.js";
import { drawSlopedLine } from "../src/networks/lines/draw-line.js";
import { medians } from "./medians.js";
import { numpy } from "./numpy.js";
import { type Line, timed, times } from "./section.js";
import { streams } from "./streams.js";

const SIZE = 10_000;

/** f(x), the gradient and f after one step at d = k = 10⁴: the laws beside dense weights, drawn. */
export function dense(): Line[] {
  const run = (call: number) => {
    const network = drawDenseNetwork({ psi: tanh, d: SIZE, k: SIZE }, streams(call));
    const x = new Float64Array(SIZE).fill(1);
    const g = gradient(network, x);
    return (
      value(network, x) +
      value(
        network,
        x.map((t, i) => t + 0.1 * g[i]),
      )
    );
  };
  const whole = medians({ own: { work: 1, run } }, 2, 0).own;
  const law = medians(
    Object.fromEntries(
      [tanh, relu].map((psi) => [
        psi.id,
        { work: 1, run: (call: number) => drawSlopedLine({ psi, d: SIZE, k: SIZE }, streams(call)).at([0.1]) },
      ]),
    ),
  );
  const theirs = numpy("dense-numpy.py", SIZE)?.dense;
  const beside = (t: number) => ({
    goal: "10,000 ×, then 30,000 ×",
    beside: [
      ...(theirs === undefined ? [] : [`${times((theirs * 1e6) / t)} dense NumPy (${(theirs / 1e3).toFixed(2)} s)`]),
      `${times(whole.least / t)} dense here`,
    ].join(", "),
  });
  return [
    timed("dense here, d = k = 10⁴", whole, "s"),
    timed("tanh by the law, d = k = 10⁴", law.tanh, "µs", beside(law.tanh.median)),
    timed("ReLU by the law, d = k = 10⁴", law.relu, "µs", beside(law.relu.median)),
  ];
}
