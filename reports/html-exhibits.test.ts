import { expect, test } from "vitest";
import type { ExhibitRoom } from "../src/auditor/exhibit.js";
import { exhibitFigures, exhibitsHtml } from "./html-exhibits.js";

const ROOM: ExhibitRoom = {
  id: "things",
  title: "Things <b>",
  text: "",
  exhibits: [
    {
      title: "<i>",
      facts: [["a&b", "<1"]],
      lists: [{ title: "why", items: ["x < y"] }],
      pictures: [
        {
          title: "a picture",
          caption: ["in words"],
          xLabel: "n",
          yLabel: "y",
          yDomain: [0, null],
          legend: "m =",
          panels: [
            {
              title: "one",
              references: [{ y: 1, label: "limit" }],
              curves: Array.from({ length: 10 }, (_, i) => ({
                label: String(i),
                points: [
                  { x: 1, y: i, note: "n" },
                  { x: 10, y: i, note: "n" },
                ],
              })),
            },
            { title: "none", references: [], curves: [] },
          ],
        },
      ],
    },
  ],
};

test("what a paper shows is escaped, its pictures are figures of the page, curves beyond the eighth are dashed", () => {
  const html = exhibitsHtml([ROOM, { ...ROOM, id: "nothing", exhibits: [] }]);
  expect(html).not.toMatch(/<b>|<i>|NaN|undefined/);
  expect(html).not.toContain('id="nothing"');
  expect(html).toContain("figures/things-1-1-1.svg");
  const [figure, ...more] = exhibitFigures(ROOM);
  expect(more).toEqual([]);
  expect(figure.svg).toContain("curve s1 dashed");
  expect(figure.svg).toContain("m = 9");
});
