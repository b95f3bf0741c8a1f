import { resolveActivation } from "../../activations/resolve-activation.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { drawSphereInput } from "../dense-input.js";
import type { CoefficientLaw, DenseNetwork } from "../dense-network.js";
import { denseNeighbourhood } from "../suprema/dense-neighbourhood.js";
import type { Neighbourhood } from "../suprema/neighbourhood.js";

/** A network in memory around a random input, with everything that it was made of. */
export interface Drawn {
  readonly network: DenseNetwork;
  readonly around: Neighbourhood;
  readonly streams: Streams;
}

export function drawAround(
  psi: string,
  d: number,
  k: number,
  seed = "around",
  coefficients: CoefficientLaw = "rademacher",
): Drawn {
  const streams = keyedStreams({ seed, sampler: "test", parameters: { psi, d, k, coefficients } })(0);
  const network = drawDenseNetwork({ psi: resolveActivation(psi), d, k, coefficients }, streams);
  return { network, around: denseNeighbourhood(network, drawSphereInput(d, undefined, streams)), streams };
}
