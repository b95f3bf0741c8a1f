import type { Bits } from "../../chance/bits.js";
import { lazily } from "../../numbers/lazily.js";
import { collectNormals } from "../kernels/collect-normals.js";
import { normalState } from "../kernels/seed-state.js";
import { allGivenTotal, nearGivenTotal, scaleGivenSquares } from "./given-total.js";
import type { ReluLayerScalars } from "./relu-scalars.js";

/** Active neurons with low ≤ z < high. */
interface NearActive {
  /** Their pre-activations z > 0. */
  readonly z: Float64Array;
  /** sign(a) for the last layer with a = ±1, all 1 for others. */
  readonly sign: Float64Array;
  /** Σz² over the active neurons with z ≥ high. */
  readonly squaresLeft: number;
}

interface Kept extends Pick<NearActive, "z" | "sign"> {
  /** Those below this are there. */
  readonly most: number;
  readonly squares: number;
}

/** |w| and the sign of w = τ(ω + shift). */
function signed(omega: Float64Array, tau: number, shift: number): Pick<Kept, "z" | "sign"> {
  const [z, sign] = [new Float64Array(omega.length), new Float64Array(omega.length)];
  for (let i = 0; i < z.length; i++) {
    const w = tau * (omega[i] + shift);
    z[i] = Math.abs(w);
    sign[i] = w < 0 ? -1 : 1;
  }
  return { z, sign };
}

/** |ω| times a factor. */
function unsigned(omega: Float64Array, factor: number): Pick<Kept, "z" | "sign"> {
  const z = new Float64Array(omega.length);
  for (let i = 0; i < z.length; i++) z[i] = Math.abs(omega[i]) * factor;
  return { z, sign: new Float64Array(omega.length).fill(1) };
}

/** Those with low ≤ z < high. */
function between(kept: Kept, low: number, high: number): NearActive {
  const [z, sign] = [new Float64Array(kept.z.length), new Float64Array(kept.z.length)];
  let found = 0;
  let squaresLeft = kept.squares;
  for (let i = 0; i < kept.z.length; i++) {
    const t = kept.z[i];
    if (t >= high) continue;
    squaresLeft -= t * t;
    if (t < low) continue;
    z[found] = t;
    sign[found++] = kept.sign[i];
  }
  return { z: z.slice(0, found), sign: sign.slice(0, found), squaresLeft };
}

/** From so many active neurons on, those near their kink are drawn without the others. */
export const MANY = 2 ** 17;

type Near = (low: number, high: number) => NearActive;

/** What `nearActive` draws when all ω are drawn: the kernel keeps those that can be small. */
function amongAll({ active: n, tau, hSquared }: ReluLayerScalars, rootKValue: number, reach: number, bits: Bits): Near {
  const state = normalState(bits);
  let kept: Kept = { most: -1, z: new Float64Array(0), sign: new Float64Array(0), squares: 0 };

  function collect(high: number): void {
    // Twice as far as asked for, lest the next step ask for more.
    const asked = 2 * high;
    const most =
      hSquared === null
        ? asked / tau + Math.abs(rootKValue) / (tau * n) + reach / Math.sqrt(n)
        : (asked * (Math.sqrt(n) + reach)) / Math.sqrt(hSquared);
    const { sum, squares, small } = collectNormals(n, most, state);
    kept =
      hSquared === null
        ? { most: asked, ...signed(small, tau, (rootKValue / tau - sum) / n), squares: Number.NaN }
        : { most: asked, ...unsigned(small, Math.sqrt(hSquared / squares)), squares: hSquared };
  }

  return (low, high) => {
    if (high > kept.most) collect(high);
    return between(kept, low, high);
  };
}

/** z and sign of the variables w in units of `unit`. */
function seen(w: Float64Array, unit: number, squares: boolean): Pick<Kept, "z" | "sign"> {
  return squares ? unsigned(w, unit) : signed(w, unit, 0);
}

/** The same law, of the near ones alone (`nearGivenTotal`), as long as a good part of all stays far. */
function withoutOthers(
  scalars: ReluLayerScalars,
  rootKValue: number,
  reach: number,
  bits: Bits,
  near: () => Bits,
): Near {
  const own = lazily(near);
  const { active, tau, hSquared } = scalars;
  const squares = hSquared !== null;
  let count = active;
  let total = hSquared ?? rootKValue;
  let before: Near | null = null;

  return (low, high) => {
    if (before) return before(low, high);
    const unit = squares ? scaleGivenSquares(count, low, total) : tau;
    const given = { count, beyond: low / unit, total: total / (squares ? unit * unit : unit), squares };
    const drawn = nearGivenTotal(given, high / unit, own());
    if (drawn) {
      count -= drawn.near.length;
      total = drawn.left * (squares ? unit * unit : unit);
      return { ...seen(drawn.near, unit, squares), squaresLeft: squares ? total : Number.NaN };
    }
    if (low === 0) before = amongAll(scalars, rootKValue, reach, bits);
    else {
      const all = {
        most: Infinity,
        ...seen(allGivenTotal(given, own()), unit, squares),
        squares: squares ? total : Number.NaN,
      };
      before = (from, to) => between(all, from, to);
    }
    return before(low, high);
  };
}

/**
 * The pre-activations of a layer's n active neurons given its scalars, of which only the small ones are looked at, from 0
 * on: each `low` is the `high` before it.
 *
 * With ω ~ N(0, I_n): |ω|·‖h‖/‖ω‖ are half-normal variables given their norm, as the direction of ω is independent of
 * its length. In the last layer with a = ±1 the a·z are w ~ N(0, τ²) given their sum f√k: w = τ(ω + shift) with the
 * shift that makes the sum right, and sign(a) is that of w.
 *
 * Of few neurons all ω are drawn. Both factors are known only then, so that the kernel keeps those that can be small for
 * any value of them that is not less likely than `reach`, a number of standard deviations. Of many only the near ones are.
 *
 * @param many from how many neurons on.
 */
export function nearActive(
  scalars: ReluLayerScalars,
  rootKValue: number,
  reach: number,
  bits: Bits,
  near: () => Bits,
  many: number,
): Near {
  return scalars.active < many
    ? amongAll(scalars, rootKValue, reach, bits)
    : withoutOthers(scalars, rootKValue, reach, bits, near);
}
