import { pow } from "../numbers/pow.js";

/** Away from 0 and from each other, in no simple ratio, so that few activations have a kink at one. */
const POINTS = [0.11, 0.37, 0.74, 1.13, 1.9, 2.7, 4.1, 7.3].flatMap((t) => [t, -t]);
/** Steps of differences, in units of max(1, |t|): each an eighth of the one before. */
const STEPS = Array.from({ length: 12 }, (_, i) => pow(2, -9 - 3 * i));
/** The rounding of two values that a difference of them allows for, relative to the larger. */
const ROUNDING = 2 ** -48;
/** So many quotients must be nearer to each other than to the derivative, by this factor. */
const [ENOUGH, FACTOR] = [4, 8];

export interface DerivativeCheck {
  readonly id: string;
  /** The function and its derivative by name, such as `ψ` and `ψ'`. */
  readonly names: readonly [string, string];
  readonly f: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly kinks: readonly number[];
  /** The length over which f changes near 0. */
  readonly scale: number;
}

/** Central difference quotients of f at t, over steps in units of `unit`, and what rounding may add to each. */
function quotients(f: (t: number) => number, t: number, unit: number) {
  return STEPS.map((step) => {
    const [left, right] = [t - step * unit, t + step * unit];
    const [low, high] = [f(left), f(right)];
    const width = right - left;
    return { quotient: (high - low) / width, rounding: (ROUNDING * Math.max(Math.abs(low), Math.abs(high))) / width };
  });
}

/**
 * The ends between which difference quotients lie, where these contradict a derivative; null where they do not. They do
 * if they agree with each other over all steps at which rounding leaves them something to say, far better than with the
 * derivative: quotients of a function that is ill-conditioned, rough or steep do not agree over steps from 2^−9 to 2^−42.
 */
function contradiction(all: ReturnType<typeof quotients>, slope: number) {
  const [{ quotient: first }] = all;
  const apart = Math.abs(slope - first);
  const telling = all.filter(({ rounding }) => rounding < apart / (2 * FACTOR)).map(({ quotient }) => quotient);
  const [low, high] = [Math.min(...telling), Math.max(...telling)];
  const distance = Math.max(low - slope, slope - high);
  const agree = all.every(({ quotient, rounding }) => Math.abs(quotient - first) <= distance / FACTOR + rounding);
  return telling.length >= ENOUGH && agree && distance > 1e-6 * Math.abs(first) ? { low, high } : null;
}

/**
 * Holds a derivative against difference quotients at points that are always the same, away from the kinks.
 *
 * @throws RangeError naming the activation, the point, the derivative given there and the quotients.
 */
export function checkDerivative({ id, names, f, derivative, kinks, scale }: DerivativeCheck): void {
  for (const length of scale < 1 ? [1, scale] : [1])
    for (const point of POINTS) {
      const t = point * length;
      const unit = Math.max(1, Math.abs(point)) * length;
      if (kinks.some((kink) => Math.abs(kink - t) <= 2 * STEPS[0] * unit)) continue;
      const all = quotients(f, t, unit);
      const slope = derivative(t);
      const found = contradiction(all, slope);
      if (found)
        throw new RangeError(
          `activation ${id}: ${names[1]} is given as ${slope} at t = ${t}; it must be the derivative of ${names[0]}, whose difference quotients there are from ${found.low} to ${found.high}`,
        );
    }
}
