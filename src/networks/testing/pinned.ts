/** Numbers, vectors and objects of them, as a snapshot keeps them. */
export type Pinnable = number | string | boolean | null | undefined | Float64Array | readonly Pinnable[] | Pinned;
interface Pinned {
  readonly [name: string]: Pinnable;
}

/** Entries up to which a vector is kept as it is. */
const FEW = 6;

function vector(v: Float64Array | readonly number[]): string {
  if (v.length <= FEW) return `[${v.join(" ")}]`;
  const entries = Float64Array.from(v);
  let [hash, squares] = [0x811c9dc5, 0];
  for (const word of new Int32Array(entries.buffer)) hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
  for (const t of entries) squares += t * t;
  const bits = (hash >>> 0).toString(16);
  return `[${v[0]} ${v[1]} … ${v[v.length - 1]}] of ${v.length}, norm ${Math.sqrt(squares)}, bits ${bits}`;
}

/**
 * All digits of some results in one line, for a snapshot: a long vector by its ends, its norm and a hash of all its bits, so
 * that whoever reads the snapshot sees what it is, and no bit of it changes unseen.
 */
export function pinned(what: Pinnable): string {
  if (what instanceof Float64Array) return vector(what);
  if (Array.isArray(what)) {
    const list: readonly Pinnable[] = what;
    return list.length > 0 && list.every((one) => typeof one === "number") ? vector(list) : list.map(pinned).join(", ");
  }
  if (typeof what !== "object" || what === null) return String(what);
  return Object.entries(what)
    .map(([name, value]) => `${name} ${pinned(value)}`)
    .join(", ");
}
