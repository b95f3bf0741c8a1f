import type { Bits } from "../../chance/bits.js";
import { chiSquare } from "../../chance/chi-square.js";
import { normal } from "../../chance/normal.js";
import type { NetworkSetting } from "../setting.js";
import type { Shown } from "./deep-statistics.js";

/** Wrong versions of the ReLU shortcut; what each gets wrong is its name. */
export type ShortcutMutation =
  | "χ²_n for χ²_{n−1}"
  | "χ²_d for χ²_{d−1}"
  | "√d for d"
  | "value and gradient apart"
  | "no dead layers"
  | "gain 1 for 2 backwards"
  | "gain 1 for 2 forwards"
  | "k for n at the last layer"
  | "Rademacher for Gaussian a"
  | "χ² of the forward pass used again";

/** f(x) and ‖∇f(x)‖ of a ReLU network at ‖x‖ = √d as the formulas stand, with n_l counted from k coins. */
export function reluShortcutTwin(
  { d, k, depth = 1, coefficients = "rademacher", initialisation = "fan-in" }: Omit<NetworkSetting, "psi">,
  bits: Bits,
  mutation?: ShortcutMutation,
): Shown {
  const is = (name: ShortcutMutation) => mutation === name;
  const coins = () => Array.from({ length: k }, () => bits() & 1).reduce((sum, t) => sum + t, 0);
  const gain = initialisation === "he" ? 2 : 1;
  const active = Array.from({ length: depth }, coins).map((n) => (is("no dead layers") ? Math.max(1, n) : n));
  if (active.includes(0)) return [0, 0];
  const chi = active.map((n) => chiSquare(n, bits));
  let tauSquared = 1;
  const squares = chi.map((t) => {
    const square = tauSquared * t;
    tauSquared = ((is("gain 1 for 2 forwards") ? 1 : gain) / k) * square;
    return square;
  });
  const last = is("k for n at the last layer") ? k : active[depth - 1];
  const sum = coefficients === "gaussian" && !is("Rademacher for Gaussian a") ? chiSquare(last, bits) : last;
  const tau = Math.sqrt(squares[depth - 1] / chi[depth - 1]);
  const f = tau * Math.sqrt(sum / k) * normal(bits);
  const g = is("value and gradient apart") ? tau * Math.sqrt(sum / k) * normal(bits) : f;
  let b = sum / k;
  for (let l = depth - 2; l >= 0; l--) {
    const own = chiSquare(active[l] - (is("χ²_n for χ²_{n−1}") ? 0 : 1), bits);
    const drawn = is("χ² of the forward pass used again") ? chi[l] : own;
    b = (g * g) / squares[l] + ((is("gain 1 for 2 backwards") ? 1 : gain) / k) * b * drawn;
  }
  const across = (b * chiSquare(is("χ²_d for χ²_{d−1}") ? d : d - 1, bits)) / (is("√d for d") ? Math.sqrt(d) : d);
  return [f, Math.sqrt((g * g) / d + across)];
}
