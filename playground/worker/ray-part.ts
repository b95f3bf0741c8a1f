import { formatNumber } from "lemmacheck";
import type { Line } from "lemmacheck/networks";
import { theoremOneConstants } from "../../bounds/constants/theorem-1-constants.js";
import { THEOREM_TWO_STEP } from "../../bounds/constants/theorem-2-constants.js";
import { escapeHtml } from "../../reports/escape-html.js";
import { linePlot } from "../../reports/line-plot.js";
import { PICTURE } from "../../reports/plot.js";
import { lineOf } from "./line-of.js";
import type { Setting } from "./setting.js";

/** Points of a ray, and other networks that are shown beside; of several layers, whose points are correlated one with another, fewer. */
const [POINTS, OTHERS] = [121, 8];
const [DEEP_POINTS, DEEP_OTHERS] = [31, 3];
/** Wider networks of several layers, other than ReLU, are known at 32 points each. */
const DEEP_WIDTH = 2 ** 14;

/** The length of the step of the theorem that is about ψ, ‖η∇f(x)‖; null where neither is, or its constants do not serve γ. */
function stepOfTheorem(
  { psi, gamma, depth }: Setting,
  { gradientNorm }: Line,
): { readonly name: string; readonly length: number } | null {
  // Both are about one hidden layer.
  if (depth > 1) return null;
  const root = Math.sqrt(-Math.log(gamma));
  if (psi.id === "relu") return { name: "Theorem 2’s step", length: (THEOREM_TWO_STEP.C4 * root) / gradientNorm };
  if (!(psi.smoothness < Infinity && psi.lipschitz < Infinity && psi.gaussian.derivativeSecondMoment.value > 0))
    return null;
  return { name: "Theorem 1’s step", length: (theoremOneConstants(psi, gamma).C3 * root) / gradientNorm };
}

/** f at steps of these lengths against the sign of f(x). */
function along({ value, gradientNorm, at }: Line, lengths: readonly number[]): (readonly [number, number])[] {
  const toward = -Math.sign(value) / gradientNorm;
  return at(lengths.map((length) => length * toward)).map((point, i) => [lengths[i], point.value] as const);
}

/** f from x along its gradient, for one network and some others. */
export function rayPart(setting: Setting): string {
  const { psi, d, k, depth, network } = setting;
  if (depth > 1 && k >= DEEP_WIDTH && psi.id !== "relu")
    return `<p>Of several layers as wide as k = ${k} too few points are known for a curve; below k = 2^14 it is drawn.</p>`;
  const [points, beside] = depth > 1 ? [DEEP_POINTS, DEEP_OTHERS] : [POINTS, OTHERS];
  const draw = lineOf(setting);
  const line = draw(network);
  const { value, gradientNorm } = line;
  if (!(gradientNorm > 0) || value === 0)
    return `<p>Network ${network + 1}: f(x) = ${formatNumber(value)}, ‖∇f(x)‖ = ${formatNumber(gradientNorm)}: there is no step to take.</p>`;
  const flip = line.smallestFlip();
  const tangent = Math.abs(value) / gradientNorm;
  const reach = Math.max(2.5 * tangent, flip ? 2 * flip.upper * gradientNorm : 0);
  const lengths = Array.from({ length: points }, (_, i) => (reach * i) / (points - 1));
  const others = Array.from({ length: k * depth <= 2 ** 20 ? beside : 0 }, (_, i) => draw(network + 1 + i)).filter(
    (other) => other.gradientNorm > 0,
  );
  const theorem = stepOfTheorem(setting, line);
  const marks = [
    ...(flip ? [{ x: flip.upper * gradientNorm, name: "the sign changes", style: "reference dashed" }] : []),
    ...(theorem ? [{ x: theorem.length, name: theorem.name, style: "reference" }] : []),
  ];
  const svg = linePlot({
    title: `f along its gradient for ψ = ${psi.id}, d = ${d}, k = ${k}, L = ${depth}`,
    heading: "f(x + η∇f(x))",
    xLabel: "‖η∇f(x)‖, against the sign of f(x)",
    curves: [
      ...others.map((other) => ({ style: "faint", points: along(other, lengths) })),
      {
        style: "curve s1 dashed",
        points: [
          [0, value],
          [reach, value - Math.sign(value) * gradientNorm * reach],
        ],
      },
      { style: "curve s0", points: along(line, lengths) },
    ],
    marks,
    width: PICTURE,
    height: 320,
  });
  const changes = flip
    ? `the sign changes at ‖η∇f(x)‖ = ${formatNumber(flip.upper * gradientNorm)}, where ‖x‖ = √d = ${formatNumber(Math.sqrt(d))}`
    : "no change of sign is seen at |η| < 20";
  const asked = theorem ? ` ${theorem.name} has length ${formatNumber(theorem.length)}.` : "";
  return `${svg}<p>Network ${network + 1}: f(x) = ${formatNumber(value)}, ‖∇f(x)‖ = ${formatNumber(gradientNorm)}; ${escapeHtml(changes)}.${escapeHtml(asked)} Dashed: the tangent at x${others.length > 0 ? `; grey: the next ${others.length} networks` : ""}.</p>`;
}
