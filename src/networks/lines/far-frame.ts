import type { Bits } from "../../chance/bits.js";
import { chiSquare } from "../../chance/chi-square.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { addTimes } from "../vector-loops.js";
import { fillNormals } from "./fill-normals.js";

/** A vector over a layer's neurons in the coordinates of its `FarFrame`; replaced when those change. */
export interface Held {
  v: Float64Array;
  /** Its entries on inactive neurons that come near: fills them in. */
  readonly fillInactive: (out: Float64Array) => void;
}

/**
 * Coordinates in which a layer of any width is short. A few neurons are *near*, with a coordinate each; the active ones
 * among the rest, the `far` ones, on which all is linear, are seen through an orthonormal frame of R^far in which lie
 * all vectors that were drawn so far; the other inactive ones are 0. Dot products are those of the vectors themselves.
 */
export interface FarFrame {
  /** Number of near neurons: the last coordinates. */
  readonly near: number;
  /** Number of coordinates before those, some of them not in use yet. */
  readonly capacity: number;
  /** Active neurons that are not near. */
  readonly far: number;
  hold: (v: Float64Array, fillInactive?: Held["fillInactive"]) => Held;
  /** A fresh standard normal vector. */
  gaussian: () => Float64Array;
  /** Makes far neurons and inactive ones near: see `farFrame`. Returns the place of the first. */
  bringNear: (lead: Float64Array, leadLeft: number, inactive: number) => number;
}

/**
 * The frame of a layer with `far` active neurons, none near yet. The first frame vector is the lead's direction: that
 * vector's entries are known by other means, and which neurons come near may depend on them alone. The others, and all
 * that is drawn later, are uniform across it, whatever their dot products: as a Gaussian vector is invariant under
 * rotations that keep the lead.
 *
 * So a fresh Gaussian vector has N(0, 1) along each frame vector, and what is left of it, χ with far − (frame vectors)
 * degrees of freedom, is the direction of a new one. And when neurons come near, the frame vectors' entries there are
 * those of orthonormalised Gaussian vectors, the first the lead; what the frame vectors are on the neurons left is
 * expressed in a new frame there by the same orthonormalisation.
 *
 * @param used frame vectors that the first vectors held are made of.
 */
export function farFrame(far: number, used: number, bits: Bits): FarFrame {
  let left = far;
  let frame = Math.min(used, far);
  let capacity = frame + 6;
  let near = 0;
  const held: Held[] = [];

  /** A standard normal vector over the far neurons and `count` near ones: what is left of it opens a frame vector. */
  function normals(count: number): Float64Array {
    const v = new Float64Array(capacity + count);
    fillNormals(v.subarray(0, frame), bits);
    fillNormals(v.subarray(capacity), bits);
    if (left > frame) {
      v[frame] = Math.sqrt(chiSquare(left - frame, bits));
      frame++;
    }
    return v;
  }

  function enlarge(): void {
    const more = capacity;
    for (const one of held) {
      const v = new Float64Array(one.v.length + more);
      v.set(one.v.subarray(0, capacity));
      v.set(one.v.subarray(capacity), capacity + more);
      one.v = v;
    }
    capacity += more;
  }

  return {
    get near() {
      return near;
    },
    get capacity() {
      return capacity;
    },
    get far() {
      return left;
    },
    hold(v, fillInactive = () => {}) {
      const one = { v, fillInactive };
      held.push(one);
      return one;
    },
    gaussian() {
      if (left > frame && frame === capacity) enlarge();
      return normals(near);
    },
    bringNear(lead, leadLeft, inactive) {
      const come = lead.length;
      const rows: Float64Array[] = [];
      left -= come;
      const before = come > 0 ? frame : 0;
      if (before > 0) {
        const first = new Float64Array(capacity + come);
        first.set(lead, capacity);
        first[0] = left > 0 ? leadLeft : 0;
        frame = Math.min(1, left);
        rows.push(first);
      }
      for (let j = 1; j < before; j++) {
        const v = normals(come);
        orthogonalise(v, rows, new Float64Array(j));
        rows.push(v);
      }
      for (const one of held) {
        const v = new Float64Array(one.v.length + come + inactive);
        v.set(one.v.subarray(capacity), capacity);
        if (before === 0) v.set(one.v.subarray(0, capacity));
        for (const [j, row] of rows.entries()) {
          const y = one.v[j];
          if (y === 0) continue;
          addTimes(v, y, row.subarray(0, capacity));
          addTimes(v, y, row, capacity, near);
        }
        one.fillInactive(v.subarray(v.length - inactive));
        one.v = v;
      }
      near += come + inactive;
      return capacity + near - come - inactive;
    },
  };
}
