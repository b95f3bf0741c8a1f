import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import { type Bits, uniform } from "../../chance/bits.js";
import { normalBeyond } from "../../chance/normal-beyond.js";
import { halfNormalBetween } from "./half-normals-between.js";

/** Two variables, and whether a pair's total or its squares' counts, as in `GivenTotal`. */
interface PairLaw {
  readonly beyond: number;
  readonly shift: number;
  readonly squares: boolean;
}

/**
 * With angles θ, W = √rest·(sin θ, cos θ): the density at `rest` is e^(−rest/2) times the share of angles at which both are
 * beyond b, π/2 − 2·asin(b/√rest), which is at most (rest − 2b²)/(2b²), as it is concave in rest with that slope at 2b².
 */
function withSquares(rest: number, b: number, bits: Bits): readonly [number, number] | null {
  const over = rest - 2 * b * b;
  if (!(over >= 0)) return null;
  const least = Math.asin(Math.min(1, b / Math.sqrt(rest)));
  const width = Math.PI / 2 - 2 * least;
  const most = Math.min(Math.PI / 2, 1 / (Math.E * b * b));
  if (!(uniform(bits) * most < Math.exp(-over / 2) * width)) return null;
  const angle = least + width * uniform(bits);
  return [Math.sqrt(rest) * Math.sin(angle), Math.sqrt(rest) * Math.cos(angle)];
}

/**
 * W = rest/2 ± u with u ~ N(0, 1/2). With R = |rest|/2 both are beyond b where |u| < R − b, on one side of 0, or where
 * |u| > R + b, on either; so the density at `rest` is e^(−(rest/2 − s)²)·(erf((R − b)⁺) + erfc(R + b)). With c = b − |s| the second
 * term is at most e^(−s²)·erfc(b)·e^(((−c)⁺)²/2), as erfc(R + b) ≤ erfc(b)·e^(−R² − 2Rb); the first, at R = b + δ, is at most
 * e^(−(c + δ)²)·min(1, 2δ/√π), for c ≥ 0 at most e^(−c²)·min(√(2/(eπ)), 1/(ec√π)).
 */
function withSum(rest: number, b: number, s: number, bits: Bits): readonly [number, number] | null {
  const [R, c] = [Math.abs(rest) / 2, b - Math.abs(s)];
  const together = R > b ? erf(R - b) : 0;
  const apart = erfc(R + b);
  const density = Math.exp(-((rest / 2 - s) ** 2)) * (together + apart);
  const mostTogether =
    c < 0 ? 1 : Math.exp(-c * c) * Math.min(Math.sqrt(2 / (Math.E * Math.PI)), 1 / (Math.E * c * Math.sqrt(Math.PI)));
  const most = mostTogether + Math.exp(Math.max(0, -c) ** 2 / 2 - s * s) * erfc(b);
  if (!(uniform(bits) * most < density)) return null;
  const half =
    uniform(bits) * (together + apart) < together
      ? halfNormalBetween(0, Math.SQRT2 * (R - b), bits)
      : normalBeyond(Math.SQRT2 * (R + b), bits);
  const u = half * Math.SQRT1_2 * (uniform(bits) < 0.5 ? -1 : 1);
  return [rest / 2 + u, rest / 2 - u];
}

/**
 * Two independent N(shift, 1) variables beyond ±b given their sum, or the sum of their squares (of which the signs are not
 * drawn), or null: kept in proportion to the density of two at that total, beside a bound on it.
 */
export function pairGivenTotal(rest: number, { beyond, shift, squares }: PairLaw, bits: Bits) {
  return squares ? withSquares(rest, beyond, bits) : withSum(rest, beyond, shift, bits);
}
