import { type CampaignCommand, DEFAULT_SEED, gamma } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import type { AskedByProof } from "../experiments/practice-found.js";
import { readCount, readLaws, readSizes } from "./figure-options.js";

const MOST_SIZE = 2 ** 20;
const MOST_DEPTH = 2 ** 10;
/** Fewer draws than a million a size. */
const LEAST_GAMMA = 1e-4;

/** What the theorem that speaks of ψ asks for; in words why there is none. */
async function askedBy(psi: Activation, at: number, depth: number): Promise<AskedByProof | { readonly none: string }> {
  // |η|·‖∇f(x)‖² is a constant of the proof times this.
  const root = Math.sqrt(-Math.log(at));
  if (depth > 1) return { none: `the theorems are about one hidden layer, and L is ${depth}` };
  try {
    if (psi.id === "relu") {
      const { theoremTwoFacts } = await import("./theorem-two-page.js");
      const { log10, C4 } = theoremTwoFacts(psi, at);
      return log10.k === null || log10.d === null
        ? { none: "no width will do" }
        : { theorem: "Theorem 2", log10k: log10.k, log10d: log10.d, step: C4 * root };
    }
    const { theoremOneFacts } = await import("./theorem-one-page.js");
    const { k, d, C3 } = theoremOneFacts(psi, at);
    return { theorem: "Theorem 1", log10k: Math.log10(k), log10d: Math.log10(d), step: C3 * root };
  } catch (error) {
    if (error instanceof RangeError) return { none: error.message };
    throw error;
  }
}

/** `practice --psi P --gamma G`: the least sizes at which one step flips the sign with probability at least 1 − γ. */
export const practiceCommand: CampaignCommand = {
  name: "practice",
  about: "the least d and k at which one step flips the sign with probability 1 − γ, beside what the theorem asks for",
  arguments: [],
  options: [
    { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable; relu if left out" },
    { name: "gamma", value: "gamma", about: `how often it may fail, from ${LEAST_GAMMA} on` },
    { name: "depth", value: "list", about: "numbers of hidden layers; 1 if left out" },
    { name: "initialisation", value: "law", about: "fan-in (variance 1/fan-in, as in Section 1) or he (2/fan-in)" },
    { name: "coefficients", value: "law", about: "rademacher or gaussian" },
    { name: "most", value: "n", about: "the largest d and k to try; 1024 if left out" },
    { name: "seed", value: "seed", about: "any text; the same seed gives the same answer" },
  ],
  async campaign({ options, additions }) {
    if (typeof options.gamma !== "string")
      throw new RangeError("--gamma is missing; it must be given: a number in (0, 1)");
    const at = Number(options.gamma);
    if (!(gamma.domain.has(at) && at >= LEAST_GAMMA))
      throw new RangeError(`--gamma is ${options.gamma}; it must be a number in [${LEAST_GAMMA}, 1)`);
    const [{ checkJobs, jobsOf }, { leastStep, limitLaw }, { practicePlans }, { practiceFound }, { readActivation }] =
      await Promise.all([
        import("../experiments/figure-jobs.js"),
        import("../experiments/limit-law.js"),
        import("../experiments/practice-plans.js"),
        import("../experiments/practice-found.js"),
        import("./read-activation.js"),
      ]);
    const psi = readActivation("--psi", typeof options.psi === "string" ? options.psi : "relu", additions);
    const seed = typeof options.seed === "string" ? options.seed : DEFAULT_SEED;
    const depths = (readSizes("depth", options.depth, MOST_DEPTH) ?? [1]).toSorted((a, b) => a - b);
    const most = readCount("most", options.most, 1024, MOST_SIZE);
    const laws = readLaws(options);
    const all = await Promise.all(
      depths.map(async (depth) => {
        const limit = limitLaw(psi, { depth, gain: laws.initialisation === "he" ? 2 : 1 });
        return {
          depth,
          plans: practicePlans({ psi: psi.id, depth, ...laws }, at, most),
          asked: await askedBy(psi, at, depth),
          step: limit && leastStep(limit, at),
        };
      }),
    );
    const plans = all.flatMap((one) => one.plans);
    checkJobs(plans, "--gamma, --most and --depth");
    return {
      identity: { seed, gamma: at, most, depths, point: { ...plans[0].point } },
      task: "figure",
      jobs: jobsOf(plans, seed),
      finish: (results) => practiceFound({ depths: all, gamma: at, seed }, results),
    };
  },
};
