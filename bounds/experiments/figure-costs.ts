import { pow } from "lemmacheck";
import type { FigurePoint } from "./figure-point.js";

/** Up to this width crossings of kinks are visited one by one. */
const WALKED = 128;
const KERNELS = 2 ** 14;
/** From this width on active neurons of a ReLU layer are drawn only where they are near. */
const FAR_LEFT_OUT = 2 ** 18;

/** Nanoseconds of a neuron and a layer, as measured: near ones are what counts for the ReLU, every one for other ψ. */
function perNeuron({ psi, d, k, depth }: FigurePoint): number {
  if (psi !== "relu") return k >= KERNELS ? 150 : 3000;
  if (depth === 1) return (k < FAR_LEFT_OUT ? 5 : 0) + Math.min(500, 1500 / Math.sqrt(d));
  if (k >= KERNELS && d < 1000) return 100 + 2000 / d;
  return 1 + 2000 / Math.sqrt(Math.min(d, k));
}

/** What a walk from crossing to crossing takes at the widths that are walked. */
const walk = ({ k, depth }: FigurePoint) => (k <= WALKED ? 5e-10 * (depth - 1) ** 2 * pow(k, 3) : 0);

/** Roughly the seconds of one core that a sample takes. */
export function secondsOfSample(point: FigurePoint): number {
  const { k, depth } = point;
  const small = 1e-4 * depth ** 2 + walk(point);
  return small + (depth > 1 && k <= WALKED ? 0 : 1e-9 * perNeuron(point) * k * depth);
}

/** The same of a pair of inputs of one network. */
export function secondsOfPair(point: FigurePoint): number {
  const { psi, k, depth } = point;
  const small = 1.5e-4 * depth ** 2 + 2 * walk(point);
  return small + (k <= WALKED ? 0 : (psi === "relu" ? 7e-7 : 3e-6) * k * depth);
}
