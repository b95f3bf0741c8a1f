import type { Activation } from "lemmacheck/activations";

/** Cells on [0, REACH], each 1/PER_UNIT wide, so that 1, where the density bends, is an end of one. */
const PER_UNIT = 1000;
const REACH = 10;
/** Into how many a cell is cut where ψ' is below so many times what is taken off it, and not negligible all the same. */
const PIECES = 32;
/** More than the rounding of 10⁶ summands, none of them negative, each of a few operations. */
const ROUNDING = 1e-9;

const density = (t: number) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);

/** At most P(a ≤ X ≤ b) for a cell: the density is concave up to 1 and convex beyond: its chord, then its tangent. */
function massBelow(a: number, b: number): number {
  return b <= 1 ? ((b - a) * (density(a) + density(b))) / 2 : (b - a) * density((a + b) / 2);
}

const known = new WeakMap<Activation, Map<number, number>>();

/**
 * A number that E ψ'(ρX)² is not below, X ~ N(0, 1), proved from L = sup|ψ''| alone: on a cell of width h about t,
 * |ψ'(ρs)| ≥ |ψ'(ρt)| − ρLh/2. What ψ'' may do between the nodes is what it falls short by, a few parts in a thousand
 * for tanh.
 */
export function derivativeMomentBelow(psi: Activation, rho: number): number {
  const values = known.get(psi) ?? new Map<number, number>();
  known.set(psi, values);
  let value = values.get(rho);
  if (value === undefined) {
    const slope = (t: number) => Math.abs(psi.derivative(rho * t));
    const slack = (rho * psi.smoothness) / (2 * PER_UNIT);
    // The least of the square on a cell that begins at t; the density is least at its outer end.
    const over = (t: number, sign: number, mass: number) => {
      const middle = slope(sign * (t + 0.5 / PER_UNIT));
      if (middle > PIECES * slack || (middle + slack) ** 2 * mass < 1e-8)
        return mass * Math.max(0, middle - slack) ** 2;
      let sum = 0;
      const width = 1 / (PIECES * PER_UNIT);
      for (let i = 0; i < PIECES; i++) sum += Math.max(0, slope(sign * (t + (i + 0.5) * width)) - slack / PIECES) ** 2;
      return sum * width * density(t + 1 / PER_UNIT);
    };
    let sum = 0;
    for (let i = 0; i < PER_UNIT * REACH; i++) {
      const [a, b] = [i / PER_UNIT, (i + 1) / PER_UNIT];
      const mass = massBelow(a, b);
      sum += over(a, 1, mass) + over(a, -1, mass);
    }
    value = sum * (1 - ROUNDING);
    values.set(rho, value);
  }
  return value;
}
