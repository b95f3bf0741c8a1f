import { oneStep } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { cellOf, type Setting } from "./setting.js";

/** The streams of network number n: those of an audit of the one-step law with seed 1. */
export function lineStreams(setting: Setting) {
  const { psi, d, k } = cellOf(setting);
  return keyedStreams({ seed: "1", sampler: oneStep.id, parameters: { psi, d, k } });
}
