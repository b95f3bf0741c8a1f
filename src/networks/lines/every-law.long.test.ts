import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import { type CompleteSetting, completeSetting, type Setting, type Widths } from "../setting.js";
import {
  distances,
  ETAS,
  type Sample,
  type Shown,
  sampleStatistics,
  shownBy,
  thresholdOf,
} from "../testing/deep-statistics.js";
import { denseStep } from "../testing/dense-step.js";
import { laws } from "./laws.js";

/**
 * Every law of the list is held to dense networks here, at every one of these settings that it can draw; a law that can draw none
 * of them needs one of its own. Limits of level 1e-10 each, as in deep-laws.ts.
 */
const SETTINGS: readonly Setting<Widths>[] = [
  { psi: relu, d: 3, k: 8 },
  { psi: tanh, d: 2, k: 5 },
  { psi: softplus, d: 2, k: [3, 4], initialisation: "he" },
  { psi: softplus, d: 3, k: 4, coefficients: "gaussian" },
  { psi: tanh, d: 3, k: 6, bias: 1 },
  // What the kernels of deep networks take has one wide layer at least.
  { psi: tanh, d: 1, k: [2, 2 ** 14] },
];
const drawsOf = ({ widths }: CompleteSetting) => (Math.max(...widths) > 1000 ? 2500 : 10_000);

const name = ({ psi, d, k, bias }: Setting<Widths>) =>
  `${psi.id}, d = ${d}, k = ${String(k)}${bias === undefined ? "" : `, bias ${bias}`}`;
const streamsOf = (sampler: string, setting: string) =>
  keyedStreams({ seed: "every law", sampler, parameters: { setting } });

/** Weights in memory, moved along the gradient, without its last coordinate where that is a bias unit. */
function dense(setting: CompleteSetting): Sample {
  const x = new Float64Array(setting.d).fill(setting.norm / Math.sqrt(setting.d));
  return sampleStatistics(drawsOf(setting), streamsOf("dense", name(setting))(0), (random): Shown => {
    if (setting.bias === null) return shownBy(denseLine(drawDenseNetwork(setting, random), x));
    const {
      value,
      otherNorm = Number.NaN,
      after,
    } = denseStep({ ...setting, k: setting.widths[0] }, "projected", random);
    return [value, otherNorm, ...ETAS.map(after)];
  });
}
const kept = new Map<string, Sample>();
function denseOf(setting: CompleteSetting): Sample {
  const sample = kept.get(name(setting)) ?? dense(setting);
  kept.set(name(setting), sample);
  return sample;
}

function drawn({ name: law, draw }: (typeof laws)[number], setting: CompleteSetting): Sample {
  const streams = streamsOf(law, name(setting));
  let draws = 0;
  return sampleStatistics(drawsOf(setting), streams(0), () => shownBy(draw(setting, streams(++draws), {})));
}

describe.each(laws.map((law) => [law.name, law] as const))("%s", (_, law) => {
  const able = SETTINGS.map((setting) => completeSetting(setting, { bias: true })).filter(law.canDraw);

  test("can draw one of the settings", () => {
    expect(able.map(name)).not.toEqual([]);
  });

  test.each(able.map((setting) => [name(setting), setting] as const))("%s", (__, setting) => {
    const limit = thresholdOf(drawsOf(setting), 1e-10);
    for (const [statistic, distance] of distances(denseOf(setting), drawn(law, setting)))
      expect(distance, statistic).toBeLessThan(limit);
    // The law of another dimension is told apart.
    const other = completeSetting({ ...setting, d: 4 * setting.d, norm: Math.sqrt(4 * setting.d) }, { bias: true });
    const apart = distances(denseOf(setting), drawn(law, other));
    expect(Math.max(...apart.map(([, distance]) => distance))).toBeGreaterThan(limit);
  });
});
