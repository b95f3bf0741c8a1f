import type { Streams } from "../../chance/streams.js";
import type { RayParameters } from "./ray-draw.js";
import { drawReluScalars } from "./relu-scalars.js";

/** f(x) and ‖∇f(x)‖ of a random network at one x. */
export interface ReluDraw {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
}

/**
 * f(x) and ‖∇f(x)‖ of a random ReLU network, jointly as they are for that of `drawDenseNetwork` at any one x with
 * ‖x‖ = radius, from 3L + 1 random numbers at any k, d up to 2^53: see `drawReluScalars`.
 *
 * @throws RangeError as `drawReluScalars` does.
 */
export function drawReluShortcut(parameters: Omit<RayParameters, "activation">, random: Streams): ReluDraw {
  const { value, gradientNorm } = drawReluScalars(parameters, random) ?? { value: 0, gradientNorm: 0 };
  return { value, gradientNorm };
}
