import { isRelu } from "../../activations/is-relu.js";
import type { Streams } from "../../chance/streams.js";
import { psiKernel } from "../kernels/psi-kernel.js";
import type { Line, SlopedLine } from "../line.js";
import { type CompleteSetting, MOST_NEURONS } from "../setting.js";
import { drawBiasStep } from "./bias-step.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawReluFast } from "./draw-relu-fast.js";
import type { KernelOptions } from "./kernel-options.js";
import { drawOneStep } from "./one-step.js";
import { drawRay } from "./ray-draw.js";
import { canDrawRayFast, drawRayFast } from "./ray-draw-fast.js";
import { drawReluRay } from "./relu-ray.js";

interface Law<L extends Line, S extends boolean> {
  readonly name: string;
  /** Whether its lines have slopes. */
  readonly sloped: S;
  readonly canDraw: (setting: CompleteSetting) => boolean;
  /** Work of a draw with value, gradient norm and a few points, in normal variables by the kernels, 1.5 ns or so each. */
  readonly cost: (setting: CompleteSetting) => number;
  readonly draw: (setting: CompleteSetting, random: Streams, options: KernelOptions) => L;
}

/** A law of a network along a line, as `laws` has them. */
export type LineLaw = Law<Line, false> | Law<SlopedLine, true>;

/** From this width on the kernels draw what is deep; below, points are not limited in number. */
const WIDE = 2 ** 14;
/** Of a neuron and a layer without the kernels: about 700 ns for three points. */
const PLAIN = 500;
/** The same by the kernels, for a network in whole vectors: about 40 ns. */
const BY_PASSES = 30;

/** Neurons of all layers. */
const neurons = ({ widths }: CompleteSetting) => widths.reduce((sum, width) => sum + width, 0);
const widest = ({ widths }: CompleteSetting) => widths.reduce((most, width) => Math.max(most, width));
/** Of one hidden layer, with its width as a number. */
const single = (setting: CompleteSetting) => ({ ...setting, k: setting.widths[0] });
const isPlain = ({ bias, norm }: CompleteSetting) => bias === null && norm > 0;
/** One hidden layer and signs a, seen from ‖x‖ = √d: all that the one-step kernels know. */
const isOneStep = ({ d, depth, coefficients, norm, bias }: CompleteSetting) =>
  bias === null && depth === 1 && coefficients === "rademacher" && norm === Math.sqrt(d);
const fits = (setting: CompleteSetting) => widest(setting) <= MOST_NEURONS;

/**
 * All laws by which a network can be drawn along a line, in order: of those that can, the first of the cheapest is
 * taken. A law is chosen by the setting alone, so that equal settings have equal draws.
 */
export const laws: readonly LineLaw[] = [
  {
    name: "ReLU, near neurons",
    sloped: false,
    canDraw: (setting) => isPlain(setting) && isRelu(setting.psi),
    // Half of the neurons, and as many near ones at worst.
    cost: neurons,
    draw: (setting, random) => drawReluRay(setting, random),
  },
  {
    name: "ReLU, one step",
    sloped: true,
    canDraw: (setting) => isOneStep(setting) && isRelu(setting.psi),
    cost: neurons,
    draw: (setting, random, options) => drawReluFast(single(setting), random, options),
  },
  {
    name: "one step, by the kernels",
    sloped: true,
    canDraw: (setting) => isOneStep(setting) && psiKernel(setting.psi) !== null,
    cost: (setting) => 2 * neurons(setting),
    draw: (setting, random, options) => drawOneStepFast(single(setting), random, options),
  },
  {
    name: "ray, by the kernels",
    sloped: false,
    canDraw: (setting) => isPlain(setting) && widest(setting) >= WIDE && canDrawRayFast(setting),
    cost: (setting) => BY_PASSES * neurons(setting),
    draw: drawRayFast,
  },
  {
    name: "ray",
    sloped: false,
    canDraw: (setting) => isPlain(setting) && fits(setting),
    cost: (setting) => PLAIN * neurons(setting),
    draw: drawRay,
  },
  {
    name: "one step, in memory",
    sloped: true,
    canDraw: (setting) => setting.bias === null && setting.depth === 1 && fits(setting),
    cost: (setting) => PLAIN * neurons(setting),
    draw: (setting, random) => drawOneStep(single(setting), random),
  },
  {
    name: "one step, bias unit",
    sloped: true,
    canDraw: (setting) => setting.bias !== null && setting.depth === 1 && fits(setting),
    cost: (setting) => PLAIN * neurons(setting),
    draw: (setting, random) => drawBiasStep(single(setting), random),
  },
];
