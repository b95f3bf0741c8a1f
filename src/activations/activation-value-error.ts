/** A function of an activation throws, or gives no number: the activation and the point, in one line. */
export class ActivationValueError extends Error {
  override readonly name = "ActivationValueError";

  /**
   * @param what the function, such as `ψ'`.
   * @param problem what happens there, such as `is NaN`.
   */
  constructor(id: string, what: string, t: number, problem: string, cause?: unknown) {
    super(`activation ${id}: ${what} ${problem} at t = ${t}; it must be a number`, { cause });
  }
}
