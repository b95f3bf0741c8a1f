import { normal } from "../../chance/normal.js";
import { lazily } from "../../numbers/lazily.js";
import { BLOCKS, COMPONENTS, RELU_SUMS, STREAM_COMPONENTS, STREAM_U, STREAM_XI } from "../kernels/layout.js";
import {
  CHUNK,
  fours,
  MANY_CHUNKS,
  type ReluRay,
  type ReluSetting,
  seedStream,
  type VisitNeurons,
} from "./relu-setting.js";

/** Bytes of near neurons that are kept at most; more are drawn again instead. */
const KEPT_BYTES = 2 ** 23;
/** Where others than those may be put. */
export const SPARE = BLOCKS + KEPT_BYTES + 16 * CHUNK;

/** The active neurons of a ReLU layer. */
export interface ActiveNeurons {
  /** What w′ is moved by: w = w′ + shift. */
  readonly shift: () => number;
  /** Visits all that are near, or all that are far. */
  readonly visit: (far: boolean, visit: VisitNeurons) => void;
}

/**
 * `n` active neurons with Σw = total: w = w′ + (total − Σw′)/n with w′ ~ N(0, I_n) has the law of w ~ N(0, I_n) given its
 * sum, and r that of ω − ω̄, which is N(0, I_n) given Σr = 0. Over the m near neurons Σr ~ N(0, m(n−m)/n), over the far ones
 * it is the opposite; given that, r is normal given its sum. So r = ω″ + δ in either kind, where in each chunk of m_c of
 * them ω″ is ω′ ~ N(0, I) moved to the sum √m_c·c, c ~ N(0, 1), and δ brings the sum over all chunks, known before any ω′
 * is drawn, to what it must be.
 *
 * Near or far depends on w′ alone. Reads "w", "components", "sum", and "xi/near" or "xi/far".
 */
export function activeNeurons(
  setting: ReluSetting,
  { n, total }: { readonly n: number; readonly total: number },
  ray: () => ReluRay,
): ActiveNeurons {
  const { machine, border, progress, random } = setting;
  /** Whoever keeps the near neurons in the machine's memory. */
  const keeper = Symbol("near neurons");
  /** Numbers of near neurons by chunk, one behind the other in memory as long as the machine's keeper is this one. */
  let kept: readonly number[] = [];
  let hasRays = false;

  /**
   * Goes through the near or the far neurons of all chunks: `at` lie their w′, or w and q of what is kept with rays.
   * `own` and `other` are the c of a chunk for those and for the others.
   */
  function eachChunk(
    far: boolean,
    visit: (at: number, count: number, drawn: number, own: number, other: number) => void,
  ): void {
    const isKept = !far && machine.keeper === keeper;
    if (!isKept) seedStream(setting, STREAM_U, "w");
    if (!far && !isKept) hasRays = false;
    if (!far) machine.keeper = null;
    seedStream(setting, STREAM_COMPONENTS, "components");
    const counts: number[] = [];
    let at = far ? SPARE : BLOCKS;
    let fits = !far;
    for (let chunk = 0, done = 0; done < n; chunk++, done += CHUNK) {
      const drawn = Math.min(CHUNK, n - done);
      machine.reserve(at + 16 * CHUNK);
      if (chunk % 8 === 0) machine.fill(COMPONENTS, 16, STREAM_COMPONENTS);
      const first = COMPONENTS / 8 + 2 * (chunk % 8);
      const [near, beyond] = machine.f64.subarray(first, first + 2);
      let count = kept[chunk];
      if (!isKept) {
        machine.fill(at, fours(drawn), STREAM_U);
        if (!far) machine.addUp(at, drawn, RELU_SUMS);
        count = border === Infinity ? drawn : machine.sift(at, drawn, border, far ? 1 : 0);
      }
      visit(at, count, drawn, far ? beyond : near, far ? near : beyond);
      if (fits) {
        counts.push(count);
        at += 16 * fours(count);
        fits = at <= BLOCKS + KEPT_BYTES;
        if (!fits) at = BLOCKS;
      }
      if (chunk % MANY_CHUNKS === MANY_CHUNKS - 1) progress?.(done + drawn);
    }
    if (!fits) return;
    kept = counts;
    machine.keeper = keeper;
  }

  const layer = lazily(() => {
    machine.f64.fill(0, RELU_SUMS / 8, RELU_SUMS / 8 + 2);
    let [m, nearSum, farSum] = [0, 0, 0];
    eachChunk(false, (_at, count, drawn, own, other) => {
      m += count;
      nearSum += Math.sqrt(count) * own;
      farSum += Math.sqrt(drawn - count) * other;
    });
    const [sum, lost] = machine.f64.subarray(RELU_SUMS / 8, RELU_SUMS / 8 + 2);
    const wanted = n > 0 ? Math.sqrt(m * ((n - m) / n)) * normal(random("sum")) : 0;
    return {
      shift: n > 0 ? (total - sum - lost) / n : 0,
      near: m > 0 ? (wanted - nearSum) / m : 0,
      far: n > m ? (-wanted - farSum) / (n - m) : 0,
    };
  });

  return {
    shift: () => layer().shift,
    visit(far, visit) {
      const { shift, near, far: beyond } = layer();
      const { alpha, push, spread } = ray();
      seedStream(setting, STREAM_XI, far ? "xi/far" : "xi/near");
      eachChunk(far, (at, count, _drawn, own) => {
        if (count === 0) return;
        const q = at + 8 * fours(count);
        if (far || !hasRays) {
          machine.fill(q, fours(count), STREAM_XI);
          machine.f64.fill(0, RELU_SUMS / 8, RELU_SUMS / 8 + 2);
          machine.addUp(q, count, RELU_SUMS);
          const [sum, lost] = machine.f64.subarray(RELU_SUMS / 8, RELU_SUMS / 8 + 2);
          const delta = (far ? beyond : near) + (Math.sqrt(count) * own - sum - lost) / count;
          machine.shiftedRay(at, q, count, shift, alpha, spread, push + spread * delta);
        }
        visit(at, q, count);
      });
      if (!far) hasRays = true;
    },
  };
}
