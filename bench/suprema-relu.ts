import { resolveActivation } from "../src/activations/resolve-activation.js";
import { keyedStreams, type Streams } from "../src/chance/streams.js";
import { drawDenseNetwork } from "../src/networks/dense-draw.js";
import { drawSphereInput } from "../src/networks/dense-input.js";
import { denseNeighbourhood } from "../src/networks/suprema/dense-neighbourhood.js";
import { drawFramedNeighbourhood } from "../src/networks/suprema/framed-neighbourhood.js";
import type { Neighbourhood } from "../src/networks/suprema/neighbourhood.js";
import { certifyFlips } from "../src/networks/suprema/relu-certificate.js";
import { reluFlips, reluVariation } from "../src/networks/suprema/relu-variation.js";

const STREAMS = keyedStreams({ seed: "bench", sampler: "suprema-relu", parameters: {} });
const [DRAWS, DOUBT] = [7, 0.01];
/** Weights in memory at most, here: more than the claims' draws hold. */
const DENSE = 4e5;

/** d, k, R. */
const SHAPES: readonly (readonly [d: number, k: number, radius: number])[] = [
  [3, 200, 1],
  [4, 1000, 1],
  [4, 15_000, 1],
  [10, 100, 1],
  [10, 1000, 1],
  [10, 1000, 0.1],
  [30, 10_000, 1],
  [100, 20, 1],
  [100, 100, 1],
  [100, 100, 0.1],
  [100, 1000, 1],
  [100, 1000, 0.1],
  [400, 400, 1],
  [400, 400, 5],
  [1000, 50, 1],
  [10_000, 10_000, 1],
  [10_000, 100_000, 1],
  [20_000, 3000, 1],
  [1e15, 3000, 1],
  [10_000, 20_000, 2.3e-4],
];

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function draw(d: number, k: number, random: Streams): Neighbourhood {
  const activation = resolveActivation("relu");
  return k * d > DENSE
    ? drawFramedNeighbourhood(activation, { d, k }, random)
    : denseNeighbourhood(drawDenseNetwork({ psi: activation, d, k }, random), drawSphereInput(d, undefined, random));
}

/**
 * Prints, for each shape, the medians of both ends of sup ‖∇f(x) − ∇f(x + δ)‖ for the ReLU, of their ratio, of what the
 * plain bound ‖W‖√(m/k) would make of it, of both ends of the number of flips, and of the time without the draw.
 */
function main(): void {
  console.log("| d | k | R | weights | attack | certificate | ratio | by ‖W‖√(m/k) | flips | ms |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const [d, k, radius] of SHAPES) {
    const drawn = Array.from({ length: DRAWS }, (_, i) => {
      const random = STREAMS(i);
      const around = draw(d, k, random);
      const plain = around.operatorNorm.upper * Math.sqrt(certifyFlips(around, radius) / k);
      const started = performance.now();
      const ends = reluVariation(around, radius, DOUBT, random("attack"));
      const milliseconds = performance.now() - started;
      return { ...ends, plain, milliseconds, flips: reluFlips(around, radius, DOUBT, random("attack")) };
    });
    const of = (f: (one: (typeof drawn)[number]) => number) => median(drawn.map(f));
    const three = (f: (one: (typeof drawn)[number]) => number) => Number(of(f).toPrecision(3));
    const cells = [
      d,
      k,
      radius,
      k * d > DENSE ? "products" : "in memory",
      three((one) => one.lower),
      three((one) => one.upper),
      three((one) => one.upper / one.lower),
      three((one) => one.plain / one.lower),
      `${of((one) => one.flips.lower)} to ${of((one) => one.flips.upper)}`,
      three((one) => one.milliseconds),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

main();
