import { init } from "gmp-wasm";

/** What is used here of a number of gmp-wasm, whose own types lose the methods of results. */
export interface Real {
  readonly add: (x: number | Real) => Real;
  readonly sub: (x: number | Real) => Real;
  readonly mul: (x: number | Real) => Real;
  readonly div: (x: number | Real) => Real;
  readonly pow: (n: number) => Real;
  readonly greaterOrEqual: (x: Real) => boolean;
  readonly lessOrEqual: (x: Real) => boolean;
  readonly toString: () => string;
  readonly neg: () => Real;
  readonly exp: () => Real;
  readonly ln: () => Real;
  readonly sqrt: () => Real;
  readonly sin: () => Real;
  readonly cos: () => Real;
  readonly atan: () => Real;
  readonly asinh: () => Real;
  readonly tanh: () => Real;
  readonly sinh: () => Real;
  readonly cosh: () => Real;
  readonly erf: () => Real;
  readonly erfc: () => Real;
}

const isReal = (x: object): x is Real => "toString" in x && "greaterOrEqual" in x;
function checked(x: object): Real {
  if (!isReal(x)) throw new TypeError("not a number of gmp-wasm");
  return x;
}

/** MPFR with 1200 bits, rounding to nearest: far finer than what it is compared with, even for e^x − 1 at 1e-30. */
export async function mpfr(): Promise<{ readonly real: (x: number) => Real; readonly pi: () => Real }> {
  const context = (await init()).getContext({ precisionBits: 1200 });
  return { real: (x) => checked(context.Float(x)), pi: () => checked(context.Pi()) };
}
