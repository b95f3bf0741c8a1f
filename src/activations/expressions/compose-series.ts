import { point, ZERO } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";

/** A product Π u_i^(m_i) with the number of its orders: that of (u_1 + u_2 + …)^k which have it. */
interface Part {
  readonly k: number;
  readonly count: number;
  /** (i, m_i), by i. */
  readonly powers: readonly (readonly [i: number, m: number])[];
}

/** The products of weight Σ i·m_i = n in u_least, u_least+1, …. */
function partsFrom(n: number, least: number): readonly Part[] {
  if (n === 0) return [{ k: 0, count: 1, powers: [] }];
  const parts: Part[] = [];
  for (let i = least; i <= n; i++)
    for (let m = 1; i * m <= n; m++)
      for (const { k, count, powers } of partsFrom(n - i * m, i + 1))
        parts.push({ k: k + m, count: count * choose(k + m, m), powers: [[i, m], ...powers] });
  return parts;
}

function choose(n: number, m: number): number {
  let result = 1;
  for (let i = 1; i <= m; i++) result = (result * (n - m + i)) / i;
  return result;
}

const known: (readonly Part[])[] = [];
function partsOf(n: number): readonly Part[] {
  known[n] ??= partsFrom(n, 1);
  return known[n];
}

/**
 * Σ c_k·(u − u_0)^k as a series (Faà di Bruno), each product of coefficients of u taken with whole powers, whose enclosures
 * are no wider than they must be.
 */
export function composeSeries<S>(A: Algebra<S>, c: readonly S[], u: readonly S[]): readonly S[] {
  const zero = u.map(A.isZero);
  const raised = (a: S, m: number) => (m === 1 ? a : m === 2 ? A.square(a) : A.power(a, point(m)));

  function term({ k, count, powers }: Part): S | null {
    for (const [i] of powers) if (zero[i]) return null;
    let product = count === 1 ? c[k] : A.multiply(A.constant(point(count)), c[k]);
    for (const [i, m] of powers) product = A.multiply(product, raised(u[i], m));
    return product;
  }

  const result = [c[0]];
  for (let n = 1; n < u.length; n++) {
    let total: S | null = null;
    for (const part of partsOf(n)) {
      const next = term(part);
      if (next !== null) total = total === null ? next : A.add(total, next);
    }
    result.push(total ?? A.constant(ZERO));
  }
  return result;
}
