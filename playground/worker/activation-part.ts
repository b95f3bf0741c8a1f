import { formatNumber } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { escapeHtml } from "../../reports/escape-html.js";
import { linePlot } from "../../reports/line-plot.js";

/** How far ψ is drawn, and at how many points. */
const [REACH, POINTS] = [5, 401];

const finite = (x: number) => (Number.isFinite(x) ? formatNumber(x) : "none is known");

/** ψ, ψ' and ψ'' with the constants that the statements use. */
export function activationPart(psi: Activation): string {
  const derivatives = [
    { name: "ψ", at: psi.value },
    { name: "ψ′", at: psi.derivative },
    ...(psi.secondDerivative ? [{ name: "ψ″", at: psi.secondDerivative }] : []),
  ];
  const plots = derivatives.map(({ name, at }) =>
    linePlot({
      title: `${name} for ψ = ${psi.id}`,
      heading: name,
      xLabel: "t",
      curves: [
        {
          style: "curve s0",
          points: Array.from({ length: POINTS }, (_, i) => {
            const t = ((2 * i) / (POINTS - 1) - 1) * REACH;
            return [t, at(t)] as const;
          }),
        },
      ],
      width: 300,
      height: 210,
    }),
  );
  const facts = [
    ["E ψ(X)²", psi.gaussian.secondMoment.value],
    ["E ψ′(X)²", psi.gaussian.derivativeSecondMoment.value],
    ["sup|ψ|", psi.supremum],
    ["Lipschitz constant", psi.lipschitz],
    ["L = sup|ψ″|", psi.smoothness],
  ] as const;
  return `<div class="plots">${plots.join("")}</div><dl class="facts">${facts
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(finite(value))}</dd>`)
    .join("")}<dt>provenance</dt><dd>${psi.provenance}</dd></dl>`;
}
