import { erfSlope } from "../../numbers/intervals/elementary.js";
import * as arithmetic from "../../numbers/intervals/interval.js";
import { ENTIRE, type Interval, interval, isPoint } from "../../numbers/intervals/interval.js";
import { realPower } from "../../numbers/intervals/real-power.js";
import type { Algebra } from "./algebra.js";
import { DOMAIN, INTERVAL_FUNCTIONS } from "./interval-functions.js";
import { ratioCoefficients } from "./ratio-coefficients.js";

/**
 * Intervals over a box. `outside` is told whenever an operand may lie outside an operation's domain, and whether it
 * does so for certain.
 */
export function intervalAlgebra(outside: (certainly: boolean) => void): Algebra<Interval> {
  /** What of `a` is in [least, ∞], or null if nothing is. */
  function clipped(a: Interval, least: number, closed: boolean): Interval | null {
    if (a.lo > least || (closed && a.lo === least)) return a;
    outside(a.hi < least || (!closed && a.hi === least));
    return a.hi >= least ? interval(Math.max(a.lo, least), a.hi) : null;
  }
  const algebra: Algebra<Interval> = {
    constant: (a) => a,
    add: arithmetic.add,
    subtract: arithmetic.subtract,
    negate: arithmetic.negate,
    multiply: arithmetic.multiply,
    square: arithmetic.square,
    divide: (a, b) => {
      if (arithmetic.contains(b, 0)) outside(b.lo === 0 && b.hi === 0);
      return arithmetic.divide(a, b);
    },
    power: (a, r) => {
      if (isPoint(r) && Number.isInteger(r.lo)) return realPower(a, r);
      const base = clipped(a, 0, true);
      return base ? realPower(base, r) : ENTIRE;
    },
    apply: (name, a) => {
      if (name === "erfSlope") return erfSlope(a);
      const domain = DOMAIN[name];
      const inside = domain ? clipped(a, domain.least, domain.closed) : a;
      return inside ? INTERVAL_FUNCTIONS[name](inside) : ENTIRE;
    },
    ratio: (name, u, order) => {
      const inside = name === "log1p" ? clipped(u, -1, false) : u;
      if (inside === u) return ratioCoefficients(algebra, name, u, order);
      return Array.from({ length: order + 1 }, () => ENTIRE);
    },
    hull: arithmetic.hull,
    isZero: ({ lo, hi }) => lo === 0 && hi === 0,
    range: (a) => a,
  };
  return algebra;
}
