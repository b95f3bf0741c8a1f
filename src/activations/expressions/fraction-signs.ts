import type { Fraction, FractionField } from "./fraction-field.js";
import type { Polynomial, Term } from "./polynomial.js";
import { isWhole } from "./rational.js";

/** Functions that have the sign of their argument. */
const SIGNED = ["erf(", "atan(", "asinh("];

/** Signs that show from the terms of fractions: those in which all terms have one. */
export function fractionSigns(field: FractionField, side: 1 | -1 | 0) {
  /** −1, 0 or 1 where a fraction has that sign for every t on this side; null if that is not plain from its terms. */
  function signOf({ top, bottom }: Fraction): 1 | 0 | -1 | null {
    if (top.size === 0) return 0;
    const [above, below] = [signOfSum(top), signOfSum(bottom)];
    return above === null || below === null ? null : above === below ? 1 : -1;
  }

  function signOfSum(p: Polynomial): 1 | -1 | null {
    const signs = [...p.values()].map(signOfTerm);
    return signs.every((sign) => sign === signs[0]) ? signs[0] : null;
  }

  function signOfTerm({ factor, powers }: Term): 1 | -1 | null {
    let sign: 1 | -1 = factor.top > 0n ? 1 : -1;
    for (const [name, exponent] of powers) {
      const of = signOfAtom(name);
      if (of === null) return null;
      if (of < 0 && !isWhole(exponent)) return null;
      if (of < 0 && exponent.top % 2n !== 0n) sign = sign > 0 ? -1 : 1;
    }
    return sign;
  }

  function signOfAtom(name: string): 1 | -1 | null {
    if (name === "t") return side === 0 ? null : side;
    if (name.startsWith("exp(") || name.startsWith("log ") || name === "pi") return 1;
    const square = name.startsWith("sqrt") ? field.squareOf(name) : undefined;
    if (square) return signOfSum(square) === 1 ? 1 : null;
    const of = field.insideOf(name);
    const follows = of && SIGNED.some((start) => name.startsWith(start));
    const sign = follows ? signOf(of) : null;
    return sign === 0 ? null : sign;
  }

  return signOf;
}
