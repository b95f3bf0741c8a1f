import { type Found, formatNumber, type Json, type Relief } from "lemmacheck";
import { labelOf } from "./figure-point.js";
import { isLandscape, type Landscape, type LandscapePayload, stepsOf } from "./landscape-task.js";

/** A scale of Section 1.2. */
export interface LandscapeScale {
  readonly name: string;
  /** ‖δ‖ goes up to reach(d). */
  readonly reach: (d: number) => number;
  readonly about: string;
}

/** Steps as long as x, of the length at which signs flip, and so short that few neurons of a ReLU network meet their kink. */
export const SCALES: readonly LandscapeScale[] = [
  { name: "macroscopic", reach: (d) => 2 * Math.sqrt(d), about: "‖δ‖ up to 2√d" },
  { name: "mesoscopic", reach: () => 4, about: "‖δ‖ up to 4, as d and k grow o(√d)" },
  { name: "microscopic", reach: (d) => 2 / Math.sqrt(d), about: "‖δ‖ up to 2/√d" },
];

/** How far f is from straight along the gradient, at most, beside its largest change there. */
function bend({ value, gradientNorm, profile }: Landscape, steps: readonly number[]): number {
  const off = Math.max(...profile.map((f, i) => Math.abs(f - value - gradientNorm * steps[i])));
  const change = Math.max(...profile.map((f) => Math.abs(f - value)));
  return change > 0 ? off / change : 0;
}

function reliefOf(
  { name, about }: LandscapeScale,
  { point, reach, side, line }: LandscapePayload,
  seen: Landscape,
): Relief {
  const steps = stepsOf(reach, line);
  return {
    title: `f around x, ${name} scale: ${about}`,
    caption: [
      `${labelOf(point)}. Left: f(x + s·∇f/‖∇f‖ + t·v), v a random direction across; black where the sign changes, the circle is x.`,
      `Right: f along the gradient; dashed f(x) + s‖∇f(x)‖. Off by at most ${formatNumber(bend(seen, steps))} of the largest change.`,
    ],
    xLabel: "s, along ∇f(x)",
    yLabel: "t, across",
    zLabel: "f",
    xs: stepsOf(reach, side),
    ys: stepsOf(reach, side),
    heights: seen.heights,
    profile: { xs: steps, heights: seen.profile, straight: steps.map((s) => seen.value + s * seen.gradientNorm) },
  };
}

/** What was seen at each scale: how straight f is, and a picture. */
export function landscapeFound(
  jobs: readonly { readonly key: string; readonly payload: LandscapePayload }[],
  results: ReadonlyMap<string, Json>,
): Found {
  const seen = SCALES.flatMap((scale) => {
    const job = jobs.find(({ key }) => key === scale.name);
    const found = job && results.get(job.key);
    return job && isLandscape(found, job.payload) ? [{ scale, payload: job.payload, found }] : [];
  });
  const lines = seen.map(
    ({ scale, payload, found }): Json => ({
      schema: 1,
      scale: scale.name,
      ...payload.point,
      reach: payload.reach,
      value: found.value,
      gradientNorm: found.gradientNorm,
      bend: bend(found, stepsOf(payload.reach, payload.line)),
      changesSign: found.heights.some((f) => f * found.value < 0),
      seed: payload.seed,
    }),
  );
  const text = seen.map(({ scale, payload, found }) => {
    const off = bend(found, stepsOf(payload.reach, payload.line));
    const signs = found.heights.some((f) => f * found.value < 0) ? "changes its sign" : "keeps its sign";
    return `${scale.name.padEnd(12)} ${scale.about}: f ${signs}; along the gradient it is off its tangent by ${formatNumber(off)} of its largest change`;
  });
  return {
    text: text.length > 0 ? text.join("\n") : "nothing is there yet",
    lines,
    files: Object.fromEntries(
      seen.map(({ scale, payload, found }) => [`landscape-${scale.name}.svg`, reliefOf(scale, payload, found)]),
    ),
  };
}
