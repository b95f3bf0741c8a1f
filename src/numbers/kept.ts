/**
 * Keeps what `make` returns for the last few keys of each owner, as long as the owner lives. For values that cost time and
 * do not depend on what was asked of them before.
 */
export function kept<Owner extends object, Value>(
  make: (owner: Owner, ...key: readonly number[]) => Value,
  most = 4,
): (owner: Owner, ...key: readonly number[]) => Value {
  const owners = new WeakMap<Owner, Map<string, { readonly value: Value }>>();
  return (owner, ...key) => {
    const known = owners.get(owner) ?? new Map<string, { readonly value: Value }>();
    owners.set(owner, known);
    const name = key.join(" ");
    const found = known.get(name) ?? { value: make(owner, ...key) };
    // A Map keeps the order of insertion: the first is the one not asked for longest.
    known.delete(name);
    known.set(name, found);
    if (known.size > most) known.delete(known.keys().next().value ?? "");
    return found.value;
  };
}
