/** A value of ψ, ψ' or ψ'' contradicts a constant that was declared: whatever rests on it is worthless. */
export class DeclaredConstantError extends Error {
  override readonly name = "DeclaredConstantError";

  /**
   * @param what the quantity, such as `|ψ'|`.
   * @param constant the declared constant's name and value, such as `lipschitz = 0.5`.
   */
  constructor(id: string, what: string, t: number, size: number, constant: string) {
    super(`activation ${id}: ${what} is ${size} at t = ${t}, against its declared ${constant}`);
  }
}
