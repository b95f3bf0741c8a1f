import { judgeShare } from "lemmacheck/statistics";

/** The integer nearest `from`, from `least` to `most`, up to which `is` is true; it is so up to some place. */
function lastWhere(is, from, least, most) {
  let at = Math.min(most, Math.max(least - 1, from));
  while (at < most && is(at + 1)) at++;
  while (at >= least && !is(at)) at--;
  return at;
}

/**
 * Where the decision by counts ends, look by look: after so many draws it is supported with `few` failures or fewer, and refuted
 * with `many` or more. The function that audits call is asked, on both sides of either place; looks must ascend.
 */
export function stopsOf(gamma, alpha) {
  const ends = (verdict, draws) => (failures) => judgeShare({ failures, draws }, { gamma }, alpha) === verdict;
  let before = { draws: 0, few: -1, many: 1, moreFew: 0, moreMany: 0 };
  return (draws) => {
    const isRefuted = ends("refuted", draws);
    const few = lastWhere(ends("supported", draws), before.few + before.moreFew, 0, draws);
    const many = lastWhere((failures) => !isRefuted(failures), before.many + before.moreMany - 1, 0, draws) + 1;
    before = { draws, few, many, moreFew: few - before.few, moreMany: many - before.many };
    return { few, many };
  };
}

/** The draws, a multiple of 64, from which on the decision can end with a verdict: by no failure at all, or by failures alone. */
export function firstDeciding(verdict, gamma, alpha) {
  const can = (looks) => {
    const draws = 64 * looks;
    return judgeShare({ failures: verdict === "refuted" ? draws : 0, draws }, { gamma }, alpha) === verdict;
  };
  let most = 1;
  while (!can(most)) most *= 2;
  let least = Math.floor(most / 2);
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (can(middle)) most = middle;
    else least = middle;
  }
  return 64 * most;
}
