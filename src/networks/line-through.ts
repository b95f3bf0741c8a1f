import { lazily } from "../numbers/lazily.js";
import { dot } from "./dense-products.js";
import { checkEtas, type Line } from "./line.js";
import { sampledFlip } from "./lines/sampled-flip.js";
import { addTimes } from "./vector-loops.js";

/** The line x + η∇f(x) of a network that can be asked at any point; ∇f(x) is asked for when first needed. */
export function lineThrough(
  x: Float64Array,
  value: (x: Float64Array) => number,
  gradient: (x: Float64Array) => Float64Array,
): Line {
  const start = lazily(() => value(x));
  const direction = lazily(() => gradient(x));
  const line: Line = {
    get value() {
      return start();
    },
    get gradientNorm() {
      return Math.sqrt(dot(direction(), direction()));
    },
    at(etas) {
      checkEtas(etas);
      return etas.map((eta) => {
        const point = x.slice();
        addTimes(point, eta, direction());
        return { value: value(point), rounding: Infinity };
      });
    },
    smallestFlip: (options) => sampledFlip(line, options),
  };
  return line;
}
