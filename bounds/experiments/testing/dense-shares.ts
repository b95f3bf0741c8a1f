import { catalogue } from "lemmacheck/activations";
import { denseLine, drawDenseNetwork, drawSphereInput, type Line } from "lemmacheck/networks";
import { keyedStreams, type Streams } from "lemmacheck/statistics";
import type { FigurePoint } from "../figure-point.js";

const psiOf = (id: string) => catalogue.find((psi) => psi.id === id)!;

/** Flips of dense networks, looked for at 80 points. */
function flips(line: Line): boolean {
  const sign = Math.sign(line.value);
  if (sign === 0) return false;
  for (let t = 1 / 4; t <= 20; t += 1 / 4) if (sign * line.at([-sign * t])[0].value < 0) return true;
  return false;
}

/** The share of each of some networks' inputs that flip. */
export function denseShares(point: FigurePoint, networks: number, inputs: number): number[] {
  const streams = keyedStreams({ seed: "dense", sampler: "figure-test", parameters: { ...point } });
  return Array.from({ length: networks }, (_, i) => {
    const random = streams(i);
    const network = drawDenseNetwork({ ...point, psi: psiOf(point.psi) }, random);
    let found = 0;
    for (let j = 0; j < inputs; j++) {
      const own: Streams = (name) => random(`${name}${j}`);
      if (flips(denseLine(network, drawSphereInput(point.d, undefined, own)))) found++;
    }
    return found / inputs;
  });
}
