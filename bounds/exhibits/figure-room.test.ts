import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { figurePanels } from "../experiments/figure-panels.js";
import { figureRowWith } from "../experiments/testing/figure-row-with.js";
import { figureRoom } from "./figure-room.js";

test("the points of one ψ and one law are shown together, as all three figures", () => {
  const relu = [figureRowWith(), figureRowWith({ k: 30 })];
  const he = [figureRowWith({ initialisation: "he" })];
  const gaussian = [figureRowWith({ coefficients: "gaussian" })];
  const own = [figureRowWith({ psi: "mine" })];
  const mine = { ...resolveActivation("tanh"), id: "mine" };
  const room = figureRoom([relu[0], ...he, ...own, ...gaussian, relu[1]], { psi: [mine] });
  const titles = {
    "1": "Figure 1: fraction of inputs whose sign is switched",
    "2a": "Figure 2a: smallest |η| that switches the sign, over switched samples",
    "2b": "Figure 2b: ‖∇f(x)‖, over all samples",
  };
  const shown = (rows: typeof relu, about: string, psi = resolveActivation("relu")) =>
    (["1", "2a", "2b"] as const).map((figure) => ({
      title: titles[figure],
      about,
      pictures: [figurePanels(figure, rows, psi)],
    }));
  expect(room).toEqual({
    id: "section-4",
    title: "The experiments of Section 4, drawn anew",
    text: "By the exact laws of networks along their gradients, as the command figure draws them.",
    exhibits: [
      ...shown(own, "mine, fan-in, rademacher", mine),
      ...shown(gaussian, "relu, fan-in, gaussian"),
      ...shown(relu, "relu, fan-in, rademacher"),
      ...shown(he, "relu, he, rademacher"),
    ],
  });
});

test("without points there is nothing in it, and points of an unknown ψ are refused", () => {
  expect(figureRoom([], {}).exhibits).toEqual([]);
  expect(() => figureRoom([figureRowWith({ psi: "no such" })], {})).toThrow(/^psi is no such; it must be /);
});
