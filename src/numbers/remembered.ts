import type { Integrand } from "./integrand.js";

/** A function that looks up what it has computed at a number. */
export function rememberedAt<T>(of: (t: number) => T): (t: number) => T {
  const known = new Map<number, T>();
  return (t) => {
    const found = known.get(t) ?? of(t);
    known.set(t, found);
    return found;
  };
}

/** The same integrand, each value, error and majorant computed once: for several integrals over the same panels. */
export function remembered(f: Integrand): Integrand {
  const { bounds } = f;
  const from = rememberedAt(() => new Map<string, readonly number[]>());
  return {
    ...f,
    value: rememberedAt(f.value),
    error: rememberedAt(f.error),
    bounds:
      bounds &&
      ((low, high, order) => {
        const [known, name] = [from(low), `${high} ${order}`];
        const found = known.get(name) ?? bounds(low, high, order);
        known.set(name, found);
        return found.slice();
      }),
  };
}
