import type { Activation } from "./activation.js";

/** A copy of an activation with some things of its own; what is computed at first use stays so. */
export function withChanges<T extends object>(base: Activation, changes: T): Activation & T {
  const copy = Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(base), ...Object.getOwnPropertyDescriptors(changes) },
  );
  // Every property of both is there, by construction.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return copy as Activation & T;
}
