import { type Found, formatNumber, type Json, type Relief } from "lemmacheck";
import { labelOf } from "./figure-point.js";
import { isBeyond, isLandscape, type Landscape, type LandscapePayload, stepsOf } from "./landscape-task.js";

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

/** A scale that was looked at; null where f is beyond doubles there. */
interface Done {
  readonly scale: LandscapeScale;
  readonly payload: LandscapePayload;
  readonly found: Landscape | null;
}

const changesSign = ({ heights, value }: Landscape) => heights.some((f) => f * value < 0);

function seenText({ reach, line }: LandscapePayload, seen: Landscape | null): string {
  if (!seen) return "f goes beyond doubles, and is not shown";
  const signs = changesSign(seen) ? "changes its sign" : "keeps its sign";
  return `f ${signs}; along the gradient it is off its tangent by ${formatNumber(bend(seen, stepsOf(reach, line)))} of its largest change`;
}

/** What was seen at each scale: how straight f is, and a picture. */
export function landscapeFound(
  jobs: readonly { readonly key: string; readonly payload: LandscapePayload }[],
  results: ReadonlyMap<string, Json>,
): Found {
  const done = SCALES.flatMap((scale): Done[] => {
    const job = jobs.find(({ key }) => key === scale.name);
    const found = job && results.get(job.key);
    if (job && isLandscape(found, job.payload)) return [{ scale, payload: job.payload, found }];
    return job && isBeyond(found) ? [{ scale, payload: job.payload, found: null }] : [];
  });
  const lines = done.map(
    ({ scale, payload, found }): Json => ({
      schema: 1,
      scale: scale.name,
      ...payload.point,
      reach: payload.reach,
      value: found?.value ?? null,
      gradientNorm: found?.gradientNorm ?? null,
      bend: found && bend(found, stepsOf(payload.reach, payload.line)),
      changesSign: found && changesSign(found),
      seed: payload.seed,
    }),
  );
  const text = done.map(
    ({ scale, payload, found }) => `${scale.name.padEnd(12)} ${scale.about}: ${seenText(payload, found)}`,
  );
  return {
    text: text.length > 0 ? text.join("\n") : "nothing is there yet",
    lines,
    files: {
      "landscape.jsonl": lines,
      ...Object.fromEntries(
        done.flatMap(({ scale, payload, found }) =>
          found ? [[`landscape-${scale.name}.svg`, reliefOf(scale, payload, found)]] : [],
        ),
      ),
    },
  };
}
