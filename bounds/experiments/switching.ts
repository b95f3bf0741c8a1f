import { isRelu, linearSides } from "lemmacheck/activations";
import {
  canDrawRayFast,
  drawLine,
  drawRayFast,
  drawSharedLines,
  type Line,
  pointsOfRayFast,
  refinedFlip,
  type Setting,
} from "lemmacheck/networks";
import type { Streams } from "lemmacheck/statistics";

/** "we limit our search to |η| < 20" */
export const SEARCHED = 20;

/** Up to this width the upper layers are in memory and every crossing of a kink is visited. */
const WALKED = 64;
/** Up to this width they are in memory, and crossings are visited where values at points show no flip. */
const HELD = 128;
/** From this width on, and below this dimension, nearly all neurons are near, which the kernels do faster. */
const [WIDE, LOW] = [2 ** 14, 1000];

/** What one input shows. */
export interface Switching {
  readonly gradientNorm: number;
  /** The smallest |η| seen to flip the sign of f, null for none. */
  readonly eta: number | null;
  /** No flip was seen, and somewhere one may have been passed over. */
  readonly unresolved: boolean;
}

/** Points between others, before a line is unresolved; where fewer can be asked for, so many are kept for the first steps. */
const [MOST, FIRST] = [64, 16];

/** How one input's smallest flip is looked for; whether there is one is all that counts unless `closely`. */
function switchingOf(
  line: Line,
  { k, depth = 1 }: Setting,
  { walkable, closely, points = Infinity }: { walkable: boolean; closely: boolean; points?: number },
): Switching {
  const { gradientNorm } = line;
  const exact = (): Switching => {
    const flip = line.smallestFlip({ limit: SEARCHED });
    return { gradientNorm, eta: flip?.upper ?? null, unresolved: false };
  };
  if (walkable && (depth === 1 || k <= WALKED)) return exact();
  const mayWalk = walkable && k <= HELD;
  const seen = refinedFlip(line, {
    limit: SEARCHED,
    tolerance: closely ? 1e-3 : 1,
    most: mayWalk ? 0 : Math.min(MOST, points - FIRST),
  });
  return seen.eta === null && mayWalk ? exact() : { gradientNorm, ...seen };
}

/**
 * One network and one input: does a step along the gradient flip the sign of f, and how long is the least one?
 *
 * f·f' < 0 is a flip; f' = 0 is none. For ψ linear on either side of 0 the smallest |η| is exact for one hidden layer at
 * any width and for up to 64 neurons at any depth, and whether there is one up to 128. Beyond, and for other ψ, it is what
 * values at points show (`refinedFlip`), and a line where a flip there and back may have been passed over is unresolved.
 */
export function drawSwitching(setting: Setting, random: Streams): Switching {
  const { psi, d, k, depth = 1 } = setting;
  const linear = linearSides(psi) !== null;
  // Of one layer nothing is above the first, and other ψ than the ReLU are walked neuron by neuron.
  if (linear && (depth === 1 ? !isRelu(psi) : k <= HELD)) {
    const [line] = drawSharedLines({ ...setting, inputs: 1 }, random, { dense: true });
    return switchingOf(line, setting, { walkable: true, closely: true });
  }
  const byKernels = depth > 1 && k >= WIDE && d < LOW && canDrawRayFast({ psi, k, depth });
  const line = byKernels ? drawRayFast(setting, random) : drawLine(setting, random);
  const points = byKernels ? pointsOfRayFast({ k, depth }) : Infinity;
  return switchingOf(line, setting, { walkable: linear && depth === 1, closely: true, points });
}

/** Two independent inputs of one network. */
export function drawSwitchingPair(setting: Setting, random: Streams): readonly [Switching, Switching] {
  const { psi, k, depth = 1 } = setting;
  const linear = linearSides(psi) !== null;
  const dense = linear && k <= HELD;
  const [x, y] = drawSharedLines({ ...setting, inputs: 2 }, random, { dense });
  const walkable = dense || (linear && depth === 1);
  const how = { walkable, closely: false };
  return [switchingOf(x, setting, how), switchingOf(y, setting, how)];
}
