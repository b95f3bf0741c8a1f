import { deepStep, drawLine, drawSlopedLine, type Line, oneStep } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { cellOf, type Setting } from "./setting.js";

/**
 * Network number n along its gradient, drawn as in an audit with seed 1: by the one-step law for one hidden layer, by that of
 * networks of any depth for more, with hidden weights of variance 1/fan-in.
 */
export function lineOf(setting: Setting): (n: number) => Line {
  const { psi, depth } = setting;
  const { psi: id, d, k } = cellOf(setting);
  if (depth === 1) {
    const streams = keyedStreams({ seed: "1", sampler: oneStep.id, parameters: { psi: id, d, k } });
    return (n) => drawSlopedLine({ psi, d, k }, streams(n));
  }
  const initialisation = "fan-in";
  const parameters = { psi: id, d, k, depth, initialisation };
  const streams = keyedStreams({ seed: "1", sampler: deepStep.id, parameters });
  return (n) => drawLine({ psi, d, k, depth, initialisation }, streams(n));
}
