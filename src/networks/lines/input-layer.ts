import { chiSquare } from "../../chance/chi-square.js";
import { normal } from "../../chance/normal.js";
import type { Streams } from "../../chance/streams.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { dot } from "../dense-products.js";
import { addTimes, scale } from "../vector-loops.js";
import { fillNormals } from "./fill-normals.js";
import { drawCoordinates } from "./input-coordinates.js";

/** What a first layer W, k × d with entries N(0, 1/d), is drawn from. */
interface InputLayerSetting {
  readonly d: number;
  readonly k: number;
  /** r, the length of every input. */
  readonly norm: number;
  /** How many inputs, independent and uniform on the sphere of radius r. */
  readonly inputs: number;
}

/** A direction of input space, seen from the network: its length, and its product with W. */
interface InputDirection {
  readonly norm: number;
  /** Of length k. */
  readonly image: Float64Array;
}

/** A first layer seen from several inputs. */
export interface InputLayer {
  /** Wx_j, each of length k. */
  readonly images: readonly Float64Array[];
  /** Wᵀb_j and their images, for vectors b_j that are functions of the Wx_j and of what is independent of W. */
  readonly transposed: (bs: readonly Float64Array[]) => readonly InputDirection[];
}

/**
 * The joint law of Wx_j, ‖Wᵀb_j‖ and WWᵀb_j, in O(k·inputs²) whatever d.
 *
 * With e_1, …, e_p an orthonormal basis of the inputs' span the We_i are independent N(0, I/d), and x_j = r Σ_i c_ij e_i.
 * The part W_⊥ of W across that span, k × (d − p), is independent of them, and the b_j are functions of them. With û_1,
 * û_2, … the orthonormalised b_j, the W_⊥ᵀû_i are independent N(0, I/d) vectors of R^(d−p): orthonormalised they have
 * the coordinates T_ij ~ N(0, 1/d) for j < i and T_ii² ~ χ²_{d−p−i+1}/d (Bartlett), in directions e_{p+1}, e_{p+2}, …, so
 * that Wᵀb = Σ_i (b·We_i)e_i over the first p, and Σ_i (b·û_i)T_ij along e_{p+j}. Across the û's W_⊥ is independent of
 * all that: We_{p+j} = Σ_i T_ij û_i + (I − UUᵀ)ξ_j/√d, ξ_j ~ N(0, I).
 *
 * Reads `inputs`, `inputs.chi`, `u{i}`, `chi` and `xi{j}`.
 */
export function drawInputLayer({ d, k, norm, inputs }: InputLayerSetting, random: Streams): InputLayer {
  const fresh = (name: string) => {
    const out = new Float64Array(k);
    fillNormals(out, random(name));
    scale(out, 1 / Math.sqrt(d));
    return out;
  };
  const coordinates = drawCoordinates(d, inputs, random);
  const known = Array.from({ length: Math.min(inputs, d) }, (_, i) => fresh(`u${i}`));
  const images = coordinates.map((column) => {
    const image = new Float64Array(k);
    for (const [i, c] of column.entries()) addTimes(image, norm * c, known[i]);
    return image;
  });

  function transposed(bs: readonly Float64Array[]): readonly InputDirection[] {
    const bits = random("chi");
    const left = d - known.length;
    /** û_i, and its row of T. */
    const us: Float64Array[] = [];
    const rows: number[][] = [];
    const parts = bs.map((b) => {
      const rest = b.slice();
      const along = new Float64Array(us.length);
      const size = orthogonalise(rest, us, along);
      if (size > 0) {
        const before = Math.min(us.length, left);
        const row = Array.from({ length: before }, () => normal(bits) / Math.sqrt(d));
        if (left > before) row.push(Math.sqrt(chiSquare(left - before, bits) / d));
        us.push(rest);
        rows.push(row);
      }
      return size > 0 ? [...along, size] : [...along];
    });
    const beyond = Math.max(0, ...rows.map((row) => row.length));
    const across = Array.from({ length: beyond }, (_, j) => {
      const image = fresh(`xi${j}`);
      for (const [i, u] of us.entries()) addTimes(image, (rows[i][j] ?? 0) - dot(u, image), u);
      return image;
    });
    return bs.map((b, n) => {
      const image = new Float64Array(k);
      let squares = 0;
      const add = (c: number, v: Float64Array) => {
        squares += c * c;
        addTimes(image, c, v);
      };
      for (const v of known) add(dot(b, v), v);
      for (const [j, v] of across.entries())
        add(
          parts[n].reduce((sum, c, i) => sum + c * (rows[i][j] ?? 0), 0),
          v,
        );
      return { norm: Math.sqrt(squares), image };
    });
  }
  return { images, transposed };
}
