import { KRONROD, NODES } from "./gauss-kronrod.js";
import { type Integrand, REACH } from "./integrand.js";
import { kronrodError, RULE_ORDER } from "./kronrod-error.js";
import { lazily } from "./lazily.js";
import { densityBounds, type Majorant, productBound, type TaylorBounds } from "./majorants/taylor-bounds.js";
import { logNormalUpperTail } from "./normal-tail.js";
import { wholeEnds } from "./proven-panels.js";

/** Panels in all, at most; a spike of width 1e-12 takes some 400. */
const MOST_PANELS = 1200;
/** What the rule may leave on a panel, and what may be left out without a look, in parts of what all may. */
const [SHARE, SKIPPED] = [1 / 500, 1 / 5000];
const ULP = 2 ** -52;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

interface Node {
  readonly t: number;
  readonly weight: number;
  readonly value: number;
  readonly error: number;
}

/** An interval with what is known of f there, once it is asked for. */
interface Panel {
  readonly low: number;
  readonly high: number;
  readonly bounds: Majorant;
  readonly nodes: () => readonly Node[];
  /** None where the interval is as short as can be, or there are panels enough. */
  readonly halves: () => readonly Panel[];
}

/** A panel of f that grows into a tree of them; `room` is what is left of MOST_PANELS. */
function panelOf(f: Integrand, bounds: TaylorBounds, room: { left: number }, low: number, high: number): Panel {
  room.left--;
  const [half, middle] = [(high - low) / 2, (low + high) / 2];
  return {
    low,
    high,
    bounds: bounds(low, high, RULE_ORDER),
    nodes: lazily(() =>
      Array.from({ length: 15 }, (_, i) => {
        const node = i < 8 ? i : i - 7;
        const t = middle + (i < 8 ? -1 : 1) * half * NODES[node];
        return { t, weight: half * KRONROD[node], value: f.value(t), error: f.error(t) };
      }),
    ),
    halves: lazily(() =>
      room.left < 2 || middle <= low || middle >= high
        ? []
        : [panelOf(f, bounds, room, low, middle), panelOf(f, bounds, room, middle, high)],
    ),
  };
}

/**
 * a ↦ E f(a + cZ), Z ~ N(0, 1), with its proven error, |a| ≤ REACH, 0 < c ≤ 1: f times a normal density over panels that all
 * a share, so that values and majorants of f are taken once; these are halved where one a or another asks for it. For
 * |f| ≤ most·(|t|/R)^degree beyond R, degree 0 or 1, at most most·√P(|a + cZ| > R) is beyond, by Cauchy and Schwarz, as
 * E(a + cZ)² ≤ R². null without majorants.
 *
 * @param enough what the error of a value may be.
 */
export function gaussianConvolution(
  f: Integrand,
  c: number,
  enough: number,
): ((a: number) => { readonly value: number; readonly error: number }) | null {
  const { bounds, far } = f;
  if (!bounds || far.degree > 1) return null;
  const room = { left: MOST_PANELS };
  const ends = wholeEnds(f.kinks, REACH);
  const panels = ends.slice(1).map((high, i) => panelOf(f, bounds, room, ends[i], high));
  const scale = INVERSE_SQRT_TWO_PI / c;
  return (a) => {
    const beyond = Math.exp(0.5 * (Math.LN2 + logNormalUpperTail((REACH - Math.abs(a)) / c))) * (1 + 1e-11);
    let [value, error] = [0, far.most === 0 ? 0 : far.most * beyond];
    const visit = ({ low, high, bounds: most, nodes, halves }: Panel): void => {
      const half = (high - low) / 2;
      // Of the density of a + cZ, a and c as they are; a rounding of the arguments moves it by some ulp.
      const kernel = densityBounds((low - a) / c, (high - a) / c, RULE_ORDER);
      for (let j = 0, power = (1 + 1e-13) / c; j < kernel.length; j++, power /= c * (1 - 1e-15)) kernel[j] *= power;
      const all = 2 * half * productBound(most, kernel, 0);
      if (all <= SKIPPED * enough) {
        error += all;
        return;
      }
      const left = kronrodError(most, kernel, half);
      const parts = left > SHARE * enough ? halves() : [];
      if (parts.length > 0) {
        for (const part of parts) visit(part);
        return;
      }
      error += left;
      for (const node of nodes()) {
        const x = (node.t - a) / c;
        const density = node.weight * scale * Math.exp(-0.5 * x * x);
        value += density * node.value;
        // x is off by two ulp of itself and by a half of t's and a's; weight, product and sum by some hundred in all.
        const off = 100 + 3 * x * x + (Math.abs(x) * (Math.abs(node.t) + Math.abs(a))) / c;
        error += density * (node.error + off * ULP * Math.abs(node.value));
      }
      // Abscissas are off by their own rounding, and by those of the nodes and of half a panel.
      if (most.length > 1) error += half * productBound(most, kernel, 1) * ULP * (Math.max(-low, high) + 2 * half);
    };
    panels.forEach(visit);
    return { value, error: error >= 0 ? error * (1 + 1e-12) : Infinity };
  };
}
