/** Bad usage or input: one line that names the argument, what it was and what it must be. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
