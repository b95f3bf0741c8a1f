import { type Activation, resolveActivation, valueTail } from "lemmacheck/activations";
import { type Planted, plantedCase, randomOf } from "./planted-features.js";
import { expectationBy, tailBy, toldRule } from "./told-rule.js";

/** What the told rule may be off by, relative to the sum of sizes. */
const RULE_ERROR = 3e-13;

export interface PlantedReport {
  readonly index: number;
  readonly expression: string;
  /** Quantities compared, and which of them the truth is outside of. */
  readonly compared: number;
  readonly missed: readonly string[];
  /** The largest relative error stated of E ψ² and E ψ'². */
  readonly widest: number;
}

/** The relative error of ψ and ψ' at a narrow feature in t: its place is rounded to the double t. */
const ofPlace = ({ a, b }: Planted) => 4 * 2 ** -53 * (1 + a * Math.abs(b) * 1e-3);

/** Holds all Gaussian quantities, moments and tails of a case to an independent integration. */
export function holdPlanted(index: number, tails = true): PlantedReport {
  const planted = plantedCase(index);
  const psi: Activation = resolveActivation(planted.expression);
  const rule = toldRule(planted);
  const missed: string[] = [];
  let [compared, widest] = [0, 0];
  const allowed = RULE_ERROR + ofPlace(planted);

  const hold = (name: string, g: (x: number, slope: number) => number, claimed: Activation["gaussian"]["mean"]) => {
    const truth = expectationBy(rule, g);
    compared++;
    if (name !== "mean" && truth.value > 0) widest = Math.max(widest, claimed.error / truth.value);
    if (!claimed.proven || !(Math.abs(claimed.value - truth.value) <= claimed.error + allowed * truth.size))
      missed.push(`${name}: ${claimed.value} ± ${claimed.error}, truly ${truth.value}`);
  };
  hold("mean", (x) => x, psi.gaussian.mean);
  hold("secondMoment", (x) => x * x, psi.gaussian.secondMoment);
  hold("derivativeSecondMoment", (_, slope) => slope * slope, psi.gaussian.derivativeSecondMoment);

  const holdPair = (name: string, g: (x: number, slope: number) => number, pair: Activation["valueMoments"]) => {
    if (!pair) return;
    if (!pair.proven) missed.push(`${name}: not proved`);
    let factorial = 1;
    for (let q = 2; q <= 12; q++) {
      factorial *= q;
      compared++;
      const truth = expectationBy(rule, (x, slope) => (Math.abs(g(x, slope)) / pair.sigma) ** q).value;
      const right = (factorial / 2) * (pair.c / pair.sigma) ** (q - 2);
      // Odd powers of |ψ| have kinks at its zeros, of which the rule is not told.
      const rough = q % 2 === 0 ? 0 : 1e-7;
      if (!(truth * (1 - q * allowed - rough) <= right)) missed.push(`${name}, q = ${q}: ${truth} above ${right}`);
    }
  };
  holdPair("valueMoments", (x) => x, psi.valueMoments);
  holdPair("derivativeMoments", (_, slope) => slope * slope, psi.derivativeMoments);

  const random = randomOf(index * 104729 + 5);
  const k = [40, 100, 400, 3000][Math.floor(random() * 4)];
  const z = 0.5 + 3.5 * random();
  const t = z * Math.sqrt(expectationBy(rule, (x) => x * x).value);
  const tail = tails && t > 1e-150 ? valueTail(psi, k) : null;
  const truth = tail ? tailBy(rule, k, t * Math.sqrt(k)) : null;
  if (tail && truth !== null) {
    compared++;
    const { logLower, logUpper } = tail(t);
    const log = Math.log(2 * truth);
    const slack = 1e-9 + 10 * k * allowed;
    if (!(log >= logLower - slack && log <= logUpper + slack))
      missed.push(`tail, k = ${k}, t = ${t}: [${logLower}, ${logUpper}], truly ${log}`);
  }
  return { index, expression: planted.expression, compared, missed, widest };
}
