import { formatNumber } from "lemmacheck";
import { drawSlopedLine, type SlopedLine } from "lemmacheck/networks";
import { theoremOneConstants } from "../../bounds/constants/theorem-1-constants.js";
import { THEOREM_TWO_STEP } from "../../bounds/constants/theorem-2-constants.js";
import { escapeHtml } from "../../reports/escape-html.js";
import { linePlot } from "../../reports/line-plot.js";
import { lineStreams } from "./line-streams.js";
import type { Setting } from "./setting.js";

/** Points of a ray, and other networks that are shown beside. */
const [POINTS, OTHERS] = [121, 8];

/** The length of the step of the theorem that is about ψ, ‖η∇f(x)‖; null where neither is, or its constants do not serve γ. */
function stepOfTheorem(
  { psi, gamma }: Setting,
  { gradientNorm }: SlopedLine,
): { readonly name: string; readonly length: number } | null {
  const root = Math.sqrt(-Math.log(gamma));
  if (psi.id === "relu") return { name: "Theorem 2’s step", length: (THEOREM_TWO_STEP.C4 * root) / gradientNorm };
  if (!(psi.smoothness < Infinity && psi.lipschitz < Infinity && psi.gaussian.derivativeSecondMoment.value > 0))
    return null;
  return { name: "Theorem 1’s step", length: (theoremOneConstants(psi, gamma).C3 * root) / gradientNorm };
}

/** f at steps of these lengths against the sign of f(x). */
function along({ value, gradientNorm, at }: SlopedLine, lengths: readonly number[]): (readonly [number, number])[] {
  const toward = -Math.sign(value) / gradientNorm;
  return at(lengths.map((length) => length * toward)).map((point, i) => [lengths[i], point.value] as const);
}

/** f from x along its gradient, for one network and some others. */
export function rayPart(setting: Setting): string {
  const { psi, d, k, network } = setting;
  const streams = lineStreams(setting);
  const lineOf = (n: number) => drawSlopedLine({ psi, d, k }, streams(n));
  const line = lineOf(network);
  const { value, gradientNorm } = line;
  if (!(gradientNorm > 0) || value === 0)
    return `<p>Network ${network + 1}: f(x) = ${formatNumber(value)}, ‖∇f(x)‖ = ${formatNumber(gradientNorm)}: there is no step to take.</p>`;
  const flip = line.smallestFlip();
  const tangent = Math.abs(value) / gradientNorm;
  const reach = Math.max(2.5 * tangent, flip ? 2 * flip.upper * gradientNorm : 0);
  const lengths = Array.from({ length: POINTS }, (_, i) => (reach * i) / (POINTS - 1));
  const others = Array.from({ length: k <= 2 ** 20 ? OTHERS : 0 }, (_, i) => lineOf(network + 1 + i)).filter(
    (other) => other.gradientNorm > 0,
  );
  const theorem = stepOfTheorem(setting, line);
  const marks = [
    ...(flip ? [{ x: flip.upper * gradientNorm, name: "the sign changes", style: "reference dashed" }] : []),
    ...(theorem ? [{ x: theorem.length, name: theorem.name, style: "reference" }] : []),
  ];
  const svg = linePlot({
    title: `f along its gradient for ψ = ${psi.id}, d = ${d}, k = ${k}`,
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
    width: 520,
    height: 320,
  });
  const changes = flip
    ? `the sign changes at ‖η∇f(x)‖ = ${formatNumber(flip.upper * gradientNorm)}, where ‖x‖ = √d = ${formatNumber(Math.sqrt(d))}`
    : "the sign changes nowhere at |η| < 20";
  const asked = theorem ? ` ${theorem.name} has length ${formatNumber(theorem.length)}.` : "";
  return `${svg}<p>Network ${network + 1}: f(x) = ${formatNumber(value)}, ‖∇f(x)‖ = ${formatNumber(gradientNorm)}; ${escapeHtml(changes)}.${escapeHtml(asked)} Dashed: the tangent at x${others.length > 0 ? `; grey: the next ${others.length} networks` : ""}.</p>`;
}
