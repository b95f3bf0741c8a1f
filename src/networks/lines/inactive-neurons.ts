import { binomial } from "../../chance/binomial.js";
import { uniform } from "../../chance/bits.js";
import { lazily } from "../../numbers/lazily.js";
import { STREAM_U, STREAM_XI } from "../kernels/layout.js";
import { SPARE } from "./active-neurons.js";
import {
  CHUNK,
  fours,
  MANY_CHUNKS,
  type ReluRay,
  type ReluSetting,
  seedStream,
  type VisitNeurons,
} from "./relu-setting.js";

const [W, Q] = [SPARE, SPARE + 8 * CHUNK];

/** Visits all inactive neurons of a ReLU layer that are near, or all that are far. */
export type InactiveNeurons = (far: boolean, visit: VisitNeurons) => void;

/**
 * `n` inactive neurons: (w, ω) ~ N(0, I_2) is isotropic. With probability atan(ratio)/(π/2) a pair is near, |w| ≤
 * ratio·|ω|; its angle to the axis of ω is then uniform up to atan(ratio), and half its squared length exponential. The far
 * ones are pairs given that they are not near, those near left out.
 *
 * Reads "near", "pairs", "w/inactive" and "xi/inactive".
 */
export function inactiveNeurons(setting: ReluSetting, n: number, ray: () => ReluRay): InactiveNeurons {
  const { machine, ratio, progress, random } = setting;
  const widest = Math.atan(ratio);
  const near = lazily(() => binomial(n, widest / (Math.PI / 2), random("near")));

  function eachNear(visit: VisitNeurons): void {
    const { alpha, spread } = ray();
    const bits = random("pairs");
    for (let done = 0; done < near(); done += CHUNK) {
      const count = Math.min(CHUNK, near() - done);
      const { f64 } = machine;
      for (let i = 0; i < count; i++) {
        const sine = Math.sin(widest * uniform(bits));
        const length = Math.sqrt(-2 * Math.log(uniform(bits)));
        const signs = bits();
        const w = (signs & 1 ? length : -length) * sine;
        const omega = (signs & 2 ? length : -length) * Math.sqrt(1 - sine * sine);
        f64[W / 8 + i] = w;
        f64[Q / 8 + i] = alpha * w + spread * omega;
      }
      visit(W, Q, count);
      if ((done / CHUNK) % MANY_CHUNKS === MANY_CHUNKS - 1) progress?.(done);
    }
  }

  function eachFar(visit: VisitNeurons): void {
    const { alpha, spread } = ray();
    seedStream(setting, STREAM_U, "w/inactive");
    seedStream(setting, STREAM_XI, "xi/inactive");
    const all = n - near();
    for (let chunk = 0, done = 0; done < all; chunk++) {
      const drawn = Math.min(CHUNK, fours(Math.min(CHUNK, all - done)));
      machine.fill(W, drawn, STREAM_U);
      machine.fill(Q, drawn, STREAM_XI);
      const found = ratio > 0 ? machine.siftPairs(W, Q, drawn, ratio) : drawn;
      const count = Math.min(found, all - done);
      if (count > 0) {
        machine.shiftedRay(W, Q, count, 0, alpha, spread, 0);
        visit(W, Q, count);
      }
      done += count;
      if (chunk % MANY_CHUNKS === MANY_CHUNKS - 1) progress?.(done);
    }
  }

  return (far, visit) => {
    machine.reserve(SPARE + 16 * CHUNK);
    if (far) eachFar(visit);
    else eachNear(visit);
  };
}
