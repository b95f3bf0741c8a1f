/** The relative error of `got`; 0 where both are 0. */
export function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected);
}
