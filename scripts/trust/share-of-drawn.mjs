import { mean, sampleVariance } from "simple-statistics";

/**
 * The share of all mutants that are killed, from files drawn by how many mutants they have: the mean over draws of a file of its
 * share, by folder, with the variance of such means, since mutants of a file are alike (Hansen and Hurwitz, 1943). A file
 * has `draws`, `killed`, `mutants`, and the `weight` of its folder: its share of all mutants.
 */
export function shareOfDrawn(drawn, folderOf) {
  const folders = [...new Set(drawn.map(folderOf))].map((folder) => {
    const inside = drawn.filter((file) => folderOf(file) === folder);
    const shares = inside.flatMap(({ draws, killed, mutants }) =>
      Array.from({ length: draws }, () => killed / mutants),
    );
    const variance = sampleVariance(shares) / shares.length;
    return { weight: inside[0].weight, draws: shares.length, share: mean(shares), variance };
  });
  const total = (of) => folders.reduce((sum, folder) => sum + of(folder), 0);
  const whole = total(({ weight }) => weight);
  const share = total(({ weight, share: own }) => (weight / whole) * own);
  // Student's t at 97.5 %: of 5 degrees for few draws, of 120 for more draws than that.
  const off =
    (total(({ draws }) => draws) > 120 ? 1.98 : 2.57) *
    Math.sqrt(total(({ weight, variance }) => (weight / whole) ** 2 * variance));
  return { share, lower: Math.max(0, share - off), upper: Math.min(1, share + off) };
}
