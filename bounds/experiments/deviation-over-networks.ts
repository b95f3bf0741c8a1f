import { failureLower, failureUpper } from "lemmacheck/statistics";

/** What is known of a fraction, from independent samples and from pairs of inputs of one network each. */
export interface FractionCounts {
  readonly samples: number;
  readonly switched: number;
  /** Samples that are not, where a flip may have been passed over; of the inputs in pairs the same. */
  readonly unresolved: number;
  readonly pairs: number;
  /** Pairs of which one input alone is switched, and of which both are. */
  readonly one: number;
  readonly both: number;
  readonly unresolvedInPairs: number;
  /** How many inputs a network is averaged over; pairs count where it is more than one. */
  readonly inputs: number;
}

/** A number between limits. */
export interface Limited {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** The deviation over networks of the mean over inputs. */
export interface DeviationOverNetworks extends Limited {
  /** The pairs gave less than the binomial part, which is the least that it can be. */
  readonly clamped: boolean;
}

/** A share, with limits that fail with probability at most alpha on either side, however often one looks. */
export function shareOf(found: number, of: number, alpha: number): Limited {
  const counts = { failures: found, draws: of };
  return { estimate: found / of, lower: failureLower(counts, alpha), upper: failureUpper(counts, alpha) };
}

/**
 * The standard deviation, over networks, of the share of n exchangeable inputs that are switched:
 *
 *   Var = p(1 − p)/n + (1 − 1/n)·Cov,   Cov = P(both of two) − p² = p(1 − p) − q/2,
 *
 * with q the probability that one of two is switched alone, as P(both) = p − q/2. Given the network inputs are
 * independent, so that Cov is the variance of the network's own share, and not below 0. The estimate takes p from all
 * inputs, the limits p from the samples and q from the pairs, each at alpha on either side: they fail with probability at
 * most 4·alpha. Limits take an unresolved input for what makes them wider: each changes what is switched, and which pairs
 * have one alone, by one at most.
 */
export function deviationOverNetworks(counts: FractionCounts, alpha: number): DeviationOverNetworks {
  const { samples, switched, unresolved, pairs, one, both, unresolvedInPairs, inputs: n } = counts;
  const all = (switched + one + 2 * both) / (samples + 2 * pairs);
  const p = {
    lower: shareOf(switched, samples, alpha).lower,
    upper: shareOf(switched + unresolved, samples, alpha).upper,
  };
  const q = {
    estimate: one / pairs,
    lower: shareOf(Math.max(0, one - unresolvedInPairs), pairs, alpha).lower,
    upper: shareOf(Math.min(pairs, one + unresolvedInPairs), pairs, alpha).upper,
  };
  const spread = (share: number) => share * (1 - share);
  // Of one input a network there is no covariance, nor a pair from which to know it.
  const variance = (binomial: number, covariance: number) =>
    n === 1 ? binomial : binomial / n + (1 - 1 / n) * Math.max(0, covariance);
  const least = Math.min(spread(p.lower), spread(p.upper));
  const most = p.lower <= 0.5 && p.upper >= 0.5 ? 0.25 : Math.max(spread(p.lower), spread(p.upper));
  const covariance = spread(all) - q.estimate / 2;
  return {
    estimate: Math.sqrt(variance(spread(all), covariance)),
    lower: Math.sqrt(variance(least, least - q.upper / 2)),
    upper: Math.sqrt(variance(most, most - q.lower / 2)),
    clamped: covariance < 0 && n > 1,
  };
}
