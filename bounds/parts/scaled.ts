/** A right side times `factor`, for mutants; undefined stays undefined. */
export function scaled(factor: number): (given: unknown, right: () => number | null) => number | null {
  return (_, right) => {
    const bound = right();
    return bound === null ? null : factor * bound;
  };
}
