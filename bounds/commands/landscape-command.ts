import { type CampaignCommand, DEFAULT_SEED } from "lemmacheck";
import { readCount, readLaws } from "./figure-options.js";

const MOST_SIZE = 2 ** 53;
const MOST_WEIGHTS = 2 ** 25;

/** `landscape`: f on a plane through x, at the three scales of Section 1.2. */
export const landscapeCommand: CampaignCommand = {
  name: "landscape",
  about: "f on a plane through x, at the macroscopic, mesoscopic and microscopic scale; a picture a scale with --out",
  arguments: [],
  options: [
    { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable; relu if left out" },
    { name: "d", value: "n", about: "input dimension, 1000 if left out" },
    { name: "k", value: "n", about: "width, 200 if left out" },
    { name: "depth", value: "n", about: "number of hidden layers; 1 if left out" },
    { name: "initialisation", value: "law", about: "fan-in (variance 1/fan-in, as in Section 1) or he (2/fan-in)" },
    { name: "coefficients", value: "law", about: "rademacher or gaussian" },
    { name: "points", value: "n", about: "points to a side; 41 if left out" },
    { name: "seed", value: "seed", about: "any text; the same seed gives the same landscape" },
  ],
  async campaign({ options, additions }) {
    const [{ SCALES, landscapeFound }, { readActivation }] = await Promise.all([
      import("../experiments/landscape-found.js"),
      import("./read-activation.js"),
    ]);
    const psi = readActivation("--psi", typeof options.psi === "string" ? options.psi : "relu", additions);
    const seed = typeof options.seed === "string" ? options.seed : DEFAULT_SEED;
    const d = readCount("d", options.d, 1000, MOST_SIZE);
    if (d < 3) throw new RangeError(`--d is ${d}; it must be at least 3, for a direction across x and the gradient`);
    const k = readCount("k", options.k, 200, MOST_WEIGHTS);
    const depth = readCount("depth", options.depth, 1, 2 ** 10);
    if ((depth - 1) * k * k > MOST_WEIGHTS)
      throw new RangeError(`--k is ${k} at depth ${depth}; (depth − 1)k² must be at most 2^25`);
    const side = readCount("points", options.points, 41, 201, 3);
    const point = { psi: psi.id, d, k, depth, ...readLaws(options) };
    const line = 4 * side + 1;
    const seconds = 2e-9 * (side * side + line) * (k * 10 + (depth - 1) * k * k);
    const jobs = SCALES.map(({ name, reach }) => ({
      key: name,
      payload: { point, seed, reach: reach(d), side, line },
      seconds,
    }));
    return {
      identity: { seed, point: { ...point }, side },
      task: "landscape",
      jobs,
      finish: (results) => landscapeFound(jobs, results),
    };
  },
};
