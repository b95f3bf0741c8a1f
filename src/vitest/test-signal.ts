import type { TestContext } from "vitest";

/**
 * A signal that ends with the test: at its timeout or cancellation, when it ends without having awaited what the signal
 * is for, or with `further`.
 */
export function testSignal(
  task: { readonly context: Pick<TestContext, "signal" | "onTestFinished"> } | undefined,
  further: AbortSignal | undefined,
): AbortSignal | undefined {
  if (!task) return further;
  const ended = new AbortController();
  try {
    task.context.onTestFinished(() => ended.abort(new Error("the test ended before the verdict; await the assertion")));
  } catch {
    // Hooks of a test may not register more of them; they have the test's own signal.
  }
  return AbortSignal.any([task.context.signal, ended.signal, ...(further ? [further] : [])]);
}
