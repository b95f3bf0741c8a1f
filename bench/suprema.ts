import { resolveActivation } from "../src/activations/resolve-activation.js";
import { keyedStreams } from "../src/chance/streams.js";
import { gradientVariation } from "../src/networks/suprema/gradient-variation.js";
import { neighbourhood } from "../src/samplers/neighbourhood-sampler.js";

const STREAMS = keyedStreams({ seed: "bench", sampler: "suprema", parameters: {} });
const DRAWS = 8;

/** ψ, d, k, R: few dimensions, few neurons, as many as dimensions, many more, and beyond weights in memory. */
const SHAPES: readonly (readonly [psi: string, d: number, k: number, radius: number])[] = [
  ["tanh", 1, 1, 1],
  ["tanh", 1, 100, 1],
  ["tanh", 1, 4000, 1],
  ["tanh", 2, 1000, 1],
  ["tanh", 3, 1000, 1],
  ["tanh", 1000, 1, 1],
  ["tanh", 1000, 30, 1],
  ["tanh", 1000, 30, 10],
  ["tanh", 100, 100, 1],
  ["tanh", 100, 100, 10],
  ["sin", 100, 100, 1],
  ["sin", 20, 2000, 1],
  ["sin", 20, 2000, 20],
  ["tanh", 10_000, 100, 1],
  ["tanh", 1e15, 100, 1],
  ["tanh", 10_000, 10_000, 1],
  ["tanh", 1000, 10_000, 1],
];

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Prints, for each shape, the medians of both ends of sup ‖∇f(x) − ∇f(x + δ)‖, of their ratio and of a draw's time. */
function main(): void {
  console.log("| ψ | d | k | R | weights | attack | certificate | ratio | ms |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const [id, d, k, radius] of SHAPES) {
    const psi = resolveActivation(id);
    const drawn = Array.from({ length: DRAWS }, (_, i) => {
      const started = performance.now();
      const { around, random } = neighbourhood.draw({ psi, d, k }, STREAMS(i));
      const ends = gradientVariation(around, radius, random("attack"));
      return { ...ends, milliseconds: performance.now() - started, held: around.weights !== null };
    });
    const of = (f: (draw: (typeof drawn)[number]) => number) => median(drawn.map(f)).toPrecision(3);
    const [lower, upper] = [of((draw) => draw.lower), of((draw) => draw.upper)];
    const ratio = of((draw) => draw.upper / draw.lower);
    const where = drawn[0].held ? "in memory" : "products";
    const cells = [id, d, k, radius, where, lower, upper, ratio, of((draw) => draw.milliseconds)];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

main();
