import { formatNumber } from "lemmacheck";
import type { SizePairs } from "../../bounds/commands/size-pairs.js";
import { theoremOneFacts } from "../../bounds/commands/theorem-one-page.js";
import { theoremTwoFacts } from "../../bounds/commands/theorem-two-page.js";
import { escapeHtml } from "../../reports/escape-html.js";
import type { Setting } from "./setting.js";

/** What one reading of a proof asks for: decimal logarithms, since some are beyond every double. */
interface Asks {
  readonly by: string;
  readonly k: number;
  readonly d: number;
}

const sizeText = (log: number) =>
  log < 15 ? formatNumber(Math.ceil(10 ** log * (1 - 1e-12))) : `10^${formatNumber(log)}`;

/** Twice the least width, and the dimension that it takes. */
const balanced = (by: string, sizes: SizePairs | null): Asks[] =>
  sizes === null ? [] : [{ by, k: Math.log10(sizes.balanced.k), d: Math.log10(sizes.balanced.d) }];

function theoremOneAsks({ psi, gamma }: Setting): Asks[] {
  const { readings, sharp } = theoremOneFacts(psi, gamma);
  return [
    ...readings.map(({ meaning, k, d }) => ({ by: `the proof, ${meaning}`, k: Math.log10(k), d: Math.log10(d) })),
    ...sharp.flatMap(({ meaning, sizes }) => balanced(`nothing given away, ${meaning}`, sizes)),
  ];
}

function theoremTwoAsks({ psi, gamma }: Setting): Asks[] {
  const { log10, finite } = theoremTwoFacts(psi, gamma);
  return [
    ...(log10.k === null || log10.d === null ? [] : [{ by: "the proof, Case 1", k: log10.k, d: log10.d }]),
    ...balanced("Case 2 with nothing given away", finite.sizes),
  ];
}

const shortBy = (asked: number, given: number) =>
  asked <= Math.log10(given) + 1e-12 ? "met" : `${sizeText(asked - Math.log10(given))} times too small`;

/** What the theorem that is about ψ asks of k and d, and by how much these fall short. */
export function theoremsPart(setting: Setting): string {
  const name = setting.psi.id === "relu" ? "Theorem 2" : "Theorem 1";
  let asks: Asks[];
  try {
    asks = setting.psi.id === "relu" ? theoremTwoAsks(setting) : theoremOneAsks(setting);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = error.message.replaceAll("--psi", "ψ").replaceAll("--gamma", "γ");
    return `<p>${escapeHtml(name)} says nothing here: ${escapeHtml(message)}.</p>`;
  }
  const heads = ["k ≥", "this k", "d ≥", "this d"];
  const lines = asks.map(({ by, k, d }) => {
    const cells = [sizeText(k), shortBy(k, setting.k), sizeText(d), shortBy(d, setting.d)].map(
      (text, i) => `<td${i % 2 === 0 ? ' class="number"' : ""} data-title="${heads[i]}">${text}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(by)}</th>${cells.join("")}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="What ${name} asks for"><table class="stacked"><thead><tr><th scope="col">${name} at γ = ${formatNumber(setting.gamma)}, by</th>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${lines.join("")}</tbody></table></div>`;
}
