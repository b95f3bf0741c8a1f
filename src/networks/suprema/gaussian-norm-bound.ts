/**
 * What ‖W‖ exceeds with probability at most `probability`, for W of shape k × d with entries N(0, 1/d):
 * 1 + √(k/d) + √(2 log(1/p)/d). E‖W‖ ≤ 1 + √(k/d) by Gordon's comparison, and ‖W‖ is 1/√d-Lipschitz in the standard
 * normal entries of √d·W (Davidson and Szarek, Local operator theory, random matrices and Banach spaces, 2001, Theorem
 * II.13). Rounded up.
 *
 * @param probability in (0, 1].
 */
export function gaussianNormBound(k: number, d: number, probability: number): number {
  return (1 + Math.sqrt(k / d) + Math.sqrt((-2 * Math.log(probability)) / d)) * (1 + 2 ** -49);
}

/**
 * What the largest of the k row norms ‖w_ℓ‖ exceeds with probability at most `probability`: 1 + √(2 log(k/p)/d), the
 * same for single rows, with E‖w_ℓ‖ ≤ 1, and a union bound over them.
 */
export function gaussianRowBound(k: number, d: number, probability: number): number {
  return (1 + Math.sqrt((2 * (Math.log(k) - Math.log(probability))) / d)) * (1 + 2 ** -49);
}
