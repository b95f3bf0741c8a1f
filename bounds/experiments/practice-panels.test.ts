import { expect, test } from "vitest";
import { practicePanels } from "./practice-panels.js";

const of = { psi: "tanh", gamma: 0.1, initialisation: "fan-in", coefficients: "gaussian", draws: 600 } as const;
const judged = (d: number, k: number, enough: boolean | null) => ({ d, k, enough });

test("a panel a depth: at each d the least width from which on all are enough, and the largest that is not", () => {
  const depths = [
    {
      depth: 1,
      judged: [
        judged(8, 8, true),
        judged(8, 2, false),
        judged(8, 4, true),
        // d = k alone, off the grid of both.
        judged(3, 3, true),
        judged(2, 4, null),
        judged(2, 2, false),
        judged(4, 4, true),
        judged(4, 2, true),
      ],
    },
    { depth: 5, judged: [] },
  ];
  expect(practicePanels(of, depths)).toEqual({
    title: "Where one step flips the sign with probability 0.9",
    caption: [
      "tanh, variance 1/fan-in beyond the first layer, coefficients gaussian; 600 draws a size.",
      "Enough: the least width from which on all are. Not enough: the largest that surely is not.",
    ],
    xLabel: "input dimension d",
    yLabel: "log₂ k",
    yDomain: [0, null],
    legend: "width",
    panels: [
      {
        title: "L = 1",
        curves: [
          {
            label: "enough",
            points: [
              { x: 4, y: 1, note: "d = 4, k = 2" },
              { x: 8, y: 2, note: "d = 8, k = 4" },
            ],
          },
          {
            label: "not enough",
            points: [
              { x: 2, y: 1, note: "d = 2, k = 2" },
              { x: 8, y: 1, note: "d = 8, k = 2" },
            ],
          },
        ],
        references: [],
      },
      {
        title: "L = 5",
        curves: [
          { label: "enough", points: [] },
          { label: "not enough", points: [] },
        ],
        references: [],
      },
    ],
  });
});

test("the other variance is told", () => {
  expect(practicePanels({ ...of, initialisation: "he" }, []).caption[0]).toBe(
    "tanh, variance 2/fan-in beyond the first layer, coefficients gaussian; 600 draws a size.",
  );
});
