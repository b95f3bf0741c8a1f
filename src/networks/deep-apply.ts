/** Writes f(v_i) to out_i for all i; `out` may be v. Many times faster than `map` of a typed array. */
export function apply(out: Float64Array, f: (t: number) => number, v: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = f(v[i]);
  return out;
}

/** A copy of v with f applied to each entry. */
export function applied(f: (t: number) => number, v: Float64Array): Float64Array {
  return apply(new Float64Array(v.length), f, v);
}
