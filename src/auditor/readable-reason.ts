import { unicodeMath } from "./unicode-math.js";

/** A reason that begins with a hypothesis in LaTeX, as `failingHypothesis` writes it. */
const OF_HYPOTHESIS = /^(.*?) (fails|is undecided)(?=$|[:;])/s;

/** A row's reason with its formula as Unicode: "k ≥ log(2/γ) fails: k is 1, short of 9.9 by a factor 9.9". */
export function readableReason(reason: string): string {
  const [, latex, what] = OF_HYPOTHESIS.exec(reason) ?? [];
  return latex === undefined || !/[\\^_]/.test(latex)
    ? reason
    : `${unicodeMath(latex)} ${what}${reason.slice(latex.length + 1 + what.length)}`;
}
