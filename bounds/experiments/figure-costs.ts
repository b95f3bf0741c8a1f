import type { FigurePoint } from "./figure-point.js";

/** Up to this width crossings of kinks are visited one by one. */
const WALKED = 128;
const KERNELS = 2 ** 14;

/** Nanoseconds of a neuron and a layer, as measured: near ones are what counts for the ReLU, every one for other ψ. */
function perNeuron({ psi, d, k, depth }: FigurePoint): number {
  if (psi !== "relu") return k >= KERNELS ? 150 : 3000;
  if (depth === 1) return 5 + Math.min(500, 1500 / Math.sqrt(d));
  if (k >= KERNELS && d < 1000) return 110;
  return 1 + Math.min(600, 6000 / Math.sqrt(Math.min(d, k)));
}

/** Roughly the seconds of one core that a sample takes. */
export function secondsOfSample(point: FigurePoint): number {
  const { k, depth } = point;
  if (depth > 1 && k <= WALKED) return 3e-4 + 2.5e-9 * depth * k ** 3;
  return 1e-4 + 1e-9 * perNeuron(point) * k * depth;
}

/** The same of a pair of inputs of one network. */
export function secondsOfPair({ psi, k, depth }: FigurePoint): number {
  const small = k <= WALKED ? 5e-9 * depth * k ** 3 : 0;
  return 3e-4 + small + (psi === "relu" ? 8e-7 : 3e-6) * k * depth;
}
