import { afterEach, expect, test, vi } from "vitest";
import { relu } from "../../activations/relu.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import {
  distances,
  type Sample,
  type Shown,
  sampleStatistics,
  shownBy,
  thresholdOf,
} from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";

/**
 * The comparison of `deep-laws` catches wrong versions of the ReLU ray: each with one of its parts replaced, all
 * with a reach at which most neurons are far.
 */
const DRAWS = 10_000;
const THRESHOLD = thresholdOf(DRAWS, 1e-10);
const REACH = 2.5;

const SHAPES = {
  near: { d: 4, k: 6, depth: 2, initialisation: "he" },
  far: { d: 600, k: 600, depth: 2, initialisation: "he" },
  shallow: { d: 3, k: 4 },
  gaussian: { d: 6, k: 4, depth: 2, initialisation: "he", coefficients: "gaussian" },
} as const;
type Shape = keyof typeof SHAPES;

const kept: Partial<Record<Shape, Sample>> = {};
function dense(name: Shape): Sample {
  const shape = { ...SHAPES[name], psi: relu };
  const x = new Float64Array(shape.d).fill(1);
  const streams = keyedStreams({ seed: "mutants", sampler: "dense", parameters: { name } });
  // The plain ray law, itself held to dense networks, where those are large.
  const draw = (random: Streams): Shown => {
    if (shape.k < 100) return shownBy(denseLine(drawDenseNetwork(shape, random), x));
    return shownBy(drawRay(shape, random));
  };
  kept[name] ??= sampleStatistics(DRAWS, streams(0), draw);
  return kept[name];
}

/** The largest distance between dense networks and the ReLU ray as it is now. */
async function distance(name: Shape, reach = REACH): Promise<number> {
  vi.resetModules();
  const { drawReluRay } = await import("./relu-ray.js");
  const own = keyedStreams({ seed: "mutants", sampler: "relu-ray", parameters: { name } });
  let draws = 0;
  const sample = sampleStatistics(DRAWS, own(DRAWS), () => {
    return shownBy(drawReluRay(SHAPES[name], own(draws++), { reach }));
  });
  return distances(dense(name), sample)[0][1];
}

const PARTS = ["near-active", "half-normals-between", "fill-normals", "deferred-orthogonalise", "relu-layer"] as const;
type Part = (typeof PARTS)[number];

const pathOf = (file: Part) => (file === "deferred-orthogonalise" ? `../${file}.js` : `./${file}.js`);

/** Replaces exports of one of the files, given what they were. */
function replace<T extends object>(file: Part, change: (whole: T) => Partial<T>): void {
  vi.doMock(pathOf(file), async (original) => {
    const whole = await original<T>();
    return { ...whole, ...change(whole) };
  });
}

afterEach(() => {
  for (const file of PARTS) vi.doUnmock(pathOf(file));
  vi.doUnmock("../../chance/chi-square.js");
});

test.each(["near", "far", "shallow", "gaussian"] as const)("the law itself passes: %s", async (name) => {
  expect(await distance(name)).toBeLessThan(THRESHOLD);
});

type NearActive = typeof import("./near-active.js");
type Halves = typeof import("./half-normals-between.js");
type Normals = typeof import("./fill-normals.js");
type Orthogonalise = typeof import("../deferred-orthogonalise.js");
type Layer = typeof import("./relu-layer.js");

/** What each makes wrong, and the shape that shows it. */
const MUTANTS: Readonly<Record<string, readonly [Shape, () => void]>> = {
  "inactive neurons never come near": [
    "shallow",
    () => replace<Halves>("half-normals-between", () => ({ halfNormalsBetween: () => new Float64Array(0) })),
  ],
  "inactive neurons at their kink": [
    "near",
    () =>
      replace<Halves>("half-normals-between", ({ halfNormalsBetween }) => ({
        halfNormalsBetween: (...given) => halfNormalsBetween(...given).map(() => given[1]),
      })),
  ],
  "active neurons never come near": [
    "shallow",
    () =>
      replace<NearActive>("near-active", ({ nearActive }) => ({
        nearActive: (...given) => {
          const found = nearActive(...given);
          return (low) => found(low, low);
        },
      })),
  ],
  "signs of a near the kink all 1": [
    "shallow",
    () =>
      replace<NearActive>("near-active", ({ nearActive }) => ({
        nearActive: (...given) => {
          const found = nearActive(...given);
          return (low, high) => {
            const near = found(low, high);
            return { ...near, sign: near.sign.fill(1) };
          };
        },
      })),
  ],
  "z not scaled to its norm": [
    "gaussian",
    () =>
      replace<NearActive>("near-active", ({ nearActive }) => ({
        nearActive: (scalars, ...given) =>
          nearActive(
            { ...scalars, hSquared: scalars.hSquared === null ? null : scalars.active * scalars.tau ** 2 },
            ...given,
          ),
      })),
  ],
  "half the variance of fresh variables": [
    "near",
    () =>
      replace<Normals>("fill-normals", ({ fillNormals }) => ({
        fillNormals: (out, bits) => {
          fillNormals(out, bits);
          for (let i = 0; i < out.length; i++) out[i] *= Math.SQRT1_2;
        },
      })),
  ],
  "no direction is orthogonal to those before": [
    "near",
    () =>
      replace<Orthogonalise>("deferred-orthogonalise", ({ orthogonalise }) => ({
        orthogonalise: (v, _, coefficients) => {
          coefficients.fill(0);
          return orthogonalise(v, [], new Float64Array(0));
        },
      })),
  ],
  "no g·q in images": [
    "near",
    () =>
      replace<Layer>("relu-layer", ({ reluLayer }) => ({
        reluLayer: (...given) => {
          const layer = reluLayer(...given);
          return { ...layer, image: () => layer.image(0) };
        },
      })),
  ],
  "g is b: nothing on inactive neurons": [
    "near",
    () =>
      replace<Layer>("relu-layer", ({ reluLayer }) => ({
        reluLayer: (...given) => {
          const layer = reluLayer(...given);
          return { ...layer, g: layer.b };
        },
      })),
  ],
  "two degrees of freedom too many": [
    "near",
    () =>
      vi.doMock("../../chance/chi-square.js", async (original) => {
        const { chiSquare } = await original<typeof import("../../chance/chi-square.js")>();
        return { chiSquare: (n: number, bits: () => number) => chiSquare(n + 2, bits) };
      }),
  ],
};

test.each(Object.entries(MUTANTS))("%s is caught", async (_, [name, spoil]) => {
  spoil();
  expect(await distance(name)).toBeGreaterThan(THRESHOLD);
});

test("a reach too short for what may flip is caught", async () => {
  expect(await distance("far", 0.5)).toBeGreaterThan(THRESHOLD);
});
