import { LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "../sequential-test.js";

/** log 0!, log 1!, …, log n!, by adding logarithms. */
function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) table[i] = table[i - 1] + Math.log(i);
  return table;
}

/** P(Bin(n, p) = 0), …, P(Bin(n, p) = n), 0 < p < 1, from factorials. */
export function binomialLaw(n: number, p: number): Float64Array {
  const log = logFactorials(n);
  return Float64Array.from({ length: n + 1 }, (_, v) =>
    Math.exp(log[n] - log[v] - log[n - v] + v * Math.log(p) + (n - v) * Math.log1p(-p)),
  );
}

/** The probabilities that the sequential test of "p ≤ gamma" has refuted, or supported, by the time of a look. */
export interface SequentialLaw {
  readonly refuted: number;
  readonly supported: number;
}

/**
 * The law of the whole sequential test, not of one look: the distribution of the failures of undecided tests is carried
 * from look to look. Entry i is the state after 64·(i + 1) draws of failure probability p.
 */
export function sequentialLaw(gamma: number, p: number, alpha: number, looks: number): SequentialLaw[] {
  const needed = -Math.log(alpha);
  const step = binomialLaw(LOOK_EVERY, p);
  let undecided = Float64Array.of(1);
  let [refuted, supported] = [0, 0];
  return Array.from({ length: looks }, (_, look) => {
    const draws = LOOK_EVERY * (look + 1);
    const next = new Float64Array(draws + 1);
    for (let v = 0; v < undecided.length; v++)
      if (undecided[v] > 0) for (let more = 0; more <= LOOK_EVERY; more++) next[v + more] += undecided[v] * step[more];
    for (let failures = 0; failures <= draws; failures++) {
      if (next[failures] === 0) continue;
      if (logEvidenceAbove({ failures, draws }, gamma) >= needed) refuted += next[failures];
      else if (logEvidenceBelow({ failures, draws }, gamma) >= needed) supported += next[failures];
      else continue;
      next[failures] = 0;
    }
    undecided = next;
    return { refuted, supported };
  });
}
