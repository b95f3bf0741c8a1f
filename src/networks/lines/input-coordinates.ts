import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { normals } from "./one-step-layer.js";

/**
 * The coordinates of `count` independent inputs, uniform on the unit sphere of R^d, in an orthonormal basis of their
 * span: the normalised columns of the R of a QR factorisation of independent normal columns, whose entries are
 * independent, r_ij ~ N(0, 1) above the diagonal and r_jj² ~ χ²_{d−j} for j = 0, 1, … on it (Bartlett). Reads `inputs`
 * and `inputs.chi`.
 */
export function drawCoordinates(d: number, count: number, random: Streams): Float64Array[] {
  const [entries, diagonal] = [random("inputs"), random("inputs.chi")];
  return Array.from({ length: count }, (_, j) => {
    const column = normals(Math.min(j, d), entries);
    const whole = j < d ? Float64Array.of(...column, Math.sqrt(chiSquare(d - j, diagonal))) : column;
    const norm = Math.hypot(...whole);
    return whole.map((t) => t / norm);
  });
}
