/** Whoever does jobs has ended: none of its jobs is to blame, and each may be done elsewhere. */
export class RunnerEnded extends Error {
  override readonly name = "RunnerEnded";
}
