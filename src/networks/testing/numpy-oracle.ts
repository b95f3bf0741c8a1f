import { execFileSync } from "node:child_process";
import type { DenseNetwork } from "../dense-network.js";

/**
 * f by its definition, the gradient by Jacobians carried forwards, the Hessian by the second derivatives of every neuron as a
 * tensor: nothing of how lemmacheck goes about it, in long doubles.
 */
const NETWORK = `
import json, sys
try:
    import numpy as np
except ImportError:
    print("no numpy"); sys.exit()
R = np.longdouble
def logistic(z): return 1 / (1 + np.exp(-z))
PSI = {
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2, lambda z: -2 * np.tanh(z) / np.cosh(z) ** 2),
    "sin": (np.sin, np.cos, lambda z: -np.sin(z)),
    "softplus": (lambda z: np.log1p(np.exp(z)) - np.log(R(2)), logistic, lambda z: logistic(z) * (1 - logistic(z))),
    "atan": (np.arctan, lambda z: 1 / (1 + z * z), lambda z: -2 * z / (1 + z * z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(R), lambda z: 0 * z),
}
for line in sys.stdin:
    n = json.loads(line)
    psi, slope, bend = PSI[n["psi"]]
    x = np.array(n["x"], dtype=R)
    d = len(x)
    h, J, T = x, np.eye(d, dtype=R), np.zeros((d, d, d), dtype=R)
    for W in n["weights"]:
        W = np.array(W, dtype=R).reshape(-1, len(h))
        z, J, T = W @ h, W @ J, np.einsum("ij,jkl->ikl", W, T)
        h, J, T = psi(z), slope(z)[:, None] * J, slope(z)[:, None, None] * T + np.einsum("i,ij,ik->ijk", bend(z), J, J)
    a = np.array(n["coefficients"], dtype=R) / np.sqrt(R(len(h)))
    out = [a @ h, a @ J, np.einsum("i,ijk->jk", a, T)]
    print(json.dumps([np.asarray(o, dtype=float).ravel().tolist() for o in out]))
`;

/** f, ∇f and ∇²f of a network at an input. */
export interface NetworkDerivatives {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly number[];
}

/** The same by NumPy on the same weights, for tanh, sin, softplus, atan and relu; null where python3 or NumPy is not installed. */
export function numpyDerivatives(
  cases: readonly { readonly network: DenseNetwork; readonly x: Float64Array }[],
): readonly NetworkDerivatives[] | null {
  const input = cases.map(({ network, x }) =>
    JSON.stringify({
      psi: network.activation.id,
      x: Array.from(x),
      weights: network.weights.map((matrix) => Array.from(matrix)),
      coefficients: Array.from(network.coefficients),
    }),
  );
  let text: string;
  try {
    text = execFileSync("/usr/bin/python3", ["-c", NETWORK], {
      input: `${input.join("\n")}\n`,
      encoding: "utf8",
      timeout: 60_000,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  if (text.startsWith("no numpy")) return null;
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [[value], gradient, hessian]: [[number], number[], number[]] = JSON.parse(line);
      return { value, gradient, hessian };
    });
}
