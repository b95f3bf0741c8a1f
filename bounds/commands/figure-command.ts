import { type CampaignCommand, DEFAULT_SEED } from "lemmacheck";
import { readChoice, readCount, readLaws, readSizes } from "./figure-options.js";

const ASKED = ["1", "2a", "2b", "all"] as const;
const MOST_DEPTH = 2 ** 10;
const MOST_WIDTH = 2 ** 30;
const MOST_DIMENSION = 2 ** 53;
const MOST_DRAWS = 1e6;

/** `figure 1|2a|2b|all`: the experiments of Section 4, and past them. */
export const figureCommand: CampaignCommand = {
  name: "figure",
  about:
    "the figures of Section 4, drawn anew: over d, k and depth, how often a step flips the sign, and how long it is",
  arguments: [
    {
      name: "FIGURE",
      about: "1: the fraction switched; 2a: the smallest η that switches; 2b: the gradient's norm; all: all of them",
    },
  ],
  options: [
    { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable; relu if left out" },
    { name: "d", value: "list", about: "input dimensions; with --k and --depth in place of those of --grid" },
    { name: "k", value: "list", about: "widths" },
    { name: "depth", value: "list", about: "numbers of hidden layers" },
    { name: "initialisation", value: "law", about: "fan-in (variance 1/fan-in, as in Section 1) or he (2/fan-in)" },
    { name: "coefficients", value: "law", about: "rademacher or gaussian" },
    { name: "networks", value: "n", about: "networks a point; 100 if left out, or as --grid says" },
    { name: "inputs", value: "n", about: "inputs a network; 100 if left out" },
    { name: "seed", value: "seed", about: "any text; the same seed gives the same points" },
    {
      name: "grid",
      value: "name",
      about: "small, of minutes, or campaign, the committed one, of hours; small if left out",
    },
  ],
  async campaign({ arguments: [name], options, additions }) {
    const figure = ASKED.find((known) => known === name);
    if (!figure) throw new RangeError(`FIGURE is ${name}; it must be ${ASKED.join(", ")}`);
    const [{ CAMPAIGN_GRID, SMALL_GRID }, { checkJobs, jobsOf }, { plansOf }, { foundOf }, { readActivation }] =
      await Promise.all([
        import("../experiments/figure-grid.js"),
        import("../experiments/figure-jobs.js"),
        import("../experiments/figure-plans.js"),
        import("../experiments/figure-found.js"),
        import("./read-activation.js"),
      ]);
    const psi = readActivation("--psi", typeof options.psi === "string" ? options.psi : "relu", additions);
    const grid = readChoice("grid", options.grid, ["small", "campaign"], "small");
    const lists = {
      d: readSizes("d", options.d, MOST_DIMENSION),
      k: readSizes("k", options.k, MOST_WIDTH),
      depth: readSizes("depth", options.depth, MOST_DEPTH),
    };
    const given = {
      networks: options.networks === undefined ? null : readCount("networks", options.networks, 1, MOST_DRAWS),
      inputs: options.inputs === undefined ? null : readCount("inputs", options.inputs, 1, MOST_DRAWS),
    };
    const seed = typeof options.seed === "string" ? options.seed : DEFAULT_SEED;
    const plans = plansOf(grid === "small" ? SMALL_GRID : CAMPAIGN_GRID, lists, given, {
      psi: psi.id,
      ...readLaws(options),
    });
    checkJobs(plans, "--networks, --inputs and sizes");
    return {
      // Not the figure: all are read from the same draws, and a directory may serve one after another.
      identity: {
        seed,
        plans: plans.map(({ point, networks, inputs }) => ({ point: { ...point }, networks, inputs })),
      },
      task: "figure",
      jobs: jobsOf(plans, seed),
      finish: (results) => foundOf({ figure, plans, seed, psi }, results),
    };
  },
};
