import { pow } from "../../../numbers/pow.js";
import type { Coefficient } from "../asymptotic/coefficient.js";
import { exactly } from "../rational.js";

/** Fixed-point numbers have so many bits after the point. */
export const BITS = 240n;
const UNIT = 1n << BITS;

/** A number in units of 2^−BITS with what it may be off by. */
export interface Precise {
  readonly value: bigint;
  readonly error: bigint;
}

const abs = (x: bigint) => (x < 0n ? -x : x);

/** arctan(1/n) in those units, to a few. */
function inverseTangent(n: bigint): bigint {
  let [sum, power] = [0n, UNIT / n];
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += k % 4n === 1n ? power / k : -power / k;
    power /= n * n;
  }
  return sum;
}

/** π (Machin 1706): each of some 200 terms is off by 1, times 16. */
export const PRECISE_PI: Precise = { value: 4n * (4n * inverseTangent(5n) - inverseTangent(239n)), error: 1n << 13n };

/** The whole part of √x. */
function root(x: bigint): bigint {
  if (x < 2n) return x;
  let near = 1n << BigInt((x.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (near + x / near) >> 1n;
    if (next >= near) return near;
    near = next;
  }
}

/** e by Σ 1/n!, whose terms are below one unit from the 60th on. */
function euler(): Precise {
  let [sum, term] = [0n, UNIT];
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term /= n;
  }
  return { value: sum, error: 100n };
}

const ATOM_ROOT = /^sqrt\((\d+)\/(\d+)\*\)$/;

function ofAtom(name: string): Precise | null {
  if (name === "pi") return PRECISE_PI;
  if (name === "e") return euler();
  const [, top, bottom] = ATOM_ROOT.exec(name) ?? [];
  if (top === undefined || bottom === undefined) return null;
  return { value: root((BigInt(top) << (2n * BITS)) / BigInt(bottom)), error: 2n };
}

const times = (a: Precise, b: Precise): Precise => ({
  value: (a.value * b.value) >> BITS,
  error: ((abs(a.value) * b.error + abs(b.value) * a.error + a.error * b.error) >> BITS) + 2n,
});

/** A constant to BITS bits where it is made of whole powers of π, e and square roots, else as its enclosure has it. */
export function precisely({ exact, range }: Coefficient): Precise {
  const rough = (): Precise => {
    const [lo, hi] = [range.lo, range.hi].map((x) => ofRational(exactly(x)));
    return { value: (lo + hi) / 2n, error: abs(hi - lo) + 2n };
  };
  if (!exact) return rough();
  let total: Precise = { value: 0n, error: 0n };
  for (const { factor, powers } of exact.values()) {
    let term: Precise = { value: ofRational(factor), error: 2n };
    for (const [name, power] of powers) {
      const atom = ofAtom(name);
      if (!atom || power.bottom !== 1n || power.top < 1n || power.top > 8n) return rough();
      for (let i = 0n; i < power.top; i++) term = times(term, atom);
    }
    total = { value: total.value + term.value, error: total.error + term.error };
  }
  return total;
}

const ofRational = ({ top, bottom }: { readonly top: bigint; readonly bottom: bigint }) => (top << BITS) / bottom;

/** The double nearest to x, roughly, and so many units as a double from above. */
export const toNumber = (x: bigint): number => {
  const bits = abs(x).toString(2).length;
  const shift = BigInt(Math.max(0, bits - 64));
  return (Number(x >> shift) * pow(2, Number(shift - BITS / 2n))) / pow(2, Number(BITS / 2n));
};
