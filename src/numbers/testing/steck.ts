import { choose } from "../../chance/testing/exact-binomial.js";
import { logRational, rational } from "../../chance/testing/rational.js";

/**
 * log P(D_n > t), or with `oneSided` log P(D_n⁺ > t), in exact fractions: all order statistics lie between their walls i/n − t and (i−1)/n + t with
 * probability n!·det[(b_i − a_j)₊^(j−i+1)/(j−i+1)!], expanded along its last column (Steck 1971).
 */
export function steck(n: number, t: number, oneSided = false): number {
  const { numerator: p, denominator: q } = rational(t);
  const unit = q * BigInt(n);
  const shift = BigInt(n) * p;
  const clamp = (x: bigint) => (x < 0n ? 0n : x > unit ? unit : x);
  const lower = (i: number) => clamp(BigInt(i) * q - shift);
  const upper = (i: number) => (oneSided ? unit : clamp(BigInt(i - 1) * q + shift));
  // k!·(the leading minor), over unit^k
  const minors = [1n];
  for (let k = 1; k <= n; k++) {
    let sum = 0n;
    for (let i = 1; i <= k; i++) {
      const room = upper(i) - lower(k);
      if (room <= 0n) continue;
      const term = choose(k, i - 1) * room ** BigInt(k - i + 1) * minors[i - 1];
      sum += (k - i) % 2 === 0 ? term : -term;
    }
    minors.push(sum);
  }
  const denominator = unit ** BigInt(n);
  return logRational({ numerator: denominator - minors[n], denominator });
}
