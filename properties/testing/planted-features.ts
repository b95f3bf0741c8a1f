import erf from "@stdlib/math-base-special-erf";

/** A function of t with a narrow feature, as an expression and as code of its own that knows where it is. */
export interface Planted {
  readonly expression: string;
  /** ψ and ψ' at b + s/a, from s and t. */
  readonly value: (s: number, t: number) => number;
  readonly derivative: (s: number, t: number) => number;
  readonly a: number;
  readonly b: number;
  /** The s between which ψ is smooth; the feature is over beyond ±reach. */
  readonly kinks: readonly number[];
  readonly reach: number;
}

/** Numbers in [0, 1), the same for a seed wherever they are drawn (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Shape {
  readonly text: (s: string) => string;
  readonly f: (s: number) => number;
  readonly slope: (s: number) => number;
  readonly kinks: readonly number[];
  readonly reach: number;
}

const sech2 = (s: number) => (Math.abs(s) > 350 ? 0 : 1 / Math.cosh(s) ** 2);
const clamp = (s: number) => Math.max(-1, Math.min(1, s));

/** Spikes, steps, ramps, hats, wells and gaps, of width 1 in s. */
const SHAPES: readonly Shape[] = [
  {
    text: (s) => `exp(-(${s})^2)`,
    f: (s) => Math.exp(-s * s),
    slope: (s) => -2 * s * Math.exp(-s * s),
    kinks: [],
    reach: 27,
  },
  { text: (s) => `tanh(${s})`, f: Math.tanh, slope: sech2, kinks: [], reach: 40 },
  {
    text: (s) => `erf(${s})`,
    f: (s) => erf(s),
    slope: (s) => (2 / Math.sqrt(Math.PI)) * Math.exp(-s * s),
    kinks: [],
    reach: 27,
  },
  {
    text: (s) => `1/(1+(${s})^2)`,
    f: (s) => 1 / (1 + s * s),
    slope: (s) => (-2 * s) / (1 + s * s) ** 2,
    kinks: [],
    reach: 2 ** 20,
  },
  {
    text: (s) => `max(-1,min(1,${s}))`,
    f: clamp,
    slope: (s) => (Math.abs(s) < 1 ? 1 : 0),
    kinks: [-1, 1],
    reach: 1,
  },
  {
    text: (s) => `max(0,1-abs(${s}))`,
    f: (s) => Math.max(0, 1 - Math.abs(s)),
    slope: (s) => (Math.abs(s) < 1 ? -Math.sign(s) : 0),
    kinks: [-1, 0, 1],
    reach: 1,
  },
  {
    text: (s) => `min(1,max(0,abs(${s})-1))`,
    f: (s) => Math.min(1, Math.max(0, Math.abs(s) - 1)),
    slope: (s) => (Math.abs(s) > 1 && Math.abs(s) < 2 ? Math.sign(s) : 0),
    kinks: [-2, -1, 1, 2],
    reach: 2,
  },
];

/** What the feature is planted on. */
const GROUNDS = [
  { text: "", f: () => 0, slope: () => 0 },
  { text: "tanh(t)+", f: Math.tanh, slope: sech2 },
  { text: "0.5*t+", f: (t: number) => t / 2, slope: () => 0.5 },
  { text: "sin(t)+", f: Math.sin, slope: Math.cos },
];

/** The case of a number: any shape on any ground, of width 1 … 1e-12, anywhere in [−12, 12]; half of them in [−3, 3]. */
export function plantedCase(index: number): Planted {
  const random = randomOf(index * 7919 + 17);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const shape = pick(SHAPES);
  const ground = random() < 0.5 ? GROUNDS[0] : pick(GROUNDS);
  const a = Number((10 ** (12 * random())).toPrecision(6));
  const b = Number(((2 * random() - 1) * (random() < 0.5 ? 3 : 12)).toPrecision(8));
  const place = b < 0 ? `t+${-b}` : `t-${b}`;
  return {
    expression: `${ground.text}${shape.text(`${a}*(${place})`)}`,
    value: (s, t) => ground.f(t) + shape.f(s),
    derivative: (s, t) => ground.slope(t) + a * shape.slope(s),
    a,
    b,
    kinks: shape.kinks,
    reach: shape.reach,
  };
}
