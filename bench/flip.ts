import { relu } from "../src/activations/relu.js";
import { drawLine } from "../src/networks/lines/draw-line.js";
import { drawOneStep } from "../src/networks/lines/one-step.js";
import { refinedFlip } from "../src/networks/lines/refined-flip.js";
import { drawReluRay } from "../src/networks/lines/relu-ray.js";
import { coreTime, medians } from "./medians.js";
import { type Line, timed, times } from "./section.js";
import { streams } from "./streams.js";

const SIZE = 1_000_000;
const HUGE = 1_000_000_000;
/** Widths of Figure 1, d = k, and depths. */
const WIDTHS = [10, 100, 1000, 10_000, 100_000, 1_000_000];
const DEPTHS = [1, 2, 3, 4, 5, 6];
const SAMPLES = 10_000;

const flip = (k: number, depth: number) => (call: number) =>
  depth === 1
    ? drawLine({ psi: relu, d: k, k }, streams(call)).smallestFlip()
    : refinedFlip(drawLine({ psi: relu, d: k, k, depth, initialisation: "he" }, streams(call)));

/** The smallest η that flips the sign, drawing included, and what Figure 1 would take. */
export function flips(): Line[] {
  const found = medians(
    {
      fast: { work: 1, run: flip(SIZE, 1) },
      plain: {
        work: 1,
        run: (call) => drawOneStep({ psi: relu, d: SIZE, k: SIZE }, streams(call)).smallestFlip(),
      },
    },
    9,
    200,
  );
  // Both with the same search as a figure has it; "before" draws all |z| and looks at twice the points.
  const deep = { psi: relu, d: SIZE, k: SIZE, depth: 6, initialisation: "he" } as const;
  const campaign = (n: number) => (call: number) => refinedFlip(drawLine({ ...deep, d: n, k: n }, streams(call)));
  const six = medians(
    {
      near: { work: 1, run: campaign(SIZE) },
      all: {
        work: 1,
        run: (call) => drawReluRay(deep, streams(call), { many: Infinity }).smallestFlip({ tolerance: 1e-3 }),
      },
    },
    9,
    400,
  );
  const huge = medians({ one: { work: 1, run: campaign(HUGE) } }, 7, 1);
  // Means and not medians: a figure takes every sample.
  let total = 0;
  const at: Record<string, number> = {};
  for (const depth of DEPTHS)
    for (const k of WIDTHS) {
      const many = k >= 100_000 ? 16 : 60;
      for (let call = many; call < 1.5 * many; call++) flip(k, depth)(call);
      const start = coreTime();
      for (let call = 0; call < many; call++) flip(k, depth)(call);
      at[`${depth} ${k}`] = (coreTime() - start) / many;
      total += at[`${depth} ${k}`] * SAMPLES;
    }
  return [
    timed("exact smallest η, ReLU, L = 1, k = d = 10⁶", found.fast, "ms", {
      goal: "4, then 2",
      beside: `${times(found.plain.median / found.fast.median)} all breakpoints (${(found.plain.median / 1e6).toFixed(0)} ms)`,
    }),
    timed("smallest η to 1e-3, L = 6, k = d = 10⁶, as a figure looks for it", six.near, "ms", {
      goal: "4 ×, then 10 ×",
      beside: `${times(six.all.median / six.near.median)} all |z| and a search by halves of the tangent`,
    }),
    timed("the same, k = d = 10⁹", huge.one, "s", { goal: "10; 2 GB" }),
    { what: "smallest η, L = 6, k = d = 10⁶ (mean)", median: at["6 1000000"], unit: "ms" },
    {
      what: `Figure 1: d = k in 10, …, 10⁶, L = 1 … 6, ${SAMPLES.toLocaleString("en")} samples a point, two cores`,
      median: total / 2 / 60_000,
      unit: "minutes, extrapolated from 16 to 60 samples a point",
      goal: "30, then 5",
    },
  ];
}
