import { expressionActivation } from "../expression-activation.js";
import type { FeaturedCase } from "./featured-case.js";
import { uncertified } from "./uncertified.js";

/** What the reference may be off by, relative to the sum of the sizes that it adds. */
const REFERENCE = 1e-14;

export interface FeaturedReport {
  readonly missed: readonly string[];
  /** The largest relative error stated of E ψ² and E ψ'². */
  readonly widest: number;
  /** Whether all of it is proved. */
  readonly proven: boolean;
}

/** Holds E ψ, E ψ² and E ψ'² to given ones: each with the sum of its sizes. */
export function holdFeatured({ expression }: FeaturedCase, truths: readonly number[]): FeaturedReport {
  const quick = uncertified(expression).gaussian;
  const sure = [quick.mean, quick.secondMoment, quick.derivativeSecondMoment].every(({ proven }) => proven);
  // How ψ grows may be known from its constants alone.
  const { mean, secondMoment, derivativeSecondMoment } = sure ? quick : expressionActivation(expression).gaussian;
  const missed: string[] = [];
  let widest = 0;
  const all = { mean, secondMoment, derivativeSecondMoment };
  Object.entries(all).forEach(([name, { value, error, proven }], i) => {
    if (!proven) return;
    const [truth, size] = [truths[2 * i], truths[2 * i + 1]];
    if (i > 0 && truth > 0) widest = Math.max(widest, error / truth);
    if (!(Math.abs(value - truth) <= error + REFERENCE * size))
      missed.push(`${name}: ${value} ± ${error}, truly ${truth}`);
  });
  return { missed, widest, proven: Object.values(all).every(({ proven }) => proven) };
}
