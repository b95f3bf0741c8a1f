import { expect, test } from "vitest";
import { audit } from "../auditor/audit.js";
import { integers } from "../auditor/domains.js";
import { estimate } from "../auditor/estimate.js";
import { gamma } from "../auditor/gamma.js";
import { parameter } from "../auditor/parameter.js";
import { defineSampler } from "../auditor/sampler.js";
import { madeUp } from "../auditor/testing/made-up.js";
import { type Plan, planAudit } from "./plan-audit.js";

const plan: Plan = {
  paper: "",
  overrides: { gamma: [0.1, 0.2, 0.3] },
  form: undefined,
  seed: "1",
  variants: {},
  additions: {},
  flagOf: (name) => `--${name}`,
};

/** A claim whose draws cost that, by γ. */
const claimOf = (id: string, costOf: (gamma: number) => number) =>
  madeUp({
    id,
    draw: defineSampler({ id: "priced", parameters: [gamma], cost: ({ gamma }) => costOf(gamma), draw: () => 0 }),
  });

const boom = (): never => {
  throw new TypeError("x is undefined");
};

test("a hypothesis that throws is left for its own row", async () => {
  const k = parameter({ name: "k", domain: integers(1, 9), size: true });
  const claim = madeUp({ parameters: [k, gamma], hypotheses: [{ latex: "k", parameter: k, least: boom }] });
  const questions = planAudit([claim], { ...plan, overrides: { k: ["least"], gamma: [0.1] } });
  expect(questions.map(({ cell }) => cell)).toEqual([{ k: 1, gamma: 0.1 }]);
  await expect(audit(questions[0])).rejects.toThrow(
    'made-up (printed) at {"k":1,"gamma":0.1}: a hypothesis threw: x is undefined',
  );
});

test("slow draws come last, and a cost that throws is left for its own row", () => {
  const claims = [
    claimOf("slow", (gamma) => (gamma === 0.2 ? 1e7 : 1)),
    claimOf("broken", (gamma) => (gamma === 0.2 ? boom() : 1)),
  ];
  const questions = planAudit(claims, plan);
  expect(questions.map(({ claim, cell }) => [claim.id, cell.gamma])).toEqual([
    ["slow", 0.1],
    ["slow", 0.3],
    ["broken", 0.1],
    ["broken", 0.2],
    ["broken", 0.3],
    ["slow", 0.2],
  ]);
  const seconds = questions.map((question) => estimate(question, {}).seconds);
  // As of a row that is computed.
  expect(seconds[3]).toBe(0.05);
  expect(Math.min(...seconds)).toBe(0.05);
  expect(Math.max(...seconds)).toBe(seconds[5]);
});
