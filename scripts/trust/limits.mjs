import { logBinomialTails } from "lemmacheck/probability";

/** Where an increasing function of p in [0, 1] passes `target`. */
function where(of, target) {
  let [low, high] = [0, 1];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (of(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Clopper and Pearson's limits for a probability, from `seen` of `runs`, 95 % unless given. */
export function limits(seen, runs, confidence = 0.95) {
  const miss = (1 - confidence) / 2;
  const inside = (p) => Math.min(1 - 1e-15, Math.max(1e-300, p));
  const lower = seen === 0 ? 0 : where((p) => Math.exp(logBinomialTails(seen, runs, inside(p)).logAtLeast), miss);
  const upper = seen === runs ? 1 : where((p) => -Math.exp(logBinomialTails(seen, runs, inside(p)).logAtMost), -miss);
  return { lower, upper };
}
