import { definePaper } from "lemmacheck";
import { activationCommand } from "./commands/activation-command.js";
import { constantsCommand } from "./commands/constants-command.js";
import { figureCommand } from "./commands/figure-command.js";
import { landscapeCommand } from "./commands/landscape-command.js";
import { practiceCommand } from "./commands/practice-command.js";
import { parameters, psi } from "./parameters.js";

/** The paper that lemmacheck comes with. */
export const paper = definePaper({
  id: "single-gradient-step",
  title: "A single gradient step finds adversarial examples on random two-layers neural networks",
  authors: ["Sébastien Bubeck", "Yeshwanth Cherapanamjeri", "Gauthier Gidel", "Rémi Tachet des Combes"],
  year: 2021,
  source: "arXiv:2104.03863",
  parameters,
  claims: async () => (await import("./index.js")).claims,
  commands: [activationCommand, constantsCommand, figureCommand, landscapeCommand, practiceCommand],
  tasks: {
    figure: async () => (await import("./experiments/figure-task.js")).figureTask,
    landscape: async () => (await import("./experiments/landscape-task.js")).landscapeTask,
  },
  bibtex: String.raw`@inproceedings{bubeck2021single,
  title     = {A single gradient step finds adversarial examples on random two-layers neural networks},
  author    = {Bubeck, S{\'e}bastien and Cherapanamjeri, Yeshwanth and Gidel, Gauthier and {Tachet des Combes}, R{\'e}mi},
  booktitle = {Advances in Neural Information Processing Systems},
  volume    = {34},
  year      = {2021},
  eprint    = {2104.03863},
  archivePrefix = {arXiv}
}`,
  sections: [
    { title: "1 Introduction", from: "gaussian-coefficients" },
    { title: "1.1 Related works", from: "multi-step-descent" },
    { title: "1.2 The landscape", from: "clt-value" },
    { title: "1.3 Proof strategy", from: "gradient-duality" },
    { title: "1.4 Scaling of value and gradient", from: "bernstein" },
    { title: "2 Smooth non-linearity", from: "proposition-1" },
    { title: "3 ReLU non-linearity", from: "proposition-3" },
    { title: "4 Experiments", from: "figure-1" },
  ],
  panels: [psi],
  maps: async (records) => (await import("./maps.js")).mapsWith(records),
  exhibits: async () => (await import("./exhibits.js")).exhibits,
  errata: {
    text: "Read in a short version of the paper, without its appendices: what these say is not taken into account.",
    severities: {
      "gaussian-process-limit": "typographical",
      "gaussian-process-variance": "typographical",
      // A range left out: the paper uses it where it holds.
      "gaussian-moments": "typographical",
      // What they say of all sizes, inputs or depths is false over whole ranges of them.
      "hessian-order": "result",
      "hessian-ball": "result",
      "approximate-linearity": "result",
      "input-law": "result",
      "figure-1-deeper": "result",
    },
    misprints: [
      "Proposition 5, proof sketch: log(1/δ), twice, and log(4/δ) are printed for log(1/γ) and log(4/γ).",
      "Proposition 5, last display: the sum over T below the supremum over A is a sum over A.",
      "Before (23), “with probability 1 − δ” has the perturbation’s letter for a probability’s.",
      "(22) and (23) have Φ(δ, v) for the Φ(v, δ) that the lines before them define.",
    ],
  },
  examples: [
    { command: "search chi-square --time 5", about: "look for a cell at which it fails" },
    { command: "claims --errata", about: "what is false as printed, and what rests on it" },
    { command: "claims chi-square", about: "one statement in full" },
    {
      command: "audit lemma-1 --psi tanh --d 400 --k 1e2,1e4 --gamma 0.05",
      about: "one statement at cells of your own",
    },
    { command: 'audit lemma-1 --psi "t/(1+exp(-t))" --d 400 --k 400', about: "with an activation of your own" },
    { command: "audit chi-square --k 1 --gamma 1e-4 --json > rows.jsonl", about: "rows for programs" },
    { command: "replay rows.jsonl", about: "the same rows again" },
    { command: 'activation "t*exp(-t^2)"', about: "its constants, and which statements apply" },
    { command: "constants theorem-1 --psi tanh --gamma 0.1", about: "explicit constants, least width and dimension" },
    { command: "figure 1 --d 100 --k 10,100,1000 --depth 1,2", about: "Section 4’s experiment at points of your own" },
    { command: "landscape --psi tanh --out landscape", about: "f around x, a picture a scale" },
    { command: "practice --psi tanh --gamma 0.1", about: "the least sizes at which one step is enough" },
    { command: "audit --psi silu --normalize", about: "the ledger for silu, centred and scaled as Section 2 assumes" },
  ],
});
