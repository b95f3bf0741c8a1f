import { ZERO } from "../../numbers/intervals/interval.js";
import { lazily } from "../../numbers/lazily.js";
import { RATIOS, type RatioName } from "./form.js";
import { intervalAlgebra } from "./interval-algebra.js";
import { REAL_FUNCTIONS, type RealFunction } from "./real-functions.js";
import { taylorCoefficients } from "./taylor-coefficients.js";

/** Up to this |x| the series around 0 is used: its radius is at least 1, so that 32 terms leave 4^−32. */
const NEAR = 0.25;
const TERMS = 32;

const everywhere = intervalAlgebra(() => {});

/** G(x) = F(x)/x, G' = (F' − G)/x and G'' = (F'' − 2G')/x; near 0, where these cancel, by the series of F. */
function ratioFunction(name: RatioName): RealFunction {
  const { value, first, second } = REAL_FUNCTIONS[name];
  const coefficients = lazily(() =>
    taylorCoefficients(everywhere, name, ZERO, TERMS)
      .slice(1)
      .map(({ lo, hi }) => (lo + hi) / 2),
  );
  /** The k-th derivative of the series. */
  const near = (x: number, k: number) => {
    let total = 0;
    for (let n = TERMS - 1; n >= k; n--)
      total = total * x + coefficients()[n] * (k === 0 ? 1 : k === 1 ? n : n * (n - 1));
    return total;
  };
  const G = (x: number) => (Math.abs(x) < NEAR ? near(x, 0) : value(x) / x);
  const G1 = (x: number) => (Math.abs(x) < NEAR ? near(x, 1) : (first(x) - G(x)) / x);
  const G2 = (x: number) => (Math.abs(x) < NEAR ? near(x, 2) : (second(x) - 2 * G1(x)) / x);
  return { value: G, first: G1, second: G2 };
}

const made = RATIOS.map((name) => [name, ratioFunction(name)] as const);

/** F(x)/x with its first two derivatives. */
// Every name is there, by construction.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const RATIO_FUNCTIONS = Object.fromEntries(made) as Readonly<Record<RatioName, RealFunction>>;
